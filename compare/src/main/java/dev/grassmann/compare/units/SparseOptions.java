package dev.grassmann.compare.units;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import java.util.List;

/** How units of B are predicted. */
public record SparseOptions(
    @Option(
            help = "L1 penalties of the path, on standardised units; 0 is least squares",
            flag = "alpha",
            min = 0,
            max = 1e6)
        List<Double> alphas,
    @Option(
            help = "penalty whose weights are reported unit by unit: the nearest of the path",
            min = 0,
            max = 1e6)
        double reportAlpha,
    @Option(
            help =
                "read --alpha as the paper's L1 decay, whose loss is a mean over units of B:"
                    + " penalty = decay times their number")
        boolean paperDecay,
    @Option(
            help = "share of the rows that predictions are judged on, not learnt from",
            min = 0.01,
            max = 0.9)
        double held) {
  public SparseOptions {
    alphas = List.copyOf(alphas);
    if (alphas.isEmpty()) {
      throw new InputException(
          "no penalty is named", "--alpha", "name at least one, e.g. 0.01,0.03");
    }
  }

  /** Penalties, descending, each once. */
  double[] path(int targets) {
    double scale = paperDecay ? targets : 1;
    double[] ascending = alphas.stream().mapToDouble(a -> a * scale).sorted().distinct().toArray();
    double[] path = new double[ascending.length];
    for (int i = 0; i < path.length; i++) {
      path[i] = ascending[path.length - 1 - i];
    }
    return path;
  }
}
