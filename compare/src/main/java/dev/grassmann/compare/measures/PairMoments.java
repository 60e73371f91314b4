package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.BlockLanes;
import dev.grassmann.engine.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/**
 * All that linear CKA and Procrustes need to know of two spaces, A (n × p) and B (n × q): sums
 * about the means in float64, from one pass over the rows, in memory O(p² + q² + pq) for any n.
 * Immutable; two of them, of different rows, {@link #merge} into that of all rows, and each can be
 * saved.
 */
public final class PairMoments {
  /** Columns up to which several blocks are held at once; beyond, the products are large enough. */
  private static final int WIDEST_IN_LANES = 1_024;

  private final JointMoments aa;
  private final JointMoments ab;
  private final JointMoments bb;

  PairMoments(JointMoments aa, JointMoments ab, JointMoments bb) {
    this.aa = aa;
    this.ab = ab;
    this.bb = bb;
  }

  /** Of all rows of two spaces, row i of both being the same sample. */
  public static PairMoments of(Vectors a, Vectors b) {
    return of(new VectorPair(a, b), Run.local());
  }

  /**
   * Of all rows, with progress.
   *
   * @throws InputException for NaN or infinity, and where the sums do not fit into memory
   */
  public static PairMoments of(VectorPair pair, Run run) {
    Vectors a = pair.a();
    Vectors b = pair.b();
    requireMemory(a.d(), b.d(), Runtime.getRuntime().maxMemory());
    PairMoments all =
        new PairMoments(
            new JointMoments(a.d(), a.d()),
            new JointMoments(a.d(), b.d()),
            new JointMoments(b.d(), b.d()));
    int block = blockRows(a.d(), b.d());
    int blocks = (a.n() + block - 1) / block;
    if (Math.max(a.d(), b.d()) > WIDEST_IN_LANES) {
      try (Scope scope = Scope.open()) {
        Room room = Room.of(pair, block);
        for (int i = 0; i < blocks; i++) {
          all.add(room.read(pair, i * block, block), run, a.n());
        }
      }
    } else {
      BlockLanes.forEach(
          blocks,
          () -> Room.of(pair, block),
          (i, room) -> room.read(pair, i * block, block),
          part -> all.add(part, run, a.n()));
    }
    return all;
  }

  /**
   * Room for a block of both spaces, used again and again: fresh memory costs as much as reading.
   */
  private record Room(Tensor a, Tensor b) {
    static Room of(VectorPair pair, int block) {
      return new Room(CentredRows.room(block, pair.a().d()), CentredRows.room(block, pair.b().d()));
    }

    PairMoments read(VectorPair pair, int from, int block) {
      try (Scope scope = Scope.open()) {
        int count = Math.min(block, pair.a().n() - from);
        CentredRows x = CentredRows.read(pair.a(), from, count, "A", a);
        CentredRows y = CentredRows.read(pair.b(), from, count, "B", b);
        return new PairMoments(JointMoments.of(x, x), JointMoments.of(x, y), JointMoments.of(y, y));
      }
    }
  }

  private void add(PairMoments part, Run run, int all) {
    aa.add(part.aa);
    ab.add(part.ab);
    bb.add(part.bb);
    run.step("reading both spaces", n(), all);
  }

  /** Rows a block: 4 MiB of float64 a side, and enough that the products outweigh the adding. */
  private static int blockRows(int p, int q) {
    int d = Math.max(p, q);
    return Math.max(Math.min(1 << 16, (1 << 19) / d), 2 * d);
  }

  static void requireMemory(int p, int q, long available) {
    // kept once, and once more for the block that is being added
    double bytes = 2.0 * 8 * ((double) p * p + (double) p * q + (double) q * q);
    long widest = (long) Math.max(p, q) * Math.max(p, q);
    if (bytes > available || widest > Integer.MAX_VALUE - 8) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "the products of %,d and %,d columns need %,.1f GB, the JVM may use %,.1f GB",
              p,
              q,
              bytes / 1e9,
              available / 1e9),
          "",
          "reduce the columns first, or give the JVM more memory (at most 46,340 columns fit)");
    }
  }

  /**
   * Of the rows of both, neither of which changes.
   *
   * @throws InputException where the other one's spaces have other dimensions
   */
  public PairMoments merge(PairMoments other) {
    if (other.p() != p() || other.q() != q()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "moments of %,d and %,d columns cannot be merged with moments of %,d and %,d",
              p(),
              q(),
              other.p(),
              other.q()),
          "",
          "merge parts of the same two spaces");
    }
    PairMoments merged = new PairMoments(aa.copy(), ab.copy(), bb.copy());
    merged.aa.add(other.aa);
    merged.ab.add(other.ab);
    merged.bb.add(other.bb);
    return merged;
  }

  /**
   * Saves everything as a safetensors file of float64 tensors, whole or not at all; {@link #load}
   * reads it back, bit by bit.
   */
  public void save(Path file) {
    try {
      MomentsFile.write(this, file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /**
   * What {@link #save} wrote.
   *
   * @throws InputException where the file is something else, or damaged
   */
  public static PairMoments load(Path file) {
    return MomentsFile.read(file);
  }

  /** Rows seen. */
  public long n() {
    return ab.n();
  }

  /** Dimension of A. */
  public int p() {
    return ab.p();
  }

  /** Dimension of B. */
  public int q() {
    return ab.q();
  }

  /** Mean of A's rows, p numbers. */
  public double[] meanA() {
    return ab.meanX().clone();
  }

  /** Mean of B's rows, q numbers. */
  public double[] meanB() {
    return ab.meanY().clone();
  }

  /** Sum of (a - mean)(a - mean)ᵀ, p × p, row-major. */
  public double[] scatterAa() {
    return aa.cross().clone();
  }

  /** Sum of (a - mean)(b - mean)ᵀ, p × q, row-major. */
  public double[] scatterAb() {
    return ab.cross().clone();
  }

  /** Sum of (b - mean)(b - mean)ᵀ, q × q, row-major. */
  public double[] scatterBb() {
    return bb.cross().clone();
  }

  JointMoments aa() {
    return aa;
  }

  JointMoments ab() {
    return ab;
  }

  JointMoments bb() {
    return bb;
  }

  /**
   * Checks what every measure needs.
   *
   * @param least rows without which the measure is not defined
   * @throws InputException for fewer rows, and for a space all of whose rows are equal
   */
  public void requireSpread(int least) {
    if (n() < least) {
      throw new InputException(
          "there are " + n() + " rows", "", "the measure needs at least " + least);
    }
    requireSpread(ab.squaresX(), "A");
    requireSpread(ab.squaresY(), "B");
  }

  private void requireSpread(double squares, String name) {
    if (squares == 0) {
      throw new InputException(
          String.format(Locale.ROOT, "all %,d rows of %s are equal", n(), name),
          "",
          "a space without variance is like nothing: give rows that differ");
    }
  }
}
