package dev.grassmann.clusters.kss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoAssociationTest {
  @Test
  void sharesAreCountsOfCommonClustersAndTheLargestStay() {
    Random random = new Random(4);
    int n = 90;
    int[][] labels = new int[30][n];
    for (int[] one : labels) {
      for (int i = 0; i < n; i++) {
        one[i] = random.nextInt(4);
      }
    }
    int kept = 6;
    SparseMatrix shares = CoAssociation.of(labels, 5, kept, Run.local()); // one cluster is empty
    for (int i = 0; i < n; i++) {
      assertEquals(kept, shares.start(i + 1) - shares.start(i));
      double least = 1;
      for (int e = shares.start(i); e < shares.start(i + 1); e++) {
        assertEquals(share(labels, i, shares.column(e)), shares.value(e), 1e-12);
        least = Math.min(least, shares.value(e));
      }
      int larger = 0;
      for (int j = 0; j < n; j++) {
        larger += j != i && share(labels, i, j) > least ? 1 : 0;
      }
      assertEquals(true, larger < kept, "one that was left out is larger");
    }
  }

  private static double share(int[][] labels, int i, int j) {
    int together = 0;
    for (int[] one : labels) {
      together += one[i] == one[j] ? 1 : 0;
    }
    return (double) together / labels.length;
  }
}
