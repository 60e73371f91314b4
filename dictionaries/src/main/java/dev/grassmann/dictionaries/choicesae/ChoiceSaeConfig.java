package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.dictionaries.standard.Footing;
import dev.grassmann.dictionaries.standard.Revival;
import dev.grassmann.dictionaries.train.Learning;

/** Options of Mutual Choice and Feature Choice. */
public record ChoiceSaeConfig(
    @Option(help = "latents to learn, F; 0: four times the dimension", min = 0, max = 1 << 20)
        int width,
    @Option(
            help = "latents a row on average; may be a fraction",
            min = 0,
            minExclusive = true,
            max = 1 << 20)
        double k,
    ChoiceOptions choices,
    Learning learning,
    Revival revival,
    Footing footing) {
  /** With steps and a learning rate that suit two cores; the paper's are not known. */
  public static final ChoiceSaeConfig DEFAULT =
      new ChoiceSaeConfig(
          0,
          32,
          ChoiceOptions.DEFAULT,
          Learning.DEFAULT,
          Options.with(Revival.DEFAULT, "deadAfter", 81_920L),
          Footing.UNIT);
}
