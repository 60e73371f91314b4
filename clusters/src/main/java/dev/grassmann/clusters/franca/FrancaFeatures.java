package dev.grassmann.clusters.franca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.TrainingLog;
import java.util.List;
import java.util.Locale;

/** A transformer that was learnt, and its features of the images that it was learnt from. */
public final class FrancaFeatures implements Result {
  private final FrancaModel model;
  private final Vectors tokens;
  private final Images images;
  private final List<Integer> nesting;
  private final TrainingLog log;

  FrancaFeatures(
      FrancaModel model, Vectors tokens, Images images, List<Integer> nesting, TrainingLog log) {
    this.model = model;
    this.tokens = tokens;
    this.images = images;
    this.nesting = nesting;
    this.log = log;
  }

  /** What takes an image to its tokens. */
  public FrancaModel model() {
    return model;
  }

  /** Class tokens, n × dim. */
  public Vectors classTokens() {
    return part(0, 1);
  }

  /** Patch tokens, n · grid² × dim, the patches of an image one after the other. */
  public Vectors patchTokens() {
    return part(1, model.grid() * model.grid());
  }

  private Vectors part(int first, int count) {
    int d = model.dim();
    float[] some = new float[Math.multiplyExact(tokens.n(), count * d)];
    float[] row = new float[tokens.d()];
    for (int i = 0; i < tokens.n(); i++) {
      tokens.copyRow(i, row);
      System.arraycopy(row, first * d, some, i * count * d, count * d);
    }
    return Vectors.of(some, tokens.n() * count, d);
  }

  Images images() {
    return images;
  }

  List<Integer> nesting() {
    return nesting;
  }

  TrainingLog log() {
    return log;
  }

  @Override
  public String headline() {
    double last = log.lines().get(log.lines().size() - 1).loss();
    return String.format(
        Locale.ROOT,
        "A transformer of %,d numbers a token learnt from %,d images; the loss went from %.2f to"
            + " %.2f over %d levels.",
        model.dim(),
        tokens.n(),
        log.lines().get(0).loss(),
        last,
        nesting.size());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("    step      loss");
    log.names().forEach(name -> text.append(String.format(Locale.ROOT, "  %14s", name)));
    text.append('\n');
    int lines = log.lines().size();
    for (int i = 0; i < lines; i += Math.max(1, (lines - 1) / 10)) {
      TrainingLog.Line line = log.lines().get(i);
      text.append(String.format(Locale.ROOT, "%8d %9.3f", line.step(), line.loss()));
      line.extra().forEach(x -> text.append(String.format(Locale.ROOT, "  %14.4f", x)));
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("images", tokens.n()).put("dim", model.dim());
    node.put("grid", model.grid()).set("nesting", Json.tree(nesting));
    node.put("lastLoss", log.lines().get(log.lines().size() - 1).loss());
    return node;
  }

  /**
   * Writes the transformer, {@code classes.npy} and {@code patches.npy} (tokens, one a row), {@code
   * franca.json} and {@code training.csv}.
   */
  @Override
  public void save(RunFolder folder) {
    model.save(folder);
    folder.writeJson("franca.json", json());
    folder.writeText("training.csv", log.csv());
    folder.writeNpy("classes.npy", classTokens());
    folder.writeNpy("patches.npy", patchTokens());
  }

  @Override
  public void describe(Report report) {
    new FrancaPictures(this).addTo(report);
  }
}
