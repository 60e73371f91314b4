package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import dev.grassmann.dictionaries.train.UnitRows;
import java.util.Map;

/**
 * A dictionary of a dictionary's directions (meta-SAE, Leask et al. 2025): where few meta-latents
 * make up most of each direction, latents are not atoms but mixtures of something smaller.
 *
 * @param features meta-latents; 4 make up a direction
 * @param explained share of the directions' variance that they explain: low is what atoms give
 */
public record MetaDictionary(int features, double explained) {
  private static final int K = 4;
  private static final int STEPS = 1_000;
  private static final int BATCH = 256;

  static MetaDictionary of(Dictionary dictionary, int features, Run run) {
    float[] atoms = dictionary.atoms().toArray();
    UnitRows.normalise(atoms, dictionary.features(), dictionary.d());
    Vectors directions = Vectors.of(atoms, dictionary.features(), dictionary.d());
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of(
                "width",
                features,
                "k",
                Math.min(K, features),
                "steps",
                STEPS,
                "batch",
                Math.min(BATCH, directions.n()),
                "learningRate",
                2e-3,
                "warmup",
                0,
                "coolDown",
                0.2,
                "normalize",
                Dictionary.Kind.CENTRE,
                "testShare",
                0.0));
    Run own = run.but().folder(null).resume(false).build();
    SparseAutoencoder meta =
        SparseAutoencoder.of(new TopKSae().run(directions, config, own).dictionary());
    return new MetaDictionary(
        features,
        new Evaluator(meta).fidelity(directions, meta.encode(directions)).explainedVariance());
  }
}
