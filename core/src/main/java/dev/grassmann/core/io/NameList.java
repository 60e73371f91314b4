package dev.grassmann.core.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names that there are, for refusals of a name that there is not. */
final class NameList {
  private static final int MOST = 20;

  private NameList() {}

  /** {@code "there are a, b, c and 7 more"}. */
  static String of(String lead, Collection<String> names) {
    if (names.isEmpty()) {
      return lead + " none";
    }
    List<String> all = new ArrayList<>(names);
    String some = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
    return lead + " " + some + (all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "");
  }
}
