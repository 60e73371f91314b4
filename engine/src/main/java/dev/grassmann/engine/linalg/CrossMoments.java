package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.util.Arrays;

/**
 * Means and scatters of two sets of columns seen on the same rows: XᵀX, YᵀY and XᵀY about the
 * means, in one pass and mergeable like {@link Moments}. Memory is 8 (p + q)² bytes.
 */
public final class CrossMoments {
  private final int p;
  private final int q;
  private final Moments joint;

  /**
   * Of no rows yet.
   *
   * @param p columns of X
   * @param q columns of Y
   */
  public CrossMoments(int p, int q) {
    this(p, q, new Moments(Math.addExact(p, q)));
  }

  private CrossMoments(int p, int q, Moments joint) {
    this.p = p;
    this.q = q;
    this.joint = joint;
  }

  /** Of all rows of two sets of vectors, row i of both being the same sample. */
  public static CrossMoments of(Vectors x, Vectors y) {
    CrossMoments moments = new CrossMoments(x.d(), y.d());
    moments.add(x, y);
    return moments;
  }

  /**
   * As saved before: the moments of the rows (x, y).
   *
   * @param p how many of the columns are X's
   */
  public static CrossMoments of(Moments joint, int p) {
    if (p < 1 || p >= joint.d()) {
      throw new IllegalArgumentException(p + " of " + joint.d() + " columns for X");
    }
    return new CrossMoments(p, joint.d() - p, joint);
  }

  /**
   * Adds all rows, read once in blocks.
   *
   * @throws InputException where there are more rows of one than of the other
   */
  public void add(Vectors x, Vectors y) {
    if (x.n() != y.n()) {
      throw new InputException(
          "X has " + x.n() + " rows, Y has " + y.n(),
          "",
          "the same samples in the same order are needed");
    }
    joint.add(new SideBySide(x, y));
  }

  /** Adds what another one has seen. */
  public void merge(CrossMoments other) {
    if (other.p != p) {
      throw new IllegalArgumentException("X of " + other.p + " columns, not " + p);
    }
    joint.merge(other.joint);
  }

  /** The moments of the rows (x, y), e.g. to be saved. */
  public Moments joint() {
    return joint;
  }

  public long n() {
    return joint.n();
  }

  /** Mean of each column of X, p numbers. */
  public double[] meanX() {
    return Arrays.copyOf(joint.mean(), p);
  }

  /** Mean of each column of Y, q numbers. */
  public double[] meanY() {
    return Arrays.copyOfRange(joint.mean(), p, p + q);
  }

  /** Sum of (x - mean)(x - mean)ᵀ, p × p. */
  public double[] scatterXx() {
    return part(0, p, 0, p);
  }

  /** Sum of (y - mean)(y - mean)ᵀ, q × q. */
  public double[] scatterYy() {
    return part(p, q, p, q);
  }

  /** Sum of (x - mean)(y - mean)ᵀ, p × q. */
  public double[] scatterXy() {
    return part(0, p, p, q);
  }

  private double[] part(int row, int rows, int column, int columns) {
    double[] all = joint.scatter();
    double[] part = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(all, (row + i) * (p + q) + column, part, i * columns, columns);
    }
    return part;
  }
}
