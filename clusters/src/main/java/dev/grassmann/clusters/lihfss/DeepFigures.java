package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.run.Run;
import java.util.Optional;

/**
 * What the deep method reaches on one data set: measured when first asked for, since several claims
 * ask and a training takes minutes.
 */
final class DeepFigures {
  private final String data;
  private final LihfssConfig config;
  private final int seeds;
  private Mean mean;

  DeepFigures(String data, LihfssConfig config, int seeds) {
    this.data = data;
    this.config = config;
    this.seeds = seeds;
  }

  /**
   * Means over seeds, in percent.
   *
   * @param accuracy of the whole method; likewise {@code nmi}
   * @param allEntries accuracy where the graph has all entries of C
   * @param withoutQuality accuracy where the last stage is left out
   */
  record Mean(double accuracy, double nmi, double allEntries, double withoutQuality) {}

  String data() {
    return data;
  }

  synchronized Mean mean(Run run) {
    if (mean == null) {
      mean = measure(run);
    }
    return mean;
  }

  private Mean measure(Run run) {
    Images images = ImageFiles.read(Catalogue.of(data).path().orElseThrow());
    int[] truth = images.labels().orElseThrow().codes();
    double[] sum = new double[4];
    for (int seed = 0; seed < seeds; seed++) {
      Run seeded = run.but().seed(seed).build();
      float[][] early = new float[1][];
      float[] whole =
          Lihfss.coefficients(
              images.pixels(), config, seeded, Optional.of(before -> early[0] = before));
      Agreement full = agreement(truth, whole, config.dimension(), seeded);
      sum[0] += full.accuracy();
      sum[1] += full.nmi();
      sum[2] += agreement(truth, whole, truth.length, seeded).accuracy();
      sum[3] += agreement(truth, early[0], config.dimension(), seeded).accuracy();
    }
    double share = 100.0 / seeds;
    return new Mean(sum[0] * share, sum[1] * share, sum[2] * share, sum[3] * share);
  }

  private Agreement agreement(int[] truth, float[] c, int dimension, Run run) {
    PostProcessing post = new PostProcessing(config.clusters(), dimension, config.restarts());
    int[] labels = post.partition(post.graph(c, truth.length), run).labels();
    return Agreement.of(truth, labels);
  }
}
