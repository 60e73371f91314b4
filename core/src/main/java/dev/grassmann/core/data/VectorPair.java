package dev.grassmann.core.data;

import dev.grassmann.core.InputException;
import java.util.Locale;

/**
 * Two descriptions of the same things: row i of both speaks of the same sample.
 *
 * @param a n × p
 * @param b n × q
 */
public record VectorPair(Vectors a, Vectors b) {
  public VectorPair {
    if (a.n() != b.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "A has %,d rows, B has %,d", a.n(), b.n()),
          "",
          "the same samples in the same order are needed");
    }
  }
}
