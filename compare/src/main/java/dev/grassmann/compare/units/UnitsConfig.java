package dev.grassmann.compare.units;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import java.util.List;

/** Every option of {@link Units}. */
public record UnitsConfig(
    @Option(help = "what to do, each of them once") List<Step> steps,
    @Option(help = "what makes two units partners") Score score,
    @Option(
            help =
                "pair by the magnitude of the correlation, so that opposite units are partners too")
        boolean absolute,
    @Option(
            help =
                "rows that stay together when rows are shuffled or held out, e.g. all positions of"
                    + " one image",
            min = 1,
            max = 1 << 24,
            unit = "rows")
        int block,
    @Option(
            help = "times that the rows of B are shuffled to see what chance gives; 0 for no null",
            flag = "null",
            min = 0,
            max = 100_000)
        int shuffles,
    @Option(
            help = "rows drawn for the null where there are more",
            min = 4,
            max = 1 << 24,
            unit = "rows")
        int nullRows,
    InformationOptions information,
    SparseOptions sparse,
    GraphOptions joint) {

  /** What the command uses. */
  public static final UnitsConfig DEFAULTS =
      new UnitsConfig(
          List.of(Step.MATCH, Step.SPARSE, Step.CLUSTER),
          Score.CORR,
          false,
          1,
          100,
          20_000,
          new InformationOptions(50_000, 0),
          new SparseOptions(
              List.of(0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5), 0.03, false, 1 / 3.0),
          new GraphOptions(Graph.FULL, 0.1, false, 0, 0));

  public UnitsConfig {
    steps = steps.stream().distinct().sorted().toList();
    if (steps.isEmpty()) {
      throw new InputException("no step is named", "--steps", "name at least one, e.g. match");
    }
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws InputException for an unknown name or an unreadable text
   */
  public UnitsConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
