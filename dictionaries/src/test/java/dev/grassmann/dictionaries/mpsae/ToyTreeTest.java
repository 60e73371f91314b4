package dev.grassmann.dictionaries.mpsae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToyTreeTest {
  @Test
  void theTrueDictionaryRecoversTheTreeAndOneWithAbsorbedChildrenDoesNot() {
    Run run = Run.seeded(1);
    ToyTree tree =
        new ToyTree(ToyTree.Correlation.NONE, ToyTree.Magnitudes.EQUAL, run.random("tree"));
    float[] truth = tree.dictionary();
    TreeRecovery perfect = TreeRecovery.of(dictionary(truth), tree, run);
    assertEquals(1, perfect.minCosine(), 1e-6);
    assertEquals(0, perfect.absorption(), 1e-6);
    assertTrue(perfect.exact(), perfect::toString);
    float[] absorbed = truth.clone();
    for (int family = 0; family < ToyTree.FAMILIES; family++) {
      for (int child = 0; child < ToyTree.CHILDREN; child++) {
        for (int c = 0; c < 20; c++) {
          int at = ToyTree.child(family, child) * 20 + c;
          absorbed[at] = (float) ((truth[at] + truth[family * 20 + c]) / Math.sqrt(2));
        }
      }
    }
    TreeRecovery wrong = TreeRecovery.of(dictionary(absorbed), tree, run);
    assertEquals(Math.sqrt(0.5), wrong.minCosine(), 1e-6);
    assertEquals(Math.sqrt(0.5), wrong.absorption(), 1e-6);
    assertFalse(wrong.exact(), wrong::toString);
  }

  @Test
  void theTreeHasTheL0AndTheCorrelationsItIsSaidToHave() {
    Run run = Run.seeded(2);
    ToyTree tree =
        new ToyTree(ToyTree.Correlation.TENTH, ToyTree.Magnitudes.EQUAL, run.random("tree"));
    assertEquals(1.36, tree.sample(200_000, run.random("samples")).meanL0(), 0.005);
    double[][] cosines = dictionary(tree.dictionary()).cosines(20);
    assertEquals(0.1, cosines[0][10], 0.005, "parents");
    assertEquals(0.1, cosines[ToyTree.child(1, 0)][ToyTree.child(1, 2)], 0.005, "siblings");
    assertEquals(0, cosines[1][ToyTree.child(1, 0)], 1e-6, "parent and child");
    assertEquals(0, cosines[ToyTree.child(0, 0)][ToyTree.child(1, 0)], 1e-6, "cousins");
  }

  private static Dictionary dictionary(float[] atoms) {
    return new Dictionary(
        "mp",
        20,
        Vectors.of(atoms, 20, 20),
        Map.of(),
        Map.of("tolerance", 0.05, "rectified", 1.0),
        Dictionary.Scaling.none());
  }
}
