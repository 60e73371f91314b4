package dev.grassmann.cli.method;

import dev.grassmann.core.FeatureBuilder;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --keep}: how much of the table a ranker's command writes, and where. Columns of the file
 * are copied as they stand there; features that are no columns are built.
 *
 * @param count how many of the best; 0 where a share is given, or nothing
 * @param share how many of them, as a share of all; 0 where a count is given, or nothing
 * @param file where; null for {@code kept.csv} in the run's folder
 */
record KeepOption(int count, double share, Path file) {
  private static final String NAME = "--keep";
  private static final String CHOSEN = "chosen";
  private static final Pattern FORM = Pattern.compile("(?:([0-9.]+)(?::|$))?(.*)");

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(NAME)
            .type(String.class)
            .arity("1")
            .paramLabel("N|SHARE|FILE|chosen")
            .description(
                "write the target and the best columns, values untouched: 20, 0.2, 20:best.parquet;"
                    + " best.parquet or chosen: those that the method chooses, or that score above"
                    + " the mean")
            .build());
  }

  static Optional<KeepOption> of(ParseResult parsed) {
    String text = parsed.matchedOptionValue(NAME, (String) null);
    return text == null ? Optional.empty() : Optional.of(parse(text));
  }

  /**
   * @throws InputException for what is neither a count nor a share nor a file of a known ending
   */
  static KeepOption parse(String text) {
    Matcher parts = FORM.matcher(text);
    parts.matches(); // any text does
    if (text.equals(CHOSEN)) {
      return new KeepOption(0, 0, null);
    }
    String file = parts.group(2);
    if (!file.isEmpty() && !file.toLowerCase(Locale.ROOT).matches(".*\\.(csv|parquet)")
        || text.isEmpty()) {
      throw refusal(text);
    }
    Path path = file.isEmpty() ? null : Path.of(file);
    if (parts.group(1) == null) {
      return new KeepOption(0, 0, path);
    }
    try {
      boolean share = parts.group(1).contains(".");
      KeepOption keep =
          share
              ? new KeepOption(0, Double.parseDouble(parts.group(1)), path)
              : new KeepOption(Integer.parseInt(parts.group(1)), 0, path);
      if (share ? keep.share <= 0 || keep.share > 1 : keep.count < 1) {
        throw refusal(text);
      }
      return keep;
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
  }

  private static InputException refusal(String text) {
    return new InputException(
        NAME + " is '" + text + "'",
        "",
        "give a number of columns from 1, a share above 0 and up to 1.0, 'chosen', a file that ends"
            + " with .csv or .parquet, or both as 20:best.parquet");
  }

  /**
   * Writes the table.
   *
   * @param source the file that was ranked
   * @return what was written, for people
   */
  <C extends Record> String write(
      Method<?, C, ?> method,
      C config,
      Table table,
      FeatureRanking ranking,
      Path source,
      RunFolder folder) {
    List<String> all = ranking.best(ranking.scores().size());
    List<String> best = all.subList(0, Math.min(all.size(), wanted(ranking, all.size())));
    Path target = file == null ? folder.file("kept.csv") : file;
    List<String> names = new ArrayList<>(List.of(ranking.target()));
    names.addAll(best);
    try {
      if (names.stream().allMatch(table::has)) {
        TableFiles.copyColumns(source, names, target);
      } else if (method instanceof FeatureBuilder<?>) {
        @SuppressWarnings("unchecked") // a method that builds does so with its own config
        FeatureBuilder<C> builder = (FeatureBuilder<C>) method;
        TableFiles.write(target, builder.build(table, config, ranking, best));
      } else {
        throw new InputException(
            "some features of the ranking are no columns of the table", NAME, "leave it out");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target, e);
    }
    return String.format(
        Locale.ROOT,
        "Kept: %,d of %,d features and the target, in %s",
        best.size(),
        all.size(),
        target);
  }

  /**
   * Where no number is given: what the method chooses, where it chooses; else what scores above the
   * mean, and above every control.
   */
  private int wanted(FeatureRanking ranking, int features) {
    if (count > 0) {
      return count;
    }
    if (share > 0) {
      // a share times a count that should be whole may come out above it by rounding
      return Math.max(1, (int) Math.ceil(share * features - 1e-9));
    }
    if (!ranking.selection().isEmpty() && features < ranking.top(ranking.scores().size()).size()) {
      return features;
    }
    double mean = 0;
    double control = Double.NEGATIVE_INFINITY;
    List<String> real = ranking.top(features);
    for (FeatureScore score : ranking.scores()) {
      mean += real.contains(score.feature()) ? score.score() / features : 0;
      boolean noise = score.role() == FeatureScore.Role.CONTROL;
      control = noise ? Math.max(control, score.score()) : control;
    }
    double bound = Math.max(mean, control);
    return Math.max(1, (int) real.stream().filter(name -> ranking.score(name) > bound).count());
  }
}
