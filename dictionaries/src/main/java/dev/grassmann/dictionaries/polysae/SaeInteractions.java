package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.format.Format;
import java.nio.file.Path;

/** Which latents of a PolySAE combine, on given vectors. */
public final class SaeInteractions implements Method<Vectors, InteractionsConfig, Interactions> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        19,
        "interactions",
        "sae interactions",
        "Interactions",
        "Koromilas et al. 2026, arXiv 2602.01322",
        "pairs and triples of latents by how much the decoder adds for them together",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public InteractionsConfig defaults() {
    return InteractionsConfig.DEFAULT;
  }

  @Override
  public Interactions run(Vectors vectors, InteractionsConfig config, Run run) {
    Options.check(config);
    if (config.dictionary().isBlank()) {
      throw new InputException(
          "no dictionary was given", "--dictionary", "give the folder of a sae train run");
    }
    SparseAutoencoder sae = SparseAutoencoder.of(Format.load(Path.of(config.dictionary())), run);
    Pairs pairs = new Pairs(sae.dictionary());
    return new InteractionSearch(pairs, sae.encode(vectors), config).search(run);
  }
}
