package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.train.State;
import java.util.HashMap;
import java.util.Map;

/** TopK, BatchTopK and Matryoshka: the largest pre-activations of each row, or of the batch. */
final class TopKRule implements Rule {
  private final TopKOptions options;
  private final Threshold threshold;

  TopKRule(TopKOptions options) {
    this.options = options;
    this.threshold = new Threshold(options.thresholdDecay(), options.thresholdStart());
  }

  @Override
  public String about() {
    return options + options.allocation().about();
  }

  @Override
  public String architecture() {
    if (!options.nesting().equals(Nesting.NONE)) {
      return MatryoshkaArchitecture.ID;
    }
    if (options.allocation().thresholds(0) != null) {
      return JumpReluArchitecture.ID;
    }
    return together() ? BatchTopKArchitecture.ID : TopKArchitecture.ID;
  }

  @Override
  public int k() {
    return Math.max(1, (int) Math.round(options.k()));
  }

  private boolean together() {
    return options.selection() == Selection.BATCH;
  }

  @Override
  public Result descend(Model model, float[] x, int rows, long step, boolean[] dead) {
    Weights weights = model.weights();
    Allocation allocation = options.allocation();
    boolean none = options.aux().aux() == AuxK.NONE;
    boolean[] flags = none ? null : allocation.revived(dead, step);
    Chooser.Plan plan = plan(options.kAt(step), weights, rows, flags, step);
    double auxWeight = options.aux().auxWeight();
    if (flags != null) {
      auxWeight *= allocation.weight(flags, plan.kAux());
    }
    Objective.Loss loss = new Objective(model, plan, auxWeight, options.nesting()).of(x, rows);
    ActiveCodes codes = loss.choice().codes();
    if (together()) {
      threshold.follow(BatchSelection.smallest(codes), step);
    }
    Result result =
        Result.of(loss.total(auxWeight), loss.meanSquaredError() * rows, codes, weights.features());
    allocation.chosen(codes, result.fired(), loss.choice().least(), rows, step);
    return result;
  }

  private Chooser.Plan plan(double k, Weights weights, int rows, boolean[] flags, long step) {
    float[] norms = options.normWeighed() ? weights.decoderNorms() : null;
    int most = weights.features();
    int keep = together() ? (int) Math.round(Math.min(k, most) * rows) : 0;
    int own = Math.max(1, Math.min(most, (int) Math.round(k)));
    return new Chooser.Plan(
        options.selection(),
        own,
        keep,
        options.wide(),
        options.aux().aux(),
        options.aux().latents(weights.d()),
        flags,
        together() ? options.allocation().quotas(keep, rows, step) : null,
        norms);
  }

  @Override
  public Map<String, Vectors> kept() {
    Map<String, Vectors> kept = new HashMap<>(options.allocation().kept());
    if (together()) {
      float common = threshold.value();
      float[] each = options.allocation().thresholds(common);
      float[] limits = each == null ? new float[] {common} : each;
      kept.put(Dictionary.THRESHOLD, Vectors.of(limits, 1, limits.length));
    }
    return kept;
  }

  @Override
  public Map<String, Double> settings() {
    return Map.of(
        TopKArchitecture.NORM_WEIGHED,
        options.normWeighed() ? 1.0 : 0.0,
        TopKArchitecture.GROUPS,
        options.selection() == Selection.GROUP ? 1.0 : 0.0);
  }

  @Override
  public void save(State state) {
    threshold.save(state);
    options.allocation().save(state.under("allocation"));
  }

  @Override
  public void load(State state) {
    threshold.load(state);
    options.allocation().load(state.under("allocation"));
  }
}
