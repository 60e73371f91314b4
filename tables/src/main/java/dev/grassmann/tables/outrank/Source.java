package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.FeatureScore.Role;
import java.util.function.Supplier;

/**
 * A column that is made when it is needed, so that a wide table is not held twice.
 *
 * @param bins quantile bins where it is a column of numbers, 0 for none
 */
record Source(String name, Role role, int bins, Supplier<Column> make) {
  Feature feature(Encoder encoder) {
    Feature made = encoder.feature(make.get(), role, bins);
    return new Feature(name, role, made.codes(), made.absent());
  }
}
