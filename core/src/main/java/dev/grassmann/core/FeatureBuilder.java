package dev.grassmann.core;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import java.util.List;

/**
 * A ranker whose features need not be columns of the table, and that can make columns of them.
 *
 * @param <C> its config
 */
public interface FeatureBuilder<C extends Record> {
  /**
   * The target and some features as a table, the target first.
   *
   * @param config what the ranking was made with
   * @param features names that the ranking has
   * @throws InputException where one of them cannot be built from this table
   */
  Table build(Table table, C config, FeatureRanking ranking, List<String> features);
}
