package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;

/** Vectors into sparse codes, by a dictionary that was trained before. */
public final class SaeEncode implements Method<Vectors, SaeEncodeConfig, SparseCodes> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "encode",
        "sae encode",
        "Sparse codes",
        "Costa et al. 2025, arXiv 2506.03093",
        "sparse codes of vectors as (row, latent, value), with any sparsity",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SaeEncodeConfig defaults() {
    return SaeEncodeConfig.DEFAULT;
  }

  @Override
  public SparseCodes run(Vectors vectors, SaeEncodeConfig config, Run run) {
    Options.check(config);
    SparseAutoencoder sae = Trained.at(config.dictionary(), run);
    return sae.encode(vectors, Trained.k(config.k()), run);
  }
}
