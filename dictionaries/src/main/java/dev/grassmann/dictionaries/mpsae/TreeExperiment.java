package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.standard.AuxK;
import dev.grassmann.dictionaries.standard.BatchTopKConfig;
import dev.grassmann.dictionaries.standard.BatchTopKSae;
import dev.grassmann.dictionaries.standard.BiasStart;
import java.util.Map;

/**
 * The paper's synthetic experiment: a dictionary of 20 atoms is learnt from samples of the tree.
 *
 * @param steps optimiser steps of 200 samples
 */
record TreeExperiment(ToyTree.Correlation correlation, ToyTree.Magnitudes magnitudes, int steps) {
  /** Samples that are learnt from, over and over. */
  private static final int SAMPLES = 400_000;

  /** Features active in a sample, on average: what BatchTopK is told. */
  private static final double L0 = 1.36;

  TreeRecovery matchingPursuit(Run run) {
    ToyTree tree = tree(run);
    MpSaeConfig config = Options.with(MpSaeConfig.SYNTHETIC, "steps", steps);
    return TreeRecovery.of(
        new MpSae().run(samples(tree, run), config, run).dictionary(), tree, run);
  }

  /** As the authors train it: decoder norms are free, and k falls from 3 to the true L0. */
  TreeRecovery batchTopK(Run run) {
    ToyTree tree = tree(run);
    BatchTopKConfig config =
        Options.with(
            BatchTopKConfig.DEFAULT,
            Map.ofEntries(
                Map.entry("width", ToyTree.FEATURES),
                Map.entry("k", L0),
                Map.entry("annealFrom", 3.0),
                Map.entry("annealSteps", 1000),
                Map.entry("steps", steps),
                Map.entry("batch", MpSaeConfig.SYNTHETIC.learning().batch()),
                Map.entry("learningRate", MpSaeConfig.SYNTHETIC.learning().learningRate()),
                Map.entry("beta1", MpSaeConfig.SYNTHETIC.learning().beta1()),
                Map.entry("beta2", MpSaeConfig.SYNTHETIC.learning().beta2()),
                Map.entry("warmup", MpSaeConfig.SYNTHETIC.learning().warmup()),
                Map.entry("coolDownTo", MpSaeConfig.SYNTHETIC.learning().coolDownTo()),
                Map.entry("unitDecoder", false),
                Map.entry("aux", AuxK.NONE),
                Map.entry("biasStart", BiasStart.ZERO),
                Map.entry("thresholdDecay", 0.9),
                Map.entry("thresholdStart", 0),
                Map.entry("normalize", Dictionary.Kind.NONE),
                Map.entry("testShare", 0.0)));
    return TreeRecovery.of(
        new BatchTopKSae().run(samples(tree, run), config, run).dictionary(), tree, run);
  }

  private ToyTree tree(Run run) {
    return new ToyTree(correlation, magnitudes, run.random("tree"));
  }

  private static Vectors samples(ToyTree tree, Run run) {
    float[] x = tree.sample(SAMPLES, run.random("tree samples")).x();
    return Vectors.of(x, SAMPLES, ToyTree.FEATURES);
  }
}
