package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Histogram;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Weights of some documents in a few figures.
 *
 * @param documents how many
 * @param min smallest log weight, nats
 * @param mean mean log weight
 * @param max largest log weight
 * @param effective (sum of w)^2 / sum of w^2: about how many documents share the weight
 * @param edges of a histogram of log weights
 * @param counts of that histogram
 */
record WeightSummary(
    long documents,
    double min,
    double mean,
    double max,
    double effective,
    double[] edges,
    long[] counts) {
  private static final int BINS = 60;

  /** Of the documents that pass; reads the weights twice. */
  static WeightSummary of(
      Supplier<WeightReader> weights, int target, Predicate<WeightReader> which) {
    long n = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (which.test(at)) {
          double w = at.logWeight(target);
          n++;
          min = Math.min(min, w);
          max = Math.max(max, w);
          sum += w;
        }
      }
    }
    if (n == 0) {
      return new WeightSummary(0, 0, 0, 0, 0, new double[] {0, 1}, new long[1]);
    }
    double width = max > min ? (max - min) / BINS : 1;
    double[] edges = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      edges[i] = min + i * width;
    }
    long[] counts = new long[BINS];
    double once = 0;
    double twice = 0;
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (which.test(at)) {
          double w = at.logWeight(target);
          counts[Math.min(BINS - 1, (int) ((w - min) / width))]++;
          once += Math.exp(w - max);
          twice += Math.exp(2 * (w - max));
        }
      }
    }
    return new WeightSummary(n, min, sum / n, max, once * once / twice, edges, counts);
  }

  Histogram histogram(String title) {
    return new Histogram(title, "log weight, nats", edges, counts);
  }

  ObjectNode json() {
    return Json.object()
        .put("documents", documents)
        .put("minLogWeight", min)
        .put("meanLogWeight", mean)
        .put("maxLogWeight", max)
        .put("effectiveSampleSize", effective);
  }
}
