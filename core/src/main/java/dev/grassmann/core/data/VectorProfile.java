package dev.grassmann.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one pass over vectors tells: norms, anisotropy, dead dimensions, repeated rows.
 *
 * @param n number of vectors
 * @param d dimension
 * @param norms Euclidean norm of each row, ascending
 * @param zeroRows rows that are all zero
 * @param constantDimensions dimensions whose value never changes
 * @param duplicateRows rows that repeat an earlier row bit by bit
 * @param firstDuplicate an example of a repeated row: its number and that of the row it repeats;
 *     empty where there is none
 * @param meanCosine mean cosine between two different rows chosen at random, 0 for isotropic data:
 *     the anisotropy of Ethayarajh (2019), computed exactly from the sum of the unit rows
 * @param meanShare share of the mean square norm that lies in the mean vector, 0 for centred data
 */
public record VectorProfile(
    int n,
    int d,
    double[] norms,
    int zeroRows,
    List<Integer> constantDimensions,
    int duplicateRows,
    List<Integer> firstDuplicate,
    double meanCosine,
    double meanShare) {

  /** Profiles all rows; memory O(n + d). */
  public static VectorProfile of(Vectors vectors) {
    return new Pass(vectors).profile();
  }

  /** Norm below which a share of the rows lies. */
  public double normQuantile(double share) {
    return norms[(int) Math.min(norms.length - 1L, Math.round(share * (norms.length - 1)))];
  }

  private static final class Pass {
    private final int n;
    private final int d;
    private final double[] norms;
    private final double[] sum;
    private final double[] unitSum;
    private final float[] first;
    private final boolean[] varies;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Integer> example = new ArrayList<>();
    private final Vectors vectors;
    private int zeroRows;
    private int duplicates;
    private double squares;

    Pass(Vectors vectors) {
      this.vectors = vectors;
      this.n = vectors.n();
      this.d = vectors.d();
      this.norms = new double[n];
      this.sum = new double[d];
      this.unitSum = new double[d];
      this.first = new float[d];
      this.varies = new boolean[d];
    }

    VectorProfile profile() {
      vectors.copyRow(0, first);
      float[] row = new float[d];
      float[] other = new float[d];
      for (int i = 0; i < n; i++) {
        vectors.copyRow(i, row);
        add(i, row);
        // equal hashes of 64 bits are equal rows but for an accident, which the look at both
        // excludes
        Integer earlier = seen.putIfAbsent(hash(row), i);
        if (earlier != null) {
          vectors.copyRow(earlier, other);
          if (Arrays.equals(row, other)) {
            duplicates++;
            if (example.isEmpty()) {
              example.addAll(List.of(i, earlier));
            }
          }
        }
      }
      return result();
    }

    private void add(int i, float[] row) {
      double square = 0;
      for (int j = 0; j < d; j++) {
        square += (double) row[j] * row[j];
        sum[j] += row[j];
        varies[j] |= row[j] != first[j];
      }
      norms[i] = Math.sqrt(square);
      squares += square;
      if (square == 0) {
        zeroRows++;
        return;
      }
      double scale = 1 / norms[i];
      for (int j = 0; j < d; j++) {
        unitSum[j] += row[j] * scale;
      }
    }

    private VectorProfile result() {
      double unitSquare = 0;
      double meanSquare = 0;
      List<Integer> constant = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        unitSquare += unitSum[j] * unitSum[j];
        meanSquare += (sum[j] / n) * (sum[j] / n);
        if (!varies[j]) {
          constant.add(j);
        }
      }
      double units = n - zeroRows;
      // sum over i != j of u_i'u_j is |sum u|^2 less the n terms of i = j, which are 1 each
      double cosine = units < 2 ? 0 : (unitSquare - units) / (units * (units - 1));
      double share = squares == 0 ? 0 : meanSquare / (squares / n);
      Arrays.sort(norms);
      return new VectorProfile(
          n, d, norms, zeroRows, constant, duplicates, List.copyOf(example), cosine, share);
    }

    private static long hash(float[] row) {
      long h = 0xcbf29ce484222325L;
      for (float x : row) {
        h = (h ^ Float.floatToIntBits(x == 0 ? 0f : x)) * 0x9E3779B97F4A7C15L;
        h ^= h >>> 29;
      }
      return h;
    }
  }
}
