package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A method of {@code rank}, found by its name. */
record Ranker(Method<Table, ? extends Record, FeatureRanking> method) {
  String id() {
    return method.info().id();
  }

  /**
   * Rankers by their ids, in this order.
   *
   * @throws InputException naming those that exist, or for an id given twice
   */
  static List<Ranker> of(List<String> ids) {
    Map<String, Ranker> known = known();
    List<Ranker> rankers = new ArrayList<>();
    for (String id : ids) {
      Ranker ranker = known.get(id);
      if (ranker == null) {
        throw new InputException(
            "there is no ranker '" + id + "'",
            "--rankers",
            "rankers are " + String.join(", ", known.keySet().stream().sorted().toList()));
      }
      if (rankers.contains(ranker)) {
        throw new InputException("'" + id + "' is given twice", "--rankers", "give it once");
      }
      rankers.add(ranker);
    }
    if (rankers.isEmpty()) {
      throw new InputException("no ranker is given", "--rankers", "give one at least");
    }
    return rankers;
  }

  @SuppressWarnings("unchecked") // what rank's methods take and give is checked before
  private static Map<String, Ranker> known() {
    Map<String, Ranker> known = new HashMap<>();
    for (Method<?, ?, ?> method : ServiceLoader.load(Method.class)) {
      if (method.info().command().equals("rank") && method.input() == Table.class) {
        known.put(
            method.info().id(),
            new Ranker((Method<Table, ? extends Record, FeatureRanking>) method));
      }
    }
    return known;
  }

  /** Ranks a table's columns by the ranker's defaults and such of these options as it has. */
  FeatureRanking rank(Table table, Map<String, ?> options, Run run) {
    return rank(method, table, options, run);
  }

  private static <C extends Record> FeatureRanking rank(
      Method<Table, C, FeatureRanking> method, Table table, Map<String, ?> options, Run run) {
    Map<String, Object> own = new HashMap<>();
    for (Options.Entry entry : Options.of(method.defaults())) {
      Object given = options.get(entry.name());
      // OutRank's "missing" is a list of texts, not a choice: one name, another option
      boolean fits = !(given instanceof Enum<?>) || entry.type().isInstance(given);
      if (given != null && fits) {
        own.put(entry.name(), given);
      }
    }
    return method.run(table, Options.with(method.defaults(), own), run);
  }
}
