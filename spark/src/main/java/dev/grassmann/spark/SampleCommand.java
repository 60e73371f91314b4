package dev.grassmann.spark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.io.Json;
import dev.grassmann.spark.dsir.DsirSampler;
import dev.grassmann.spark.dsir.DsirSamplerModel;
import dev.grassmann.tables.dsir.Dsir;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * {@code sample RAW --target TARGET --k N --kept PLACE}: DSIR. Counts both collections, weighs the
 * raw documents, draws {@code k} of them, and writes these with their log weight and length.
 */
final class SampleCommand implements Main.Command {
  private final String raw;
  private final String name;
  private final String format;
  private final Outcome outcome;
  private final SampleConfig config;

  SampleCommand(Arguments arguments) {
    raw = arguments.input();
    name = arguments.inputName();
    format = arguments.take("format").orElse("");
    outcome = Outcome.of(arguments);
    for (String needed : List.of("target", "k", "kept")) {
      if (!arguments.options().containsKey(needed)) {
        throw new InputException("was not given", "--" + needed, "sample needs it");
      }
    }
    config = Options.check(Options.with(SampleConfig.DEFAULTS, arguments.options()));
  }

  @Override
  public void run(SparkSession spark, PrintWriter out, PrintWriter err) {
    DsirSampler sampler =
        new DsirSampler()
            .setTarget(Inputs.read(spark, config.target(), format, config.text()))
            .setText(config.text())
            .setNgrams(config.ngrams())
            .setBuckets(config.buckets())
            .setSmoothing(config.smoothing());
    var documents = Inputs.read(spark, raw, format, config.text());
    DsirSamplerModel model = sampler.fit(documents);
    DsirSamplerModel.Draw how =
        new DsirSamplerModel.Draw(
            config.k(), outcome.seed(), config.minLength(), config.temperature());
    Inputs.write(model.draw(documents, how), config.kept());
    Row weight =
        spark
            .read()
            .parquet(config.kept())
            .agg(functions.count("*"), functions.avg(DsirSamplerModel.LOG_WEIGHT))
            .first();
    ObjectNode result =
        Json.object()
            .put("documents", model.raw().documents())
            .put("targetDocuments", model.target().documents())
            .put("drawn", weight.getLong(0))
            .put("meanLogWeight", weight.getDouble(1))
            .put("kept", config.kept());
    String text =
        String.format(
            Locale.ROOT,
            "%,d of %,d documents of %s, mean log weight %.3f nats: %s",
            weight.getLong(0),
            model.raw().documents(),
            name,
            weight.getDouble(1),
            config.kept());
    outcome.tell(
        new Dsir().info(),
        config,
        List.of(),
        folder -> folder.writeJson("sample.json", result),
        result,
        text,
        out,
        err);
  }
}
