package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Directions;
import dev.grassmann.dictionaries.FiniteRows;
import java.util.Locale;

/**
 * Encodes by matching pursuit over a dictionary of unit atoms, with any number of picks. The door
 * for Java users who bring a dictionary of their own; safe to use from several threads.
 *
 * <p>Encoding costs one product of all rows with all atoms, then p operations a row and pick. For
 * that the p × p Gram matrix is kept once it has paid; where it would take more than a quarter of
 * the heap, or p is above 16,384, correlations are computed anew at each pick.
 *
 * <pre>{@code
 * SparseCodes codes = new MpEncoder(atoms).encode(vectors, 32);
 * }</pre>
 */
public final class MpEncoder {
  private static final int MOST_ATOMS = 1 << 14;

  /** Numbers read, pursued and turned into codes at a time. */
  private static final int BLOCK = 1 << 20;

  private static final double UNIT_TOLERANCE = 1e-3;

  private final Atoms atoms;
  private final float[] bias;
  private float[] gram; // made when it pays, under this object's lock

  /** Unit atoms, p × d, without a bias, on all processors. */
  public MpEncoder(Vectors atoms) {
    this(atoms, null);
  }

  /**
   * An encoder.
   *
   * @param atoms p × d, rows of norm 1
   * @param bias d numbers, subtracted before the pursuit; null for none
   * @throws InputException where a row's norm is not 1, since the error may then grow with the
   *     picks
   */
  public MpEncoder(Vectors atoms, float[] bias) {
    this.atoms = new Atoms(atoms.toArray(), atoms.n(), atoms.d());
    this.bias = bias == null ? null : bias.clone();
    for (int i = 0; i < atoms.n(); i++) {
      double norm = this.atoms.norm(i);
      if (!(Math.abs(norm - 1) <= UNIT_TOLERANCE)) {
        throw new InputException(
            String.format(Locale.ROOT, "atom %d has norm %.4f", i, norm),
            "",
            "matching pursuit needs atoms of norm 1: divide each by its norm");
      }
    }
  }

  /** Codes of all vectors with exactly k picks a row, coefficients as they come. */
  public SparseCodes encode(Vectors vectors, int k) {
    int d = atoms.d();
    if (vectors.d() != d) {
      throw new InputException(
          String.format(
              Locale.ROOT, "the vectors have dimension %,d, the atoms %,d", vectors.d(), d),
          "",
          "give vectors and atoms of one dimension");
    }
    SparseCodes.Builder codes = SparseCodes.builder(atoms.p());
    int block = Math.max(1, Math.min(vectors.n(), BLOCK / d));
    float[] rows = new float[block * d];
    prepare(vectors.n(), k);
    for (int from = 0; from < vectors.n(); from += block) {
      int count = Math.min(block, vectors.n() - from);
      vectors.copyRows(from, count, rows, 0);
      FiniteRows.check(vectors, rows, count, from);
      pursue(rows, count, StopRule.picks(k)).addTo(codes);
    }
    return codes.build();
  }

  /**
   * Codes of n rows with exactly k picks a row.
   *
   * @param rows n × d finite numbers; not changed
   */
  public SparseCodes encode(float[] rows, int n, int k) {
    return encode(rows, n, StopRule.picks(k));
  }

  /** Codes of n rows under a rule of one's own. */
  public SparseCodes encode(float[] rows, int n, StopRule rule) {
    SparseCodes.Builder codes = SparseCodes.builder(atoms.p());
    pursue(rows, n, rule).addTo(codes);
    return codes.build();
  }

  /**
   * Codes of n rows by orthogonal matching pursuit: k different atoms a row, whose coefficients are
   * solved for anew after each pick and are at least 0.
   *
   * @throws InputException where the dictionary's p × p Gram matrix would not fit
   */
  public SparseCodes encodeOrthogonally(float[] rows, int n, int k) {
    requireSteps(k);
    requireGram(atoms.p());
    Picks picks = Picks.none(rows, 0, n, k, atoms.d(), bias);
    float[] products = gram();
    try (Directions directions = new Directions(atoms.rows(), atoms.p(), atoms.d(), null)) {
      new OrthogonalPursuit(atoms, products, k).run(picks, directions);
    }
    SparseCodes.Builder codes = SparseCodes.builder(atoms.p());
    picks.addTo(codes);
    return codes.build();
  }

  /** Refuses dictionaries that orthogonal pursuit has no memory for. */
  static void requireGram(int p) {
    if (!gramFits(p)) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "orthogonal pursuit over %,d features needs %,d MiB",
              p,
              (4L * p * p) >> 20),
          "",
          "give Java four times that with -Xmx (up to 16,384 features), or leave --orthogonal out");
    }
  }

  /** The picks of n rows in their order. */
  Picks pursue(float[] rows, int n, StopRule rule) {
    requireSteps(rule.steps());
    Picks picks = Picks.none(rows, 0, n, rule.steps(), atoms.d(), bias);
    float[] products = prepare(n, rule.steps());
    try (Directions directions = new Directions(atoms.rows(), atoms.p(), atoms.d(), null)) {
      new Pursuit(atoms, rule).run(picks, directions, products);
    }
    return picks;
  }

  private void requireSteps(int k) {
    if (k < 1 || k > atoms.p()) {
      throw new InputException(
          String.format(Locale.ROOT, "k is %,d with %,d features", k, atoms.p()),
          "",
          "give a k from 1 to the number of features");
    }
  }

  /** The Gram matrix where there is one, or so much is to be done that it pays to make it. */
  private synchronized float[] prepare(long rows, int steps) {
    boolean pays = gramFits(atoms.p()) && Pursuit.gramPays(atoms.p(), rows, steps);
    return gram == null && !pays ? null : gram();
  }

  private synchronized float[] gram() {
    if (gram == null) {
      try (Directions directions = new Directions(atoms.rows(), atoms.p(), atoms.d(), null)) {
        gram = directions.gram();
      }
    }
    return gram;
  }

  static boolean gramFits(int p) {
    return p <= MOST_ATOMS && 4L * p * p <= Runtime.getRuntime().maxMemory() / 4;
  }
}
