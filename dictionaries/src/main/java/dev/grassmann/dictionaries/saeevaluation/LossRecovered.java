package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.ioi.IoiTask;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.LinearReadout;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.transformer.Transformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What reconstructions cost whatever follows: mean cross-entropy of the right output, in nats, and
 * divergence from the outputs that the vectors themselves give.
 *
 * @param follows what that is, in words
 * @param clean H_orig, with the vectors as they are
 * @param zero H_abl, with zeros in their place
 * @param reconstructed H_sae, with reconstructions in their place
 * @param zeroDivergence KL(clean ‖ zero)
 * @param divergence KL(clean ‖ reconstructed)
 */
public record LossRecovered(
    String follows,
    double clean,
    double zero,
    double reconstructed,
    double zeroDivergence,
    double divergence) {

  /**
   * (H_abl - H_sae) / (H_abl - H_orig): 1 is all, 0 what zeros do; NaN where zeros cost nothing.
   */
  public double recovered() {
    return zero > clean ? (zero - reconstructed) / (zero - clean) : Double.NaN;
  }

  /** The same of divergences: 1 - KL(clean ‖ reconstructed) / KL(clean ‖ zero). */
  public double divergenceRecovered() {
    return zeroDivergence > 0 ? 1 - divergence / zeroDivergence : Double.NaN;
  }

  /** By a softmax regression learnt on every other row, measured on the rows between. */
  public static LossRecovered byLabels(
      SparseAutoencoder sae, Vectors vectors, Labels labels, Run run) {
    int[] even = IntStream.range(0, vectors.n()).filter(row -> row % 2 == 0).toArray();
    int[] odd = IntStream.range(0, vectors.n()).filter(row -> row % 2 == 1).toArray();
    int[] all = labels.codes();
    int[] fit = IntStream.of(even).map(row -> all[row]).toArray();
    int[] own = IntStream.of(odd).map(row -> all[row]).toArray();
    LinearReadout readout =
        LinearReadout.fit(
            vectors.rows(even), fit, labels.classes(), LinearReadout.Loss.SOFTMAX, run);
    Vectors judged = vectors.rows(odd);
    return of(
        "softmax regression of the labels",
        new Classifier(judged, "label", own, readout),
        judged,
        sae.reconstruct(judged).toArray());
  }

  /**
   * By the rest of a transformer.
   *
   * @param folder of the {@code sae testbed} run
   * @param site where the vectors come from
   * @param prompts the table of the vectors' prompts
   * @throws InputException where the vectors are not the model's own
   */
  public static LossRecovered byModel(
      SparseAutoencoder sae, Vectors vectors, Path folder, String site, String prompts, Run run) {
    LibTorch.start(run);
    try (Transformer model = Transformer.load(folder.resolve(TestbedRun.MODEL))) {
      Prompts.Spot spot = Prompts.Spot.parse(site, model);
      Table table = AttributeFiles.table(prompts);
      Prompts read = new Prompts(model, new IoiTask().read(table));
      Sections.requireSame(vectors, Testbed.activations(read, List.of(spot)).get(0), spot);
      return of(
          "the model after " + spot,
          new TransformerDownstream(read, List.of(spot)),
          vectors,
          sae.reconstruct(vectors).toArray());
    }
  }

  static LossRecovered of(
      String follows, Downstream downstream, Vectors vectors, float[] reconstructed) {
    int[] rows = IntStream.range(0, vectors.n()).toArray();
    Outputs clean = downstream.outputs(rows, List.of());
    Outputs zero = downstream.outputs(rows, List.of(new float[reconstructed.length]));
    Outputs sae = downstream.outputs(rows, List.of(reconstructed));
    int[] answers = downstream.answers();
    return new LossRecovered(
        follows,
        clean.crossEntropy(answers),
        zero.crossEntropy(answers),
        sae.crossEntropy(answers),
        clean.divergence(zero),
        clean.divergence(sae));
  }

  /** Figures with their formulas. */
  public List<List<String>> rows() {
    return List.of(
        List.of("loss recovered, (H0-H^)/(H0-H)", number(recovered())),
        List.of("the same of KL, 1-KL^/KL0", number(divergenceRecovered())),
        List.of(
            "H, H^, H0 (zeros), nats",
            number(clean) + ", " + number(reconstructed) + ", " + number(zero)));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }

  public ObjectNode json() {
    ObjectNode node = Json.object().put("follows", follows);
    node.put("loss_clean", clean).put("loss_zero", zero).put("loss_reconstructed", reconstructed);
    node.put("kl_zero", zeroDivergence).put("kl_reconstructed", divergence);
    if (Double.isFinite(recovered())) {
      node.put("loss_recovered", recovered());
    }
    if (Double.isFinite(divergenceRecovered())) {
      node.put("kl_recovered", divergenceRecovered());
    }
    return node;
  }
}
