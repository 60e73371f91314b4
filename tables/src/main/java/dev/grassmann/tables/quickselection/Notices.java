package dev.grassmann.tables.quickselection;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.quickselection.QuickSelection.Naming;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a user should know about the data before trusting the ranking. */
final class Notices {
  /** A column in which fewer rows than this share differ from its most extreme value. */
  private static final double RARE = 0.01;

  private static final int NAMED = 5;

  private Notices() {}

  static void about(Prepared prepared, Naming naming, Run run) {
    warn(
        names(prepared, naming, ColumnScale::constant),
        " one value only: left out of the training, score 0",
        run);
    warn(
        names(prepared, naming, scale -> !scale.constant() && scale.rare() < RARE),
        " nearly one value only (less than 1 % of the rows differ), which scaling makes loud",
        run);
  }

  private static List<String> names(
      Prepared prepared, Naming naming, Predicate<ColumnScale> chosen) {
    return IntStream.range(0, prepared.scales().length)
        .filter(j -> chosen.test(prepared.scales()[j]))
        .mapToObj(naming.features()::get)
        .toList();
  }

  private static void warn(List<String> names, String what, Run run) {
    if (!names.isEmpty()) {
      String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d column%s (%s%s) hold%s%s",
              names.size(),
              names.size() == 1 ? "" : "s",
              some,
              names.size() > NAMED ? ", ..." : "",
              names.size() == 1 ? "s" : "",
              what));
    }
  }
}
