package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.spark.outrank.OutRankSelector;
import dev.grassmann.spark.screening.MiScreener;
import java.io.PrintWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code rank INPUT --target COLUMN [--method outrank|mi-screening]}. Takes the method's options as
 * {@code grassmann rank} does, and {@code --keep}, {@code --kept}, {@code --out}, {@code --seed},
 * {@code --format}, {@code --cardinalities false} (OutRank), {@code --json}.
 */
final class RankCommand implements Main.Command {
  private final String input;
  private final String name;
  private final String format;
  private final String kept;
  private final Outcome outcome;
  private final ColumnSelector<?> selector;

  RankCommand(Arguments arguments) {
    input = arguments.input();
    name = arguments.inputName();
    format = arguments.take("format").orElse("");
    kept = arguments.take("kept").orElse("");
    outcome = Outcome.of(arguments);
    selector = selector(arguments);
    arguments.take("target").ifPresent(selector::setTarget);
    if (arguments.options().containsKey("keep")) {
      selector.setKeep(Math.toIntExact(arguments.whole("keep", 0)));
    }
    selector.setSeed(outcome.seed());
    selector.setOptions(
        arguments.options().entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .toArray(String[]::new));
    selector.config(); // an unknown option is refused before anything is read
  }

  private static ColumnSelector<?> selector(Arguments arguments) {
    String method = arguments.take("method").orElse("outrank");
    return switch (method) {
      case "outrank" ->
          new OutRankSelector().setCardinalities(arguments.flag("cardinalities", true));
      case "mi-screening" -> new MiScreener();
      default ->
          throw new InputException(
              "there is no method '" + method + "'",
              "--method",
              "the methods on a cluster are outrank, mi-screening");
    };
  }

  @Override
  public void run(SparkSession spark, PrintWriter out, PrintWriter err) {
    Dataset<Row> rows = Inputs.read(spark, input, format, "text");
    ColumnSelectorModel model = selector.fit(rows, name);
    FeatureRanking ranking = model.ranking();
    if (!kept.isEmpty()) {
      Inputs.write(model.transform(rows), kept);
    }
    outcome.tell(
        selector.info(),
        selector.config(),
        model.warnings(),
        ranking::save,
        ranking.json(),
        ranking.headline() + "\n\n" + ranking.text(),
        out,
        err);
  }
}
