package dev.grassmann.cli.explore;

import java.util.List;
import java.util.Locale;

/** Numbers in sentences. */
final class Say {
  private Say() {}

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** {@code 1 row is} or {@code 1,234 rows are}. */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  static String percent(double share) {
    return String.format(
        Locale.ROOT, share > 0 && share < 0.01 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  /** {@code a, b and c}, or {@code a, b, c and 7 more}. */
  static String list(List<String> names, int most) {
    int shown = names.size() <= most ? names.size() - 1 : most;
    String rest =
        names.size() <= most
            ? names.get(names.size() - 1)
            : String.format(Locale.ROOT, "%,d more", names.size() - most);
    return shown == 0 ? rest : String.join(", ", names.subList(0, shown)) + " and " + rest;
  }
}
