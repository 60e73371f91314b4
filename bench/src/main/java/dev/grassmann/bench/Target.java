package dev.grassmann.bench;

import java.util.Locale;

/** What a figure has to reach. */
record Target(String text, boolean met) {
  /** The peer's time must be at least {@code atLeast} times ours, by the median of the pairs. */
  static Target ratio(Spread ratio, double atLeast) {
    return new Target(
        String.format(Locale.ROOT, "ratio at least %s", Row.plain(atLeast)),
        ratio.median() >= atLeast);
  }

  /** Our side must take less than so many seconds. */
  static Target below(Spread ours, double seconds) {
    return new Target(
        String.format(Locale.ROOT, "ours below %s s", Row.plain(seconds)), ours.median() < seconds);
  }
}
