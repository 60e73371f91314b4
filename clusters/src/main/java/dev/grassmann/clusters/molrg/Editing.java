package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One editing: the point is noised by inversion, directions are found there, and each is walked
 * along to both sides and denoised again.
 */
final class Editing {
  /** Points that principal directions are taken from at most. */
  private static final int PRINCIPAL = 2_000;

  private final Model model;
  private final Vectors points;
  private final EditConfig config;
  private final boolean[] mask;
  private final Run run;
  private final Ddim ddim;
  private final int at; // step of the edit
  private final double sigma;

  Editing(Model model, Vectors points, EditConfig config, boolean[] mask, Run run) {
    this.model = model;
    this.points = points;
    this.config = config;
    this.mask = mask;
    this.run = run;
    this.ddim = new Ddim(model.denoiser(), model.schedule(), config.steps());
    this.at = ddim.at(config.time());
    this.sigma = ddim.sigma(at);
  }

  /**
   * @param rows the point itself, then those that its directions are tried on
   */
  Edits edits(List<Integer> rows, PointPicture picture) {
    double[] own = noised(rows.get(0));
    SplittableRandom random = run.random("directions");
    SingularDirections found = found(own, random);
    List<Edits.Direction> directions = new ArrayList<>();
    for (int i = 0; i < found.count(); i++) {
      directions.add(new Edits.Direction(Edits.Kind.JACOBIAN, i, found.direction(i)));
    }
    directions.addAll(principal());
    directions.addAll(random(random));
    double[] attributes = attributes(rows.get(0));
    List<Edits.Strip> strips = new ArrayList<>();
    for (int row : rows) {
      double[] noisy = row == rows.get(0) ? own : noised(row);
      for (Edits.Direction direction : directions) {
        run.step("strips", strips.size(), (long) rows.size() * directions.size());
        strips.add(strip(row, noisy, direction, attributes));
      }
    }
    return new Edits(
        points.d(),
        sigma,
        model.schedule().time(sigma),
        found.values(),
        found.sweeps(),
        strips,
        picture);
  }

  /** The point at the edit's noise level: up to the most noise, and down again. */
  private double[] noised(int row) {
    float[] narrow = new float[points.d()];
    points.copyRow(row, narrow);
    double[] clean = new double[narrow.length];
    Arrays.setAll(clean, j -> narrow[j] * model.scale());
    return ddim.down(ddim.invert(clean, config.steps(), run), 1, config.steps(), at, run);
  }

  private SingularDirections found(double[] noisy, SplittableRandom random) {
    SingularDirections found =
        SingularDirections.of(
            model.denoiser(), noisy, sigma, mask, config.directions(), random, run);
    if (mask == null || config.nullRank() == 0) {
      return found;
    }
    int rank = Math.min(config.nullRank(), points.d() - config.directions());
    return found.without(
        SingularDirections.of(
            model.denoiser(), noisy, sigma, PixelMask.complement(mask), rank, random, run));
  }

  /** The data's own principal directions: what an editing has to beat. */
  private List<Edits.Direction> principal() {
    double[] basis = principalBasis();
    int k = basis.length / points.d();
    List<Edits.Direction> directions = new ArrayList<>();
    for (int i = 0; i < Math.min(k, config.directions()); i++) {
      directions.add(new Edits.Direction(Edits.Kind.PRINCIPAL, i, column(basis, k, i)));
    }
    return directions;
  }

  private double[] principalBasis() {
    int d = points.d();
    int m = Math.min(PRINCIPAL, points.n());
    float[] some = points.slice(0, m).toArray();
    double[] rows = new double[some.length];
    double[] mean = new double[d];
    for (int p = 0; p < some.length; p++) {
      mean[p % d] += some[p] / (double) m;
    }
    for (int p = 0; p < some.length; p++) {
      rows[p] = some[p] - mean[p % d];
    }
    return PrincipalDirections.of(rows, m, d, Math.min(config.directions(), Math.min(m, d)))
        .basis();
  }

  private List<Edits.Direction> random(SplittableRandom random) {
    List<Edits.Direction> directions = new ArrayList<>();
    for (int i = 0; i < config.directions(); i++) {
      double[] v = new double[points.d()];
      Arrays.setAll(v, j -> random.nextGaussian());
      double length = Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
      Arrays.setAll(v, j -> v[j] / length);
      directions.add(new Edits.Direction(Edits.Kind.RANDOM, i, v));
    }
    return directions;
  }

  private static double[] column(double[] basis, int k, int i) {
    double[] column = new double[basis.length / k];
    Arrays.setAll(column, j -> basis[j * k + i]);
    return column;
  }

  /**
   * Attributes, columns of a basis: of the subspace that holds most of the point where the denoiser
   * has subspaces, else the data's principal directions.
   */
  private double[] attributes(int row) {
    if (!(model.denoiser() instanceof MixtureDenoiser mixture)) {
      return principalBasis();
    }
    float[] narrow = new float[points.d()];
    points.copyRow(row, narrow);
    double[] x = new double[narrow.length];
    Arrays.setAll(x, j -> narrow[j]);
    return mixture.mixture().components().stream()
        .map(Component::subspace)
        .reduce((a, b) -> a.residual(x) <= b.residual(x) ? a : b)
        .orElseThrow()
        .basis();
  }

  private Edits.Strip strip(
      int row, double[] noisy, Edits.Direction direction, double[] attributes) {
    int d = points.d();
    int count = 2 * config.strip() + 1;
    double s = model.schedule().signal(sigma);
    double[] alphas = new double[count];
    double[] rows = new double[count * d];
    for (int r = 0; r < count; r++) {
      alphas[r] = config.scale() * (r - config.strip()) / config.strip();
      for (int j = 0; j < d; j++) {
        // x_t moves by alpha v, so x_t / s by alpha v / s
        rows[r * d + j] = noisy[j] + alphas[r] / s * direction.vector()[j];
      }
    }
    int fresh = (int) Math.round(config.fresh() * config.steps());
    double[] edited = ddim.down(rows, count, at, 0, fresh, run.random("fresh noise"), run);
    for (int p = 0; p < edited.length; p++) {
      edited[p] /= model.scale();
    }
    return Edits.Strip.measured(row, direction, alphas, edited, mask, attributes);
  }
}
