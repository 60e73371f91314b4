package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae testbed}. */
public record TestbedConfig(
    @Option(help = "optimiser steps", min = 1, max = 1 << 20) int steps,
    @Option(help = "prompts a step", min = 1, max = 1 << 16) int batch,
    @Option(help = "AdamW's learning rate", min = 0, minExclusive = true) double learningRate,
    @Option(help = "steps over which the learning rate rises", min = 0, unit = "steps") int warmup,
    @Option(help = "layers", min = 1, max = 12) int layers,
    @Option(help = "numbers of the residual stream", min = 4, max = 1_024) int width,
    @Option(help = "attention heads a layer; they divide the width", min = 1, max = 64) int heads,
    @Option(help = "prompts to fit dictionaries on", min = 2, max = 1 << 20) int fit,
    @Option(help = "prompts to judge them on", min = 2, max = 1 << 20) int test,
    @Option(help = "activations to write, e.g. resid_mid.1, z.2.3 or v.1@s2") List<String> sites) {
  /** Three layers, 64 wide: answers nearly all prompts after some minutes on two cores. */
  public static final TestbedConfig DEFAULT =
      new TestbedConfig(
          700,
          256,
          2e-3,
          200,
          3,
          64,
          4,
          20_000,
          4_000,
          List.of("resid_mid.1", "resid_mid.2", "z.2"));

  public TestbedConfig {
    sites = List.copyOf(sites);
  }
}
