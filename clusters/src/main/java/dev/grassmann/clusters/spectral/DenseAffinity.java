package dev.grassmann.clusters.spectral;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.SymmetricOperator;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.bytedeco.pytorch.Tensor;

/** A graph where every pair of points may have an edge; 8 n² bytes outside the Java heap. */
public final class DenseAffinity implements Affinity, AutoCloseable {
  private final Tensor weights;
  private final int n;
  private final double[] degrees;

  private DenseAffinity(Tensor owned) {
    this.weights = owned;
    this.n = Math.toIntExact(owned.size(0));
    try (Scope scope = Scope.open()) {
      this.degrees = Tensors.doubles(owned.sum(1));
    }
  }

  /**
   * Of a symmetric float64 matrix without negative numbers, n × n.
   *
   * @param owned not used by anybody else from now on, and freed by {@link #close}
   */
  public static DenseAffinity of(Tensor owned) {
    return new DenseAffinity(owned);
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double[] degrees() {
    return degrees.clone();
  }

  @Override
  public double[] row(int i) {
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(weights.select(0, i));
    }
  }

  @Override
  public SymmetricOperator normalised() {
    double[] root = new double[n];
    for (int i = 0; i < n; i++) {
      root[i] = degrees[i] > 0 ? 1 / Math.sqrt(degrees[i]) : 0;
    }
    return new SymmetricOperator() {
      @Override
      public int n() {
        return n;
      }

      /** W is not copied to be scaled: its argument and its result are. */
      @Override
      public void apply(double[] x, int columns, double[] y) {
        try (Scope scope = Scope.open()) {
          Tensor scale = Tensors.of(root, n, 1);
          Tensor scaled = Tensors.of(x, n, columns).mul(scale);
          double[] product = Tensors.doubles(weights.matmul(scaled).mul(scale));
          System.arraycopy(product, 0, y, 0, product.length);
        }
      }
    };
  }

  @Override
  public int[] components() {
    int[] component = new int[n];
    Arrays.fill(component, -1);
    int found = 0;
    int left = n; // in a connected graph a few rows reach all, and the others are never read
    for (int seed = 0; seed < n && left > 0; seed++) {
      if (component[seed] >= 0) {
        continue;
      }
      Deque<Integer> open = new ArrayDeque<>();
      open.add(seed);
      component[seed] = found;
      left--;
      while (!open.isEmpty() && left > 0) {
        double[] row = row(open.remove());
        for (int j = 0; j < n; j++) {
          if (row[j] != 0 && component[j] < 0) {
            component[j] = found;
            open.add(j);
            left--;
          }
        }
      }
      found++;
    }
    return component;
  }

  @Override
  public double[][] groupMeans(int[] group, int groups) {
    double[] share = new double[Math.multiplyExact(n, groups)]; // of a point in its group's mean
    int[] size = new int[groups];
    for (int g : group) {
      size[g]++;
    }
    for (int i = 0; i < n; i++) {
      share[i * groups + group[i]] = 1.0 / size[group[i]];
    }
    double[] flat;
    try (Scope scope = Scope.open()) {
      Tensor shares = Tensors.of(share, n, groups);
      flat = Tensors.doubles(shares.t().matmul(weights.matmul(shares)));
    }
    double[][] means = new double[groups][];
    Arrays.setAll(means, g -> Arrays.copyOfRange(flat, g * groups, (g + 1) * groups));
    return means;
  }

  @Override
  public DenseAffinity restrict(int[] members) {
    try (Scope scope = Scope.open()) {
      Tensor index = Tensors.of(members);
      Tensor some = weights.index_select(0, index).index_select(1, index);
      return new DenseAffinity(scope.keep(some));
    }
  }

  @Override
  public void close() {
    weights.close();
  }
}
