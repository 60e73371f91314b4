package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.Limits;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Locale;

/** What MLC refuses before it begins. */
final class MlcLimits {
  private static final int COMPANIONS = 10; // rows of each cluster that a good batch holds

  private MlcLimits() {}

  static void check(Vectors rows, MlcConfig config, Run run) {
    int n = rows.n();
    int clusters = config.labels().clusters();
    Limits.clusters(n, clusters);
    int batch = Math.min(n, config.descent().batch());
    if (batch < 2 * clusters) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows cannot hold %,d clusters", batch, clusters),
          "--batch",
          String.format(Locale.ROOT, "use >= %,d", COMPANIONS * clusters));
    }
    views(rows, config);
    if (config.memberships().membership() == Membership.POINT_CLUSTER && clusters == 0) {
      throw new InputException(
          "is 0 for point-cluster memberships",
          "--clusters",
          "give the number of clusters, or learn doubly-stochastic memberships");
    }
    if (config.network().dim() < clusters) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d clusters cannot have orthogonal subspaces in %,d dimensions: give a larger --dim",
              clusters,
              config.network().dim()));
    }
    int cut = config.labels().subset() == 0 ? n : Math.min(n, config.labels().subset());
    if (config.memberships().membership() == Membership.DOUBLY_STOCHASTIC) {
      Limits.memory(
          cut,
          24e-9 * cut * cut, // float32 twice while it is balanced, float64 twice when symmetric
          config.labels().memory(),
          "mlc",
          "cluster some points and assign the others with --subset 5000");
    }
  }

  private static void views(Vectors rows, MlcConfig config) {
    ViewOptions views = config.views();
    if (config.pretraining().pretrain() == Pretrain.TCR && views.unchanged()) {
      throw new InputException(
          "views of a row are the row itself: pre-training would make all points orthogonal",
          "",
          "say what may change, e.g. --noise 0.2, --mix 5, or --shift 1 for images; or give"
              + " --pretrain none");
    }
    boolean images = views.height() > 0 && views.width() > 0;
    if (views.shift() > 0 && !images) {
      throw new InputException(
          "is " + views.shift() + " for rows that are no images",
          "--shift",
          "give --height and --width");
    }
    if ((views.height() > 0 || views.width() > 0)
        && (!images || rows.d() % (views.height() * views.width()) != 0)) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "rows of %,d numbers are no images of %,d x %,d",
              rows.d(),
              views.height(),
              views.width()),
          "--height",
          "give the height and width of the images, or 0 for both where rows are no images");
    }
  }
}
