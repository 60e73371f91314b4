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
import java.util.TreeMap;

/**
 * A method of {@code rank}, found by its name.
 *
 * @param settings options of its own, as texts by their names
 */
record Ranker(
    Method<Table, ? extends Record, FeatureRanking> method, Map<String, String> settings) {
  /** Stands for every ranker. */
  private static final String ALL = "all";

  String id() {
    return method.info().id();
  }

  /**
   * Rankers by their ids, in this order.
   *
   * @param settings {@code id.option=value} each
   * @throws InputException naming those that exist, for an id given twice, or for a setting that no
   *     chosen ranker has
   */
  static List<Ranker> of(List<String> ids, List<String> settings) {
    Map<String, Method<Table, ? extends Record, FeatureRanking>> known = known();
    List<Ranker> rankers = new ArrayList<>();
    for (String id : ids.equals(List.of(ALL)) ? known.keySet() : ids) {
      if (!known.containsKey(id)) {
        throw new InputException(
            "there is no ranker '" + id + "'",
            "--rankers",
            "rankers are " + String.join(", ", known.keySet()) + ", or all");
      }
      if (rankers.stream().anyMatch(ranker -> ranker.id().equals(id))) {
        throw new InputException("'" + id + "' is given twice", "--rankers", "give it once");
      }
      rankers.add(new Ranker(known.get(id), new HashMap<>()));
    }
    if (rankers.isEmpty()) {
      throw new InputException("no ranker is given", "--rankers", "give one at least");
    }
    settings.forEach(setting -> set(setting, rankers));
    rankers.forEach(Ranker::checkSettings);
    return rankers;
  }

  private static void set(String setting, List<Ranker> rankers) {
    int dot = setting.indexOf('.');
    int equals = setting.indexOf('=', dot);
    if (dot < 0 || equals < 0) {
      throw new InputException(
          "'" + setting + "' is no setting", "--set", "write RANKER.OPTION=VALUE");
    }
    String id = setting.substring(0, dot);
    rankers.stream()
        .filter(ranker -> ranker.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "'" + id + "' is not among the rankers",
                    "--set",
                    "they are " + String.join(", ", rankers.stream().map(Ranker::id).toList())))
        .settings
        .put(setting.substring(dot + 1, equals), setting.substring(equals + 1));
  }

  /** Refuses a bad setting before anything is ranked. */
  private void checkSettings() {
    try {
      Options.check(Options.with(method.defaults(), settings));
    } catch (InputException e) {
      throw new InputException(
          id() + ": " + e.what(), "--set" + (e.where().isEmpty() ? "" : " " + e.where()), e.mend());
    }
  }

  @SuppressWarnings("unchecked") // what rank's methods take and give is checked before
  private static Map<String, Method<Table, ? extends Record, FeatureRanking>> known() {
    Map<String, Method<Table, ? extends Record, FeatureRanking>> known = new TreeMap<>();
    for (Method<?, ?, ?> method : ServiceLoader.load(Method.class)) {
      if (method.info().command().equals("rank") && method.input() == Table.class) {
        known.put(method.info().id(), (Method<Table, ? extends Record, FeatureRanking>) method);
      }
    }
    return known;
  }

  /**
   * Ranks a table's columns by the ranker's defaults, such of these options as it has, and its own
   * settings.
   */
  FeatureRanking rank(Table table, Map<String, ?> options, Run run) {
    return rank(method, table, options, run);
  }

  private <C extends Record> FeatureRanking rank(
      Method<Table, C, FeatureRanking> ranker, Table table, Map<String, ?> options, Run run) {
    Map<String, Object> own = new HashMap<>();
    for (Options.Entry entry : Options.of(ranker.defaults())) {
      Object given = options.get(entry.name());
      // OutRank's "missing" is a list of texts, not a choice: one name, another option
      boolean fits = !(given instanceof Enum<?>) || entry.type().isInstance(given);
      if (given != null && fits) {
        own.put(entry.name(), given);
      }
    }
    C config = Options.with(Options.with(ranker.defaults(), own), settings);
    return ranker.run(table, config, run);
  }
}
