package dev.grassmann.spark.dsir;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.dsir.GumbelKeys;
import org.apache.spark.sql.api.java.UDF2;

/** Key of a document from its number and log weight; the largest keys are the draw. */
final class DrawKey implements UDF2<Long, Double, Double> {
  private final long seed;
  private final double temperature;
  private transient GumbelKeys keys; // made again where this arrives

  DrawKey(long seed, double temperature) {
    this.seed = seed;
    this.temperature = temperature;
  }

  @Override
  public Double call(Long document, Double logWeight) {
    if (keys == null) {
      keys = GumbelKeys.of(Run.seeded(seed), 0);
    }
    return keys.key(document, logWeight, temperature);
  }
}
