package dev.grassmann.compare.units;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which units of two networks correspond. Units are named by their columns, from 0; matrices and
 * matchings run over the living ones, which {@code unitsA} and {@code unitsB} number.
 *
 * @param rows samples
 * @param score what made partners
 * @param unitsA living units of A, p of them
 * @param unitsB living units of B, q of them
 * @param deadA units of A that hardly vary
 * @param deadB units of B that hardly vary
 * @param correlations between the networks, p × q
 * @param matching one to one, where asked for
 * @param prediction one to few, where asked for
 * @param clusters many to many, where asked for
 * @param nulls the same with shuffled rows, where asked for
 */
public record UnitComparison(
    int rows,
    Score score,
    int[] unitsA,
    int[] unitsB,
    List<Integer> deadA,
    List<Integer> deadB,
    double[][] correlations,
    Optional<Matching> matching,
    Optional<SparsePrediction> prediction,
    Optional<UnitClusters> clusters,
    Optional<UnitNulls> nulls)
    implements Result {

  @Override
  public String headline() {
    if (clusters.isPresent()) {
      return byClusters(clusters.get());
    }
    if (matching.isPresent()) {
      return String.format(
              Locale.ROOT,
              "Matched one to one, units of A and B have a mean %s of %.3f",
              measure(),
              matching.get().bipartiteMean())
          + against(UnitNulls::bipartite)
          + ".";
    }
    SparsePrediction few = prediction.orElseThrow();
    return String.format(
            Locale.ROOT,
            "From %.1f units of A on average, a unit of B is predicted with R² %.3f",
            few.meanWeights(),
            few.meanR2())
        + against(UnitNulls::r2)
        + ".";
  }

  private String byClusters(UnitClusters found) {
    StringBuilder sentence =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Of %,d units of A, %,d %s one partner in B, %,d %s a subspace with several units"
                    + " of B",
                unitsA.length,
                found.paired(),
                found.paired() == 1 ? "has" : "have",
                found.sharedA(),
                found.sharedA() == 1 ? "shares" : "share"));
    if (found.sharedA() > 0) {
      sentence.append(String.format(Locale.ROOT, " (mean cosine %.2f", found.sharedCosine()));
      sentence.append(
          nulls
              .flatMap(UnitNulls::cosine)
              .map(none -> String.format(Locale.ROOT, ", shuffled rows %.2f)", none.mean()))
              .orElse(")"));
    }
    return sentence
        .append(String.format(Locale.ROOT, ", and %,d are its own.", found.privateA()))
        .toString();
  }

  private String against(Function<UnitNulls, Optional<SimilarityNull>> which) {
    return nulls
        .flatMap(which)
        .map(none -> String.format(Locale.ROOT, " (shuffled rows %.3f)", none.mean()))
        .orElse("");
  }

  String measure() {
    return score == Score.CORR ? "correlation" : "mutual information (nats)";
  }

  @Override
  public String text() {
    return new UnitText(this).toString();
  }

  @Override
  public JsonNode json() {
    return new UnitFiles(this).json();
  }

  /**
   * Writes {@code units.json} and, of the steps that were done, {@code matching.csv}, {@code
   * path.csv}, {@code prediction.csv} and {@code clusters.csv}; {@code correlations.npy} is p × q.
   */
  @Override
  public void save(RunFolder folder) {
    new UnitFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new UnitPictures(this).addTo(report);
  }
}
