package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/** What of one point is not explained yet, the directions that explain it, and who may be next. */
final class Residual {
  private static final Kernel KERNEL = Kernel.best();

  /** Numbers that are looked at together: their largest one says whether any of them matters. */
  static final int CHUNK = 512;

  private final Points points;
  private final int d;
  private final Pursuit pursuit;
  private final double[] residual;
  private final double[] directions; // orthonormal, most × d
  private final double[] atom;
  private final double[] parts; // of the newest atom along the directions before it
  private double length; // of what is left of the newest atom
  private double step; // by which the residual moved along the newest direction

  private float doubt;
  private float largest;
  private int[] candidate = new int[16];
  private float[] rough = new float[16];
  private int candidates;

  Residual(Points points, int most) {
    this.points = points;
    this.d = points.d();
    this.pursuit = new Pursuit(points, most);
    this.residual = new double[d];
    this.directions = new double[Math.multiplyExact(most, d)];
    this.atom = new double[d];
    this.parts = new double[most];
  }

  void start(int number) {
    points.copyRow(number, residual);
    pursuit.start(number);
    forget();
  }

  Pursuit pursuit() {
    return pursuit;
  }

  private void forget() {
    candidates = 0;
    largest = 0;
  }

  /** Fills {@code target[offset .. offset + d)} with the residual scaled to length 1. */
  void copyDirection(float[] target, int offset) {
    double norm = Math.sqrt(KERNEL.dot(residual, 0, residual, 0, d));
    for (int j = 0; j < d; j++) {
      target[offset + j] = (float) (residual[j] / norm);
    }
  }

  /**
   * Takes note of the atoms {@code first ..} that may match best.
   *
   * @param correlations with the residual, not exact: {@code count} of them from {@code offset}
   * @param doubt twice the largest error of a correlation, the same for all atoms of a step
   */
  void offer(float[] correlations, int offset, int count, int first, float doubt) {
    for (int from = 0; from < count; from += CHUNK) {
      int some = Math.min(CHUNK, count - from);
      float most = KERNEL.magnitude(correlations, offset + from, some);
      offer(correlations, offset + from, some, first + from, doubt, most);
    }
  }

  /** The same for one chunk of which the largest magnitude is known. */
  void offer(float[] correlations, int offset, int count, int first, float doubt, float most) {
    this.doubt = doubt;
    if (most < largest - doubt) {
      return; // nearly always
    }
    for (int i = 0; i < count; i++) {
      float magnitude = Math.abs(correlations[offset + i]);
      if (magnitude >= largest - doubt && !pursuit.isTaken(first + i)) {
        largest = Math.max(largest, magnitude);
        note(first + i, magnitude);
      }
    }
  }

  private void note(int number, float magnitude) {
    if (candidates == candidate.length) {
      candidate = Arrays.copyOf(candidate, 2 * candidates);
      rough = Arrays.copyOf(rough, 2 * candidates);
    }
    candidate[candidates] = number;
    rough[candidates++] = magnitude;
  }

  /**
   * Adds the best of the atoms offered.
   *
   * @return whether the pursuit goes on
   */
  boolean step(double threshold) {
    int chosen = choose();
    forget();
    if (chosen < 0) {
      return false;
    }
    int t = pursuit.size();
    points.copyRow(chosen, atom);
    Arrays.fill(parts, 0, t, 0);
    for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan, Parlett): exact to rounding
      for (int u = 0; u < t; u++) {
        double part = KERNEL.dot(directions, u * d, atom, 0, d);
        KERNEL.axpy(-part, directions, u * d, atom, 0, d);
        parts[u] += part;
      }
    }
    double own = KERNEL.dot(atom, 0, atom, 0, d);
    if (own < Pursuit.DEPENDENT) {
      return false;
    }
    length = Math.sqrt(own);
    double scale = 1 / length;
    for (int j = 0; j < d; j++) {
      directions[t * d + j] = atom[j] * scale;
    }
    step = KERNEL.dot(directions, t * d, residual, 0, d);
    KERNEL.axpy(-step, directions, t * d, residual, 0, d);
    return pursuit.add(chosen, step * step, threshold);
  }

  /** Part of the newest atom along the {@code u}-th direction before its own. */
  double part(int u) {
    return parts[u];
  }

  /** Distance of the newest atom from the span of those before it. */
  double length() {
    return length;
  }

  /** What the residual lost along the newest direction. */
  double step() {
    return step;
  }

  /** The first of the atoms whose float64 correlation is largest; -1 where none correlates. */
  private int choose() {
    int left = 0;
    for (int c = 0; c < candidates; c++) {
      if (rough[c] >= largest - doubt) {
        candidate[left++] = candidate[c];
      }
    }
    double[] exact = new double[left];
    double best = 0;
    for (int c = 0; c < left; c++) {
      exact[c] = Math.abs(KERNEL.dot(points.rows(), candidate[c] * d, residual, 0, d));
      best = Math.max(best, exact[c]);
    }
    for (int c = 0; c < left; c++) {
      if (exact[c] >= Pursuit.SILENT && exact[c] >= best * (1 - Rounding.TIE)) {
        return candidate[c];
      }
    }
    return -1;
  }
}
