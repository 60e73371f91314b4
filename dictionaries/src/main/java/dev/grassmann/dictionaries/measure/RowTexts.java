package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.TableFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rows say: one text a row, and the words by which some rows stand out from the rest. */
public final class RowTexts {
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final List<String> TABLES =
      List.of(".csv", ".tsv", ".parquet", ".json", ".jsonl", ".arff", ".csv.gz", ".arff.gz");

  /** Columns of a table that make a row's text. */
  private static final int COLUMNS = 8;

  /** How much more frequent a word must be: below this it is mostly articles and pronouns. */
  private static final double TIMES = 3;

  /** Least score, over the largest. */
  private static final double CLEAR = 0.25;

  private final List<String> texts;
  private final Map<String, Integer> rowsWith = new HashMap<>();

  public RowTexts(List<String> texts) {
    this.texts = List.copyOf(texts);
    for (String text : texts) {
      words(text).forEach(word -> rowsWith.merge(word, 1, Integer::sum));
    }
  }

  /**
   * Reads one text a row: the lines of a file, a table's column ({@code table.csv:column}), or the
   * first columns of a table.
   *
   * @param rows how many there should be
   * @throws InputException where there are more or fewer
   */
  public static RowTexts read(String argument, int rows) {
    List<String> texts = new ArrayList<>();
    if (TABLES.stream().anyMatch(argument.toLowerCase(Locale.ROOT)::endsWith)) {
      Table table = TableFiles.read(Path.of(argument));
      for (int row = 0; row < table.rows(); row++) {
        texts.add(cells(table, row));
      }
    } else {
      Labels lines = LabelFiles.read(argument);
      Arrays.stream(lines.codes()).mapToObj(lines.names()::get).forEach(texts::add);
    }
    if (texts.size() != rows) {
      throw new InputException(
          texts.size() + " texts for " + rows + " rows", "--texts", "give one text for each row");
    }
    return new RowTexts(texts);
  }

  private static String cells(Table table, int row) {
    List<String> cells = new ArrayList<>();
    for (Column column : table.columns().subList(0, Math.min(COLUMNS, table.columns().size()))) {
      cells.add(column.name() + " " + column.text(row));
    }
    return String.join(", ", cells);
  }

  String text(int row) {
    return texts.get(row);
  }

  /**
   * Words that are at least twice as frequent in some rows as in all, by their share there times
   * the logarithm of how many times larger it is; words of a single one of the rows are left out.
   *
   * @param most how many at most, the clearest first
   */
  List<String> keywords(List<Integer> rows, int most) {
    Map<String, Integer> here = new HashMap<>();
    for (int row : rows) {
      words(texts.get(row)).forEach(word -> here.merge(word, 1, Integer::sum));
    }
    record Scored(String word, double score) {}
    List<Scored> scored = new ArrayList<>();
    here.forEach(
        (word, count) -> {
          double share = (double) count / rows.size();
          double times = share * texts.size() / rowsWith.get(word);
          if (count > 1 && times >= TIMES) {
            scored.add(new Scored(word, share * Math.log(times)));
          }
        });
    scored.sort(
        (a, b) ->
            a.score() != b.score()
                ? Double.compare(b.score(), a.score())
                : a.word().compareTo(b.word()));
    return scored.stream()
        .filter(word -> word.score() >= CLEAR * scored.get(0).score())
        .limit(most)
        .map(Scored::word)
        .toList();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
