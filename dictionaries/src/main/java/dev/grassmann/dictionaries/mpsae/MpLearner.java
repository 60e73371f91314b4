package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.train.DeadLatents;
import dev.grassmann.dictionaries.train.Draws;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.dictionaries.train.UnitRows;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** MP-SAE while it learns. */
final class MpLearner implements SaeLearner {
  private final MpSaeConfig config;
  private final long seed;
  private final int p;
  private final int d;
  private final ArrayParameter atoms;
  private final ArrayParameter bias; // null without one
  private final MpObjective objective;
  private final DeadLatents dead;
  private Picks last;

  MpLearner(MpSaeConfig config, int p, int d, long seed) {
    this.config = config;
    this.seed = seed;
    this.p = p;
    this.d = d;
    this.atoms = new ArrayParameter("atoms", start(config.start(), p, d, random("start", 0)), p, d);
    this.bias = config.bias() ? new ArrayParameter("bias", new float[d], 1, d) : null;
    this.objective = new MpObjective(config.rule(), config.orthogonal());
    this.dead = new DeadLatents(p, config.deadAfter());
  }

  private static float[] start(Start start, int p, int d, SplittableRandom random) {
    float[] rows = new float[Math.multiplyExact(p, d)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          (float) (start == Start.GAUSSIAN ? random.nextGaussian() : random.nextDouble(-1, 1));
    }
    UnitRows.normalise(rows, p, d);
    return rows;
  }

  @Override
  public String about() {
    return config + ", " + p + " atoms";
  }

  @Override
  public List<Parameter> parameters() {
    return bias == null ? List.of(atoms) : List.of(atoms, bias);
  }

  @Override
  public Outcome descend(float[] batch, int rows, long step) {
    float[] dBias = bias == null ? null : bias.gradient();
    Atoms used = new Atoms(config.dropout() > 0 ? kept(step) : atoms.values(), p, d);
    float[] b = bias == null ? null : bias.values();
    last = objective.descend(used, b, batch, rows, atoms.gradient(), dBias);
    if (config.atomNorm() == AtomNorm.UNIT) {
      UnitRows.removeParallel(atoms);
    }
    int active = count();
    double error = last.squaredError();
    return new Outcome(error / rows, error, active, dead.count());
  }

  /** Marks picked atoms as alive; the number of codes that are not 0. */
  private int count() {
    int[] lastRow = new int[p]; // row + 1 in which an atom was picked last
    int[] fired = new int[p];
    int entries = 0;
    for (int b = 0; b < last.rows(); b++) {
      int from = b * last.steps();
      for (int t = from; t < from + last.count()[b]; t++) {
        if (lastRow[last.atom()[t]] != b + 1) {
          lastRow[last.atom()[t]] = b + 1;
          fired[last.atom()[t]]++;
          entries++;
        }
      }
    }
    dead.add(last.rows(), fired);
    return entries;
  }

  /** The atoms with a random share of them set to 0, which cannot be picked to any effect. */
  private float[] kept(long step) {
    SplittableRandom random = random("dropout", step);
    float[] rows = atoms.values().clone();
    for (int i = 0; i < p; i++) {
      if (random.nextDouble() < config.dropout()) {
        Arrays.fill(rows, i * d, (i + 1) * d, 0);
      }
    }
    return rows;
  }

  @Override
  public void moved(long step) {
    switch (config.atomNorm()) {
      case UNIT -> UnitRows.normalise(atoms.values(), p, d);
      case BALL -> UnitRows.intoUnitBall(atoms.values(), p, d);
      case FREE -> {} // until the end
    }
    if (config.reseed() && dead.count() > 0) {
      reseed(step);
    }
  }

  /** Gives each dead atom the direction of a residual, drawn by its squared norm. */
  private void reseed(long step) {
    SplittableRandom random = random("reseed", step);
    double[] upTo = new double[last.rows()];
    double sum = 0;
    for (int b = 0; b < last.rows(); b++) {
      for (int c = b * d; c < (b + 1) * d; c++) {
        sum += (double) last.residual()[c] * last.residual()[c];
      }
      upTo[b] = sum;
    }
    for (int i = 0; i < p && sum > 0; i++) {
      if (dead.isDead(i)) {
        double draw = random.nextDouble() * sum;
        int found = Arrays.binarySearch(upTo, draw);
        int b = Math.min(last.rows() - 1, found < 0 ? -found - 1 : found);
        System.arraycopy(last.residual(), b * d, atoms.values(), i * d, d);
        dead.revive(i);
      }
    }
    UnitRows.normalise(atoms.values(), p, d);
  }

  @Override
  public void save(State state) {
    dead.save(state);
  }

  @Override
  public void load(State state) {
    dead.load(state);
  }

  @Override
  public Dictionary dictionary(Dictionary.Scaling scaling) {
    float[] unit = atoms.values().clone();
    UnitRows.normalise(unit, p, d);
    Map<String, Vectors> parameters = new HashMap<>();
    if (bias != null) {
      parameters.put(Dictionary.BIAS, Vectors.of(bias.values(), 1, d));
    }
    return new Dictionary(
        MpArchitecture.ID,
        config.k(),
        Vectors.of(unit, p, d),
        parameters,
        Map.of(
            MpArchitecture.TOLERANCE,
            config.tau(),
            MpArchitecture.RECTIFIED,
            config.rectify() ? 1.0 : 0.0,
            MpArchitecture.ORTHOGONAL,
            config.orthogonal() ? 1.0 : 0.0),
        scaling);
  }

  /** A generator for one purpose and step, so that a resumed training draws the same. */
  private SplittableRandom random(String purpose, long step) {
    return Draws.of(seed, purpose, step);
  }
}
