package dev.grassmann.core.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another measure of the features of a ranking, to be read beside their scores.
 *
 * @param name what it is, e.g. {@code |Pearson r|}; short, as it heads a column
 * @param values by feature, finite; features without a value are left out
 */
public record SideMeasure(String name, Map<String, Double> values) {
  public SideMeasure {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
