package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sae eval}. */
public record SaeEvalConfig(
    @Option(help = "folder of the sae train run whose dictionary is measured") String dictionary,
    @Option(help = "most latents a row, any number up to F; 0: as trained", min = 0) int k,
    @Option(help = "sparsities of the error curve; empty: powers of two", min = 1) List<Integer> ks,
    @Option(help = "a class for each row: probes, perturbation, absorption, loss; empty: none")
        String labels,
    @Option(help = "a second class for each row, with --labels: SCR and RAVEL; empty: none")
        String otherLabels,
    @Option(help = "latents a class that probes may use", min = 1) List<Integer> probe,
    @Option(help = "latents that perturbation, SCR and RAVEL change", min = 1)
        List<Integer> perturb,
    @Option(help = "latents of a dictionary of the dictionary (meta-SAE); 0: none", min = 0)
        int meta,
    @Option(help = "folder of a sae testbed run: the loss is its model's") String model,
    @Option(help = "where in the model the vectors come from, e.g. resid_mid.1") String site,
    @Option(help = "table of the vectors' prompts, as sae testbed wrote it") String prompts) {
  static final SaeEvalConfig DEFAULT =
      new SaeEvalConfig(
          "", 0, List.of(), "", "", List.of(1, 2, 5), List.of(2, 5, 10, 20), 0, "", "", "");

  public SaeEvalConfig {
    ks = List.copyOf(ks);
    probe = List.copyOf(probe);
    perturb = List.copyOf(perturb);
  }
}
