package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import java.util.List;

/** Options of {@code sample draw}. */
public record DsirDrawConfig(
    @Option(help = "folder of the sample weigh run whose weights count") String weights,
    @Option(help = "documents to draw", min = 0) long k,
    @Option(help = "take the largest weights, and do not draw") boolean topK,
    @Option(
            help =
                "keep those of which a Pareto draw exceeds 1 - p, p their probability by sample"
                    + " classify: the paper's baseline")
        boolean pareto,
    @Option(help = "leave out documents of fewer tokens", min = 0, unit = "tokens") int minLength,
    @Option(help = "divides log weights; above 1 draws more evenly, not the paper's", min = 1e-6)
        double temperature,
    @Option(help = "share of each separate target; empty: by their sizes", min = 0)
        List<Double> shares) {
  /** The paper's; how many to draw must be said. */
  public static final DsirDrawConfig DEFAULT =
      new DsirDrawConfig("", 0, false, false, 100, 1, List.of());

  public DsirDrawConfig {
    shares = List.copyOf(shares);
  }

  void requireNumber() {
    if (k == 0) {
      throw new InputException("no number was given", "--k", "say how many documents to draw");
    }
  }

  /**
   * @param sizes n-grams of each target
   */
  Draw.Rules rules(List<Long> sizes) {
    requireNumber();
    if (topK && pareto) {
      throw new InputException(
          "both --top-k and --pareto were given", "", "give one of them, or none");
    }
    Draw.Order order = topK ? Draw.Order.LARGEST : pareto ? Draw.Order.PARETO : Draw.Order.GUMBEL;
    return new Draw.Rules(Shares.of(k, shares, sizes), order, minLength, temperature);
  }
}
