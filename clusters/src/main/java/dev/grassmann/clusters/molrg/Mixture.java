package dev.grassmann.clusters.molrg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.subspace.Subspace;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A mixture of low-rank Gaussians: x_0 is drawn from one of the components, chosen by its share.
 *
 * @param components at least one, in one space; shares sum to 1
 */
public record Mixture(List<Component> components) {
  public Mixture {
    components = List.copyOf(components);
    double sum = components.stream().mapToDouble(Component::share).sum();
    long spaces = components.stream().mapToInt(c -> c.mean().length).distinct().count();
    if (spaces != 1 || Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException(
          components.size() + " components, shares of " + sum + ", " + spaces + " spaces");
    }
  }

  /** Of the theory: equal shares, mean 0, variance 1. */
  public static Mixture isotropic(List<Subspace> subspaces) {
    double share = 1.0 / subspaces.size();
    return new Mixture(subspaces.stream().map(s -> Component.isotropic(share, s)).toList());
  }

  /** Dimension of the space. */
  public int n() {
    return components.get(0).subspace().ambientDimension();
  }

  /** Number of components, K. */
  public int k() {
    return components.size();
  }

  /**
   * Points and the component that each came from.
   *
   * @param rows count × n, row-major
   */
  public record Draw(double[] rows, int[] component) {
    /** The points as float32 vectors. */
    public Vectors vectors() {
      float[] narrow = new float[rows.length];
      for (int p = 0; p < narrow.length; p++) {
        narrow[p] = (float) rows[p];
      }
      return Vectors.of(narrow, component.length, rows.length / component.length);
    }
  }

  /** So many points, each from a component chosen by the shares. */
  public Draw draw(int count, SplittableRandom random) {
    int[] which = new int[count];
    for (int i = 0; i < count; i++) {
      double rest = random.nextDouble();
      while (which[i] < k() - 1 && (rest -= components.get(which[i]).share()) >= 0) {
        which[i]++;
      }
    }
    return drawFrom(which, 0, random);
  }

  /**
   * One point from each component named, U a with a ~ N(0, variances), plus small noise.
   *
   * @param noise standard deviation of Gaussian noise in every coordinate
   */
  public Draw drawFrom(int[] which, double noise, SplittableRandom random) {
    int n = n();
    double[] rows = new double[Math.multiplyExact(which.length, n)];
    List<double[]> bases = components.stream().map(c -> c.subspace().basis()).toList();
    for (int i = 0; i < which.length; i++) {
      Component c = components.get(which[i]);
      double[] basis = bases.get(which[i]);
      double[] variances = c.variances();
      System.arraycopy(c.mean(), 0, rows, i * n, n);
      for (int a = 0; a < c.d(); a++) {
        double along = Math.sqrt(variances[a]) * random.nextGaussian();
        for (int j = 0; j < n; j++) {
          rows[i * n + j] += along * basis[j * c.d() + a];
        }
      }
      for (int j = 0; noise > 0 && j < n; j++) {
        rows[i * n + j] += noise * random.nextGaussian();
      }
    }
    return new Draw(rows, which.clone());
  }
}
