package dev.grassmann.cli.rankers;

import dev.grassmann.cli.explore.Transposed;
import dev.grassmann.cli.method.DataArgument;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.evaluation.EvaluationConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the rankers are asked about one data set.
 *
 * @param data its name in the catalogue
 * @param target the column to be explained
 * @param what it is, in a few words
 * @param side whether the file lies on its side
 * @param config how rankers are compared on it
 */
record Question(String data, String target, String what, boolean side, EvaluationConfig config) {
  private static final List<String> KAN = List.of("kan-l1", "kan-l2", "kan-si", "kan-ko");

  /** All 62,060 words and 1,200 rows kept a processor busy for more than half an hour. */
  private static final FrequentColumns WORDS = new FrequentColumns(600, 5);

  /** The six, in the order of the page. */
  static List<Question> all() {
    return List.of(
        new Question(
            "mushrooms",
            "class",
            "22 columns of categories, classes that a few columns settle",
            false,
            config("class", 1200, List.of(1.0, 2.0, 4.0), kan("encoding=ordinal"))),
        new Question(
            "diamonds",
            "price",
            "9 mixed columns, four of which measure the same size",
            false,
            config(
                "price",
                1200,
                List.of(1.0, 2.0, 4.0),
                List.of("outrank.bins=10", "outrank.target-bins=5", "quickselection.epsilon=12"))),
        new Question(
            "bank32nh",
            "rej",
            "32 numbers, a target that is mostly noise",
            false,
            config(
                "rej",
                1200,
                List.of(2.0, 5.0, 10.0),
                List.of("outrank.bins=10", "outrank.target-bins=5"))),
        new Question(
            "breast-cancer",
            "diagnosis",
            "30 numbers that repeat each other, and an id",
            false,
            config("diagnosis", 0, List.of(2.0, 5.0, 10.0), List.of("outrank.bins=10"))),
        new Question(
            "colon",
            "class",
            "2,000 genes of 62 samples",
            true,
            config(
                "class",
                0,
                List.of(5.0, 20.0, 100.0),
                with(
                    kan("hidden=32"),
                    "outrank.bins=4",
                    "quickselection.batch=20",
                    "quickselection.epochs=100"))),
        new Question(
            "news20",
            "target",
            "texts of 20 newsgroups: counts of those of 62,060 words that occur in at least 5 of the"
                + " sampled rows",
            false,
            config(
                    "target",
                    WORDS.rows(),
                    List.of(20.0, 100.0, 400.0),
                    with(kan("hidden=32"), "quickselection.batch=50"))
                .with("patience", 20.0)));
  }

  /** The table, as {@code rank} and {@code select} read it; of {@code news20} a part. */
  Table table(Run run) {
    Path file = DataArgument.resolve(data);
    Table table = side ? Transposed.of(file) : TableFiles.read(file);
    return data.equals("news20")
        ? WORDS.of(table, target, run.random("rows of the evaluation"))
        : table;
  }

  private static EvaluationConfig config(
      String target, int rows, List<Double> kept, List<String> settings) {
    return Options.with(
        EvaluationConfig.DEFAULTS,
        Map.of(
            "target",
            target,
            "rankers",
            List.of("all"),
            "rows",
            rows,
            "retentions",
            kept,
            "settings",
            settings,
            "folds",
            3,
            "missing",
            DesignMatrix.Missing.MEAN,
            "patience",
            60.0));
  }

  private static List<String> kan(String setting) {
    return KAN.stream().map(ranker -> ranker + "." + setting).toList();
  }

  private static List<String> with(List<String> settings, String... more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(more));
    return all;
  }
}
