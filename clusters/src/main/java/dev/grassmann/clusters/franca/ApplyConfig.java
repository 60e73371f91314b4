package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;

/** Every option of taking features through a map. */
public record ApplyConfig(
    @Option(help = "folder that 'subspace erase' wrote, or a square matrix in a file") String map) {
  /** No map yet: it has to be given. */
  public static final ApplyConfig DEFAULTS = new ApplyConfig("");
}
