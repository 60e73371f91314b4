package dev.grassmann.dictionaries.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Locale;

/**
 * What a dictionary does on vectors.
 *
 * @param dictionary the dictionary that was measured
 * @param k sparsity that it was asked for; 0 where it has none
 * @param l0 latents a row, on average; an atom picked twice counts once
 * @param fidelity how near reconstructions are, in the data's units
 * @param density how often each latent is active
 * @param errorByK the error with other sparsities than the trained one
 * @param babel mu_1(1), mu_1(2), ... of all atoms
 * @param coActiveBabel the same of the atoms that rows use together, averaged over rows; NaN beyond
 *     the most atoms that a row uses
 * @param effectiveRank exp of the entropy of the eigenvalues of ZᵀZ
 * @param path how the first row is taken apart
 */
public record SaeEvaluation(
    Dictionary dictionary,
    int k,
    double l0,
    Fidelity fidelity,
    Density density,
    List<AtSparsity> errorByK,
    double[] babel,
    double[] coActiveBabel,
    double effectiveRank,
    ResidualPath path)
    implements Result {
  public SaeEvaluation {
    errorByK = List.copyOf(errorByK);
    babel = babel.clone();
    coActiveBabel = coActiveBabel.clone();
  }

  /**
   * The error with one sparsity.
   *
   * @param k most latents a row
   * @param l0 latents a row, on average
   * @param fvu fraction of variance unexplained
   */
  public record AtSparsity(int k, double l0, double fvu) {}

  /** A copy. */
  @Override
  public double[] babel() {
    return babel.clone();
  }

  /** A copy. */
  @Override
  public double[] coActiveBabel() {
    return coActiveBabel.clone();
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%.1f of %,d features a row explain %.1f%% of the variance of %,d rows",
        l0,
        dictionary.features(),
        100 * fidelity.explainedVariance(),
        fidelity.rows());
  }

  @Override
  public String text() {
    return new EvaluationText(this).text();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("architecture", dictionary.architecture()).put("features", dictionary.features());
    node.put("k", k).put("rows", fidelity.rows()).put("l0", l0);
    EvaluationText.put(node, "fvu", fidelity.fvu());
    EvaluationText.put(node, "explained_variance", fidelity.explainedVariance());
    EvaluationText.put(node, "mean_squared_error", fidelity.meanSquaredError());
    EvaluationText.put(node, "cosine", fidelity.cosine());
    EvaluationText.put(node, "norm_ratio", fidelity.normRatio());
    EvaluationText.put(node, "reconstruction_bias", fidelity.reconstructionBias());
    EvaluationText.put(node, "explained_variance_centred", fidelity.centredExplainedVariance());
    EvaluationText.put(node, "explained_variance_saebench", fidelity.saeBenchExplainedVariance());
    node.put("silent_features", density.silent()).put("silent_share", density.silentShare());
    EvaluationText.put(node, "effective_rank", effectiveRank);
    ArrayNode curve = node.putArray("error_by_k");
    for (AtSparsity error : errorByK) {
      ObjectNode point = curve.addObject().put("k", error.k()).put("l0", error.l0());
      EvaluationText.put(point, "fvu", error.fvu());
    }
    node.set("babel", EvaluationText.array(babel));
    node.set("babel_co_active", EvaluationText.array(coActiveBabel));
    return node;
  }

  /** Writes {@code evaluation.json}, and {@code density.csv} with one latent a line. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("evaluation.json", json());
    StringBuilder csv = new StringBuilder("latent,rows,density\n");
    for (int j = 0; j < dictionary.features(); j++) {
      csv.append(j).append(',').append(density.rows(j)).append(',').append(density.of(j));
      csv.append('\n');
    }
    folder.writeText("density.csv", csv.toString());
  }

  @Override
  public void describe(Report report) {
    new EvaluationPictures(this).addTo(report);
  }
}
