package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Edits a point along the leading singular vectors of a denoiser's Jacobian. */
public final class ClusterEdit implements Method<Vectors, EditConfig, Edits> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "loco",
        "cluster edit",
        "Editing along subspaces",
        "arXiv 2409.02426 (2024); Chen et al. 2024, LOCO-Edit",
        "moves a noisy point along the directions that its denoiser keeps, beside principal and"
            + " random ones",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public EditConfig defaults() {
    return EditConfig.DEFAULTS;
  }

  @Override
  public Edits run(Vectors points, EditConfig config, Run run) {
    Options.check(config);
    ClusterSample.requireModel(config.model());
    List<Integer> rows = new ArrayList<>(List.of(config.row()));
    rows.addAll(config.transfer());
    for (int row : rows) {
      if (row >= points.n()) {
        throw new InputException(
            String.format(Locale.ROOT, "there is no row %,d of %,d", row, points.n()),
            "--row, --transfer",
            String.format(Locale.ROOT, "give 0 to %,d", points.n() - 1));
      }
    }
    PictureOptions size = config.picture();
    PointPicture picture =
        PointPicture.of(size.height(), size.width(), points.toArray(), points.d());
    boolean[] mask = PixelMask.of(config.mask(), size, points.d());
    try (Model model = Model.load(Path.of(config.model()), config.options(), run)) {
      model.requireDimension(points.d());
      if (config.directions() >= points.d()) {
        throw new InputException(
            "is " + config.directions() + " in a space of " + points.d(),
            "--directions",
            "give fewer");
      }
      return new Editing(model, points, config, mask, run).edits(rows, picture);
    }
  }
}
