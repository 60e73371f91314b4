package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Systems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** All comparisons, in the order of the page. */
final class Comparisons {
  private Comparisons() {}

  static List<Comparison> all() {
    List<Comparison> all = new ArrayList<>();
    Collections.addAll(
        all,
        new OutRankComparison(),
        new KanComparison(),
        new QuickSelectionComparison(),
        new ScreeningComparison(),
        new DsirComparison(),
        new SscOmpComparison(),
        new MatchingPursuitComparison(),
        new SpacesComparison(),
        new EngineComparison());
    all.addAll(SaeTrainingComparison.all());
    return all;
  }

  /**
   * The comparisons with these ids; all when none is named.
   *
   * @throws InputException naming what there is
   */
  static List<Comparison> named(List<String> ids) {
    List<String> known = all().stream().map(Comparison::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new InputException(
            "there is no comparison '" + id + "'", "", "there are " + String.join(", ", known));
      }
    }
    return all().stream().filter(c -> ids.isEmpty() || ids.contains(c.id())).toList();
  }

  /** Place of a comparison on the page: by system number, what belongs to no system last. */
  static int rank(String id) {
    if (SaeTrainingComparison.has(id)) {
      return rank(MatchingPursuitComparison.ID); // the family that this system brings
    }
    return Systems.all().stream()
        .filter(system -> system.id().equals(id))
        .mapToInt(Systems.Entry::number)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** Heading of a comparison. */
  static String title(String id) {
    if (SaeTrainingComparison.has(id)) {
      return "18 Training of sparse autoencoders: " + id;
    }
    return Systems.all().stream()
        .filter(system -> system.id().equals(id))
        .map(system -> String.format(Locale.ROOT, "%02d %s", system.number(), system.name()))
        .findFirst()
        .orElse("Engine");
  }
}
