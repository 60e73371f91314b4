package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Numbering;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.result.Flat;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts what was found together: labels, equivalence, losses, spectra.
 *
 * @param scale what points were multiplied by for the denoiser
 */
record FitBuilder(
    Vectors vectors,
    Points points,
    SubspaceSearch search,
    double scale,
    MolrgConfig config,
    Run run) {

  MolrgFit build(Optional<DaeTraining.Trained> trained) {
    Mixture found =
        trained.map(DaeTraining.Trained::mixture).orElse(Mixture.isotropic(search.bases()));
    int[] labels = nearest(found);
    Equivalence equivalence = equivalence(found);
    List<MolrgFit.LevelLoss> losses = trained.map(this::losses).orElse(List.of());
    int[] numbered = Numbering.byFirstPoint(labels, found.k(), run);
    Mixture ordered = ordered(found, labels, numbered);
    warn(ordered, numbered);
    return new MolrgFit(
        clustering(ordered, numbered),
        ordered,
        scale,
        config.parameterisation(),
        equivalence,
        losses,
        spectra(numbered, ordered.k()),
        trained.map(DaeTraining.Trained::log));
  }

  private Equivalence equivalence(Mixture found) {
    double[] rows = points.rows();
    int n = points.d();
    List<Subspace> bases = found.components().stream().map(Component::subspace).toList();
    return Equivalence.of(
        Equivalence.Held.of(bases, rows, n),
        Equivalence.Held.of(search.bases(), rows, n),
        Arrays.stream(rows).map(x -> x * x).sum());
  }

  private List<MolrgFit.LevelLoss> losses(DaeTraining.Trained trained) {
    double[] before =
        Molrg.training(config).losses(Molrg.scaled(points, scale), search.bases(), run);
    List<MolrgFit.LevelLoss> losses = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      double time = DaeTraining.TIMES[t];
      double sigma = config.training().schedule().sigma(time);
      losses.add(
          new MolrgFit.LevelLoss(time, sigma, trained.losses()[t], before[t], expected(sigma)));
    }
    return losses;
  }

  /** The hard denoiser's loss with the bases of k-subspaces, averaged over all noise. */
  private double expected(double sigma) {
    int n = points.d();
    Equivalence.Held held = Equivalence.Held.of(search.bases(), points.rows(), n);
    double sum = 0;
    for (int i = 0; i < points.n(); i++) {
      double square = 0;
      for (int p = i * n; p < (i + 1) * n; p++) {
        square += points.rows()[p] * points.rows()[p] * scale * scale;
      }
      int d = search.bases().get(held.labels()[i]).dimension();
      sum += ClosedForm.loss(square, held.held()[i] * scale * scale, d, sigma);
    }
    return sum / points.n();
  }

  /** Cluster whose flat is nearest to each point; of equally near ones the first. */
  private int[] nearest(Mixture mixture) {
    int[] labels = new int[points.n()];
    double[] least = new double[points.n()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int c = 0; c < mixture.k(); c++) {
      double[] distances = distances(mixture.components().get(c));
      for (int i = 0; i < labels.length; i++) {
        if (distances[i] < least[i]) {
          least[i] = distances[i];
          labels[i] = c;
        }
      }
    }
    return labels;
  }

  /** Of all points to a component's flat, in the points' own units. */
  private double[] distances(Component component) {
    int n = points.d();
    double[] mean = component.mean();
    double[] rows = points.rows().clone();
    for (int p = 0; p < rows.length; p++) {
      rows[p] -= mean[p % n] / scale;
    }
    double[] basis = component.subspace().basis();
    double[] inside = Products.multiply(rows, basis, points.n(), n, component.d());
    double[] near = Products.multiplyTransposed(inside, basis, points.n(), component.d(), n);
    double[] distances = new double[points.n()];
    for (int p = 0; p < rows.length; p++) {
      distances[p / n] += (rows[p] - near[p]) * (rows[p] - near[p]);
    }
    Arrays.setAll(distances, i -> Math.sqrt(distances[i]));
    return distances;
  }

  /** Components in the order of the clusters' numbers; those without points are gone. */
  private static Mixture ordered(Mixture found, int[] labels, int[] numbered) {
    int kept = 1 + Arrays.stream(numbered).max().orElseThrow();
    Component[] order = new Component[kept];
    for (int i = 0; i < labels.length; i++) {
      order[numbered[i]] = found.components().get(labels[i]);
    }
    double sum = Arrays.stream(order).mapToDouble(Component::share).sum();
    return new Mixture(
        Arrays.stream(order)
            .map(c -> new Component(c.share() / sum, c.mean(), c.subspace(), c.variances()))
            .toList());
  }

  private void warn(Mixture mixture, int[] labels) {
    int[] sizes = new int[mixture.k()];
    Arrays.stream(labels).forEach(label -> sizes[label]++);
    for (int c = 0; c < sizes.length; c++) {
      int d = mixture.components().get(c).d();
      if (sizes[c] < d) {
        run.warn(
            String.format(
                Locale.ROOT,
                "cluster %d has N_k=%,d < d=%,d: its subspace is not identifiable",
                c,
                sizes[c],
                d));
      }
    }
  }

  private Clustering clustering(Mixture mixture, int[] labels) {
    double[] residuals = new double[points.n()];
    List<Flat> flats = new ArrayList<>();
    for (int c = 0; c < mixture.k(); c++) {
      Component component = mixture.components().get(c);
      double[] distances = distances(component);
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = labels[i] == c ? distances[i] : residuals[i];
      }
      double[] centre = Arrays.stream(component.mean()).map(x -> x / scale).toArray();
      flats.add(new Flat(centre, Optional.of(component.subspace())));
    }
    return new Clustering(
        "MoLRG",
        labels,
        vectors.ids().orElse(List.of()),
        flats,
        residuals,
        points.isUnit(),
        Optional.empty());
  }

  /** Singular values of each cluster's points, descending, per root of their number. */
  private double[][] spectra(int[] labels, int clusters) {
    double[][] spectra = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      int cluster = c;
      int[] members =
          java.util.stream.IntStream.range(0, labels.length)
              .filter(i -> labels[i] == cluster)
              .toArray();
      double[] values = Svd.values(points.rows(members), members.length, points.d());
      double root = Math.sqrt(members.length);
      spectra[c] = Arrays.stream(values).map(s -> s / root).toArray();
    }
    return spectra;
  }
}
