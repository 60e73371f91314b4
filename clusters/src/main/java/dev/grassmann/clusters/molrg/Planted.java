package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.linalg.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Subspaces to plant points in.
 *
 * @param n dimension of the space
 * @param dimensions of the subspaces
 * @param orthogonal whether they stand at right angles to each other, as the theory has it; else
 *     each is drawn by itself
 */
record Planted(int n, List<Integer> dimensions, boolean orthogonal) {
  Planted {
    dimensions = List.copyOf(dimensions);
    int sum = dimensions.stream().mapToInt(d -> d).sum();
    int most = dimensions.stream().mapToInt(d -> d).max().orElseThrow();
    if (most >= n) {
      throw new InputException(
          String.format(Locale.ROOT, "a subspace of dimension %,d in a space of %,d", most, n),
          "--dimension",
          String.format(Locale.ROOT, "give 1 to %,d", n - 1));
    }
    if (orthogonal && sum > n) {
      throw new InputException(
          String.format(
              Locale.ROOT, "K*d exceeds the ambient dimension: %,d directions in R^%,d", sum, n),
          "--dimension",
          "give smaller subspaces, or --no-orthogonal");
    }
  }

  /** Consecutive columns of the left singular vectors of a Gaussian matrix, as the authors do. */
  List<Subspace> draw(SplittableRandom random) {
    if (!orthogonal) {
      return dimensions.stream()
          .map(d -> Subspace.ofOrthonormal(Qr.of(gaussian(n * d, random), n, d).q(), n, d))
          .toList();
    }
    return blocks(Svd.thin(gaussian(n * n, random), n, n).u());
  }

  /** Blocks of columns of an orthonormal n × n matrix. */
  List<Subspace> blocks(double[] q) {
    List<Subspace> subspaces = new ArrayList<>();
    int first = 0;
    for (int d : dimensions) {
      double[] basis = new double[n * d];
      for (int j = 0; j < n; j++) {
        System.arraycopy(q, j * n + first, basis, j * d, d);
      }
      subspaces.add(Subspace.ofOrthonormal(basis, n, d));
      first += d;
    }
    return subspaces;
  }

  private static double[] gaussian(int count, SplittableRandom random) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> random.nextGaussian());
    return numbers;
  }
}
