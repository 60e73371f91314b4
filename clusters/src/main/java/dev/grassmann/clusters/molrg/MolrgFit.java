package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.TrainingLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Points in clusters, the mixture that a denoiser has learnt of them, and how it compares with
 * k-subspaces.
 *
 * @param clustering labels, flats and residuals in the points' own units
 * @param mixture the model, of points times {@code scale}, components in the clusters' order
 * @param scale what points are multiplied by before they meet the denoiser
 * @param form what the denoiser has learnt
 * @param equivalence the denoiser beside k-subspaces
 * @param losses by noise level; empty without training
 * @param spectra singular values of each cluster's points over the root of their number
 * @param log of the training; empty without one
 */
public record MolrgFit(
    Clustering clustering,
    Mixture mixture,
    double scale,
    Parameterisation form,
    Equivalence equivalence,
    List<LevelLoss> losses,
    double[][] spectra,
    Optional<TrainingLog> log)
    implements Result {

  /**
   * Losses at one time of the schedule, a point's squared error on average.
   *
   * @param sigma its noise level
   * @param dae of the trained denoiser
   * @param subspaces of a denoiser of the same form with the bases of k-subspaces
   * @param closedForm of the hard denoiser with those bases, by the formula
   */
  public record LevelLoss(
      double time, double sigma, double dae, double subspaces, double closedForm) {}

  public MolrgFit {
    losses = List.copyOf(losses);
    spectra = Arrays.stream(spectra).map(double[]::clone).toArray(double[][]::new);
  }

  /** Cluster of each point. */
  public int[] labels() {
    return clustering.labels();
  }

  @Override
  public String headline() {
    String dimensions =
        String.join(
            ", ",
            mixture.components().stream().map(c -> Integer.toString(c.d())).distinct().toList());
    String found =
        String.format(
            Locale.ROOT,
            "%,d subspace%s of dimension %s hold%s %.1f %% of the squared length of %,d points",
            mixture.k(),
            mixture.k() == 1 ? "" : "s",
            dimensions,
            mixture.k() == 1 ? "s" : "",
            100 * equivalence.daeObjective() / equivalence.energy(),
            clustering.n());
    return log.isEmpty()
        ? found + " (k-subspaces alone)"
        : String.format(
            Locale.ROOT,
            "%s; the denoiser and k-subspaces agree on %.1f %% of the labels",
            found,
            100 * equivalence.labelAgreement());
  }

  @Override
  public String text() {
    return new FitText(this).of();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = (ObjectNode) clustering.json();
    node.put("form", form.name().toLowerCase(Locale.ROOT)).put("scale", scale);
    node.set("shares", Json.tree(mixture.components().stream().map(Component::share).toList()));
    node.set(
        "variances", Json.tree(mixture.components().stream().map(Component::variances).toList()));
    ObjectNode both = node.putObject("equivalence");
    both.put("daeObjective", equivalence.daeObjective());
    both.put("subspacesObjective", equivalence.subspacesObjective());
    both.put("ratio", equivalence.ratio()).put("energy", equivalence.energy());
    both.put("error", equivalence.error()).put("labelAgreement", equivalence.labelAgreement());
    both.set("match", Json.tree(equivalence.match()));
    both.set("principalAngles", Json.tree(equivalence.angles()));
    node.set("losses", Json.tree(losses));
    return node;
  }

  /**
   * Writes what a clustering writes, {@code mixture.safetensors} (the denoiser), {@code
   * equivalence.json}, {@code losses.csv}, {@code spectra.csv} and {@code training.csv}.
   */
  @Override
  public void save(RunFolder folder) {
    clustering.save(folder);
    MixtureFile.write(mixture, scale, form, folder);
    folder.writeJson("equivalence.json", json().get("equivalence"));
    StringBuilder csv = new StringBuilder("time,sigma,dae,subspaces,closed_form\n");
    for (LevelLoss loss : losses) {
      csv.append(loss.time()).append(',').append(loss.sigma()).append(',').append(loss.dae());
      csv.append(',').append(loss.subspaces()).append(',').append(loss.closedForm()).append('\n');
    }
    folder.writeText("losses.csv", csv.toString());
    StringBuilder values = new StringBuilder("cluster,index,singular_value\n");
    for (int c = 0; c < spectra.length; c++) {
      for (int i = 0; i < spectra[c].length; i++) {
        values.append(c).append(',').append(i + 1).append(',').append(spectra[c][i]).append('\n');
      }
    }
    folder.writeText("spectra.csv", values.toString());
    log.ifPresent(training -> folder.writeText("training.csv", training.csv()));
  }

  @Override
  public void describe(Report report) {
    new FitPictures(this).addTo(report);
    clustering.describe(report);
  }
}
