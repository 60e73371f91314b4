package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/** The rest of a transformer: the next word when activations are replaced. */
final class TransformerDownstream implements Downstream {
  private final Prompts prompts;
  private final List<Prompts.Spot> spots;

  TransformerDownstream(Prompts prompts, List<Prompts.Spot> spots) {
    this.prompts = prompts;
    this.spots = spots;
  }

  @Override
  public String margin() {
    return "logit(IO) - logit(S)";
  }

  @Override
  public int[] answers() {
    return prompts.answers();
  }

  @Override
  public int[] others() {
    return prompts.subjects();
  }

  @Override
  public Outputs outputs(int[] rows, List<float[]> activations) {
    return prompts.rows(rows).outputs(spots, activations);
  }
}
