package dev.grassmann.tables.kan;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;

/** Options of {@link KanCurves}. */
public record CurvesConfig(
    KanConfig training,
    @Option(help = "features whose curves are drawn, the largest first", min = 1, max = 1000)
        int top,
    @Option(help = "curves drawn of a feature, those of most energy", min = 1, max = 1000)
        int units,
    @Option(help = "points of a curve", min = 2, max = 10_000) int points) {

  /** The nine largest features, four curves each. */
  public static final CurvesConfig DEFAULTS = new CurvesConfig(KanConfig.DEFAULTS, 9, 4, 101);

  /** A copy with one option changed. */
  public CurvesConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
