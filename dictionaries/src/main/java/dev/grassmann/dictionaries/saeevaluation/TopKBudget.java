package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.Map;

/** A TopK dictionary that is learnt again and again, and how. */
public record TopKBudget(
    @Option(help = "latents", min = 1, max = 1 << 20) int width,
    @Option(help = "latents a row", min = 1) int k,
    @Option(help = "steps of each training", min = 1) int steps,
    @Option(help = "rows a step", min = 1) int batch,
    @Option(help = "learning rate of Adam", min = 0, minExclusive = true) double learningRate) {
  /** As the paper's toy of occlusion is learnt here. */
  static final TopKBudget TOY = new TopKBudget(256, 3, 2_000, 512, 2e-3);

  Dictionary learn(Vectors rows, Dictionary.Kind scaling, Run run) {
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of(
                "width",
                width,
                "k",
                k,
                "steps",
                steps,
                "batch",
                batch,
                "learningRate",
                learningRate,
                "warmup",
                0,
                "coolDown",
                0.0,
                "normalize",
                scaling,
                "testShare",
                0.0));
    Run own = run.but().folder(null).resume(false).build();
    return new TopKSae().run(rows, config, own).dictionary();
  }
}
