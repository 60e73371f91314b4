package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.run.RunRecord;
import dev.grassmann.spark.outrank.SparkOutRank;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code rank INPUT --target COLUMN}: OutRank on a cluster. Takes the options of {@code grassmann
 * rank}, and {@code --out}, {@code --seed}, {@code --format}, {@code --cardinalities false}, {@code
 * --json}.
 */
final class RankCommand {
  private final String input;
  private final String format;
  private final Path folder;
  private final long seed;
  private final boolean cardinalities;
  private final boolean json;
  private final OutRankConfig config;

  RankCommand(Arguments arguments) {
    this.input = arguments.input();
    this.format = arguments.take("format").orElse("");
    this.folder = arguments.take("out").map(Path::of).orElse(null);
    this.seed = seed(arguments.take("seed").orElse("0"));
    this.cardinalities = flag("--cardinalities", arguments.take("cardinalities").orElse("true"));
    this.json = flag("--json", arguments.take("json").orElse("false"));
    this.config = OutRankConfig.DEFAULTS.with(arguments.options());
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InputException("'" + text + "' is no whole number", "--seed", "give one", e);
    }
  }

  private static boolean flag(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new InputException(
          "'" + text + "' is neither true nor false", name, "give one of them");
    }
    return text.equals("true");
  }

  /** Ranks, writes the run's folder on the driver's machine where asked to, and says the result. */
  void run(SparkSession spark, PrintWriter out, PrintWriter err) {
    Instant started = Instant.now();
    long before = System.nanoTime();
    Dataset<Row> rows = Inputs.read(spark, input, format);
    Run run = Run.builder().seed(seed).build();
    String name = input.replaceAll("/+$", "").replaceAll(".*/", "");
    FeatureRanking ranking = new SparkOutRank(config, cardinalities).rank(rows, name, run);
    double seconds = (System.nanoTime() - before) / 1e9;
    if (folder != null) {
      RunFolder made = RunFolder.at(folder);
      ranking.save(made);
      RunRecord record =
          new RunRecord(new OutRank().info(), config, run, List.of(), started, seconds);
      made.writeJson("run.json", record.json());
    }
    run.warnings().forEach(warning -> err.println("note: " + warning));
    if (json) {
      out.println(Json.pretty(ranking.json()));
    } else {
      out.println(ranking.headline());
      out.println();
      out.println(ranking.text().stripTrailing());
    }
    out.flush();
  }
}
