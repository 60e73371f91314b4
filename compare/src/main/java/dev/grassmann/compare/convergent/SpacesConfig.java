package dev.grassmann.compare.convergent;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import java.util.List;

/** Every option of {@link Spaces}. */
public record SpacesConfig(
    @Option(help = "what to measure, in this order") List<Measure> measures,
    @Option(help = "neighbours a row, for mknn", min = 1, max = 10_000) int k,
    @Option(
            help = "rows a batch, for cka-minibatch; 256 or more for figures worth comparing",
            min = 4,
            max = 1 << 20,
            unit = "rows")
        int batch,
    @Option(
            help = "times that the rows of B are shuffled to see what chance gives; 0 for no null",
            flag = "null",
            min = 0,
            max = 100_000)
        int shuffles,
    @Option(
            help = "rows drawn for the null of cka and procrustes where there are more",
            min = 4,
            max = 1 << 24,
            unit = "rows")
        int nullRows,
    @Option(
            help = "rows drawn for mknn, whose cost grows with their square, where there are more",
            min = 4,
            max = 1 << 24,
            unit = "rows")
        int neighbourRows) {

  /** What the command uses. */
  public static final SpacesConfig DEFAULTS =
      new SpacesConfig(
          List.of(Measure.CKA, Measure.CKA_BIASED, Measure.MKNN, Measure.PROCRUSTES),
          10,
          256,
          100,
          20_000,
          200_000);

  public SpacesConfig {
    measures = measures.stream().distinct().toList();
    if (measures.isEmpty()) {
      throw new InputException(
          "no measure is named", "--measures", "name at least one, e.g. cka,procrustes");
    }
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws InputException for an unknown name or an unreadable text
   */
  public SpacesConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
