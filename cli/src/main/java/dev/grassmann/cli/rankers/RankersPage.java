package dev.grassmann.cli.rankers;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The figures in {@code docs/rankers.md}: what stands between two marks is written anew, the words
 * around them are people's.
 */
final class RankersPage {
  static final String BEGIN = "<!-- figures: written by 'grassmann rankers' -->\n";
  static final String END = "<!-- end of figures -->";

  /** What two rankers may differ by and count as level. */
  private static final double LEVEL = 0.01;

  private final List<Standing> standings;

  RankersPage(List<Standing> standings) {
    this.standings = standings;
  }

  /**
   * Writes the figures into the page.
   *
   * @throws InputException where the page has no marks, or cannot be written
   */
  void writeInto(Path page) {
    try {
      String text = Files.exists(page) ? Files.readString(page) : "# Rankers\n\n" + BEGIN + END;
      int from = text.indexOf(BEGIN);
      int to = text.indexOf(END);
      if (from < 0 || to < from) {
        throw new InputException(
            "has no place for the figures", page.toString(), "put back the line " + BEGIN.strip());
      }
      String whole = text.substring(0, from) + BEGIN + figures() + text.substring(to);
      AtomicFile.write(page, out -> out.write(whole.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          "cannot be written (" + e.getMessage() + ")", page.toString(), "give --docs a folder", e);
    }
  }

  String figures() {
    StringBuilder page = new StringBuilder("\n### All data sets\n\n");
    summary(page);
    for (Question question : asked()) {
      section(page, question);
    }
    return page.append('\n').toString();
  }

  private List<Question> asked() {
    return Question.all().stream().filter(question -> !of(question.data()).isEmpty()).toList();
  }

  /** Rankers against data sets: the mean quality, and how far from chance to the best. */
  private void summary(StringBuilder page) {
    page.append("| ranker |");
    asked().forEach(question -> page.append(' ').append(question.data()).append(" |"));
    page.append(" of the way |\n|---|").append("---:|".repeat(asked().size() + 1)).append('\n');
    List<String> names = names(standings);
    names.sort(Comparator.comparingDouble(this::way).reversed());
    for (String ranker : names) {
      page.append("| ").append(ranker).append(" |");
      for (Question question : asked()) {
        double mean = mean(question.data(), ranker);
        boolean best = mean >= best(question.data()) - LEVEL;
        page.append(best ? " **" : " ").append(number(mean)).append(best ? "** |" : " |");
      }
      double way = way(ranker);
      page.append(
          Double.isNaN(way) ? " |\n" : String.format(Locale.ROOT, " %.0f %% |%n", 100 * way));
    }
    for (String ranker : List.of(Standing.RANDOM, Standing.ALL)) {
      page.append("| *").append(ranker.equals(Standing.ALL) ? "all columns" : ranker);
      page.append("* |");
      asked().forEach(q -> page.append(' ').append(number(mean(q.data(), ranker))).append(" |"));
      page.append(" |\n");
    }
  }

  private void section(StringBuilder page, Question question) {
    List<Standing> own = of(question.data());
    Standing all = own.get(0);
    page.append("\n### ").append(question.data()).append("\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            "%s; %,d rows; %s; all columns %s.",
            question.what(),
            all.rows(),
            all.measure(),
            number(all.quality())));
    if (!question.config().settings().isEmpty()) {
      page.append(" Settings: `");
      page.append(String.join("`, `", question.config().settings())).append("`.");
    }
    List<Integer> kept =
        own.stream()
            .filter(standing -> standing.ranker().equals(Standing.RANDOM))
            .map(Standing::kept)
            .toList();
    page.append("\n\n| ranker |");
    kept.forEach(k -> page.append(String.format(Locale.ROOT, " best %,d |", k)));
    page.append(" mean | steadiness | seconds |\n|---|");
    page.append("---:|".repeat(kept.size() + 3)).append('\n');
    List<String> names = names(own);
    // those that were left out have no mean, and come last
    names.sort(Comparator.comparingDouble((String name) -> worse(mean(question.data(), name))));
    names.add(Standing.RANDOM);
    for (String ranker : names) {
      row(page, own.stream().filter(s -> s.ranker().equals(ranker)).toList(), kept.size());
    }
  }

  private static void row(StringBuilder page, List<Standing> own, int columns) {
    Standing first = own.get(0);
    page.append("| ").append(first.ranker()).append(" |");
    if (!first.reason().isEmpty()) {
      page.append(" left out: ").append(first.reason()).append(" |");
      page.append(" |".repeat(columns + 2)).append('\n');
      return;
    }
    own.forEach(standing -> page.append(' ').append(number(standing.quality())).append(" |"));
    page.append(' ').append(number(average(own.stream().mapToDouble(Standing::quality))));
    page.append(" | ").append(number(average(own.stream().mapToDouble(Standing::kuncheva))));
    page.append(" | ");
    page.append(
        Double.isNaN(first.seconds()) ? "" : String.format(Locale.ROOT, "%.2f", first.seconds()));
    page.append(" |\n");
  }

  private List<Standing> of(String data) {
    return standings.stream().filter(standing -> standing.data().equals(data)).toList();
  }

  /** Rankers, without all columns and random order. */
  private static List<String> names(List<Standing> of) {
    return new ArrayList<>(
        of.stream()
            .map(Standing::ranker)
            .filter(name -> !name.equals(Standing.ALL) && !name.equals(Standing.RANDOM))
            .distinct()
            .toList());
  }

  /** Mean over the numbers of columns, NaN for a ranker that was left out. */
  private double mean(String data, String ranker) {
    return average(
        of(data).stream()
            .filter(standing -> standing.ranker().equals(ranker))
            .mapToDouble(Standing::quality));
  }

  private static double worse(double mean) {
    return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : -mean;
  }

  private double best(String data) {
    return names(of(data)).stream()
        .mapToDouble(ranker -> mean(data, ranker))
        .filter(mean -> !Double.isNaN(mean))
        .max()
        .orElse(Double.NaN);
  }

  /** How far a ranker comes from random order to the best, mean over the data sets that it did. */
  private double way(String ranker) {
    return average(
        asked().stream()
            .map(Question::data)
            .mapToDouble(
                data -> {
                  double chance = mean(data, Standing.RANDOM);
                  return (mean(data, ranker) - chance) / (best(data) - chance);
                }));
  }

  private static double average(DoubleStream values) {
    OptionalDouble average = values.filter(value -> !Double.isNaN(value)).average();
    return average.orElse(Double.NaN);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
