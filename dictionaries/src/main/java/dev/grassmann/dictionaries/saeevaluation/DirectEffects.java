package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.transformer.Site;
import dev.grassmann.engine.transformer.Transformer;

/**
 * Where directions of a site go when nothing between changes them: into the residual stream, from
 * there into later heads' queries, keys and values, and into the scores of words. A layer norm is
 * linear once its deviation is known: (w - mean w) ⊙ gain / deviation.
 */
final class DirectEffects {
  private final Transformer model;
  private final float[] written; // n × width of the stream
  private final int n;
  private final int width;

  /**
   * @param directions n × width of the site
   * @throws InputException where the site does not write into the stream
   */
  DirectEffects(Transformer model, Site site, float[] directions) {
    this.model = model;
    this.width = model.shape().width();
    int own = site.width(model.shape());
    this.n = directions.length / own;
    this.written =
        switch (site.kind()) {
          case Q, K, V ->
              throw new InputException(
                  site + " writes nothing into the residual stream by itself",
                  "--site",
                  "give a site of kind resid_pre, z, attn_out, resid_mid, mlp_out or resid_post");
          case Z -> {
            float[] output = model.weights(site.layer() + ".output_weight");
            int from = site.head().orElse(0) * model.shape().headWidth();
            float[] rows = java.util.Arrays.copyOfRange(output, from * width, (from + own) * width);
            yield Products.multiply(directions, rows, n, own, width);
          }
          default -> directions.clone();
        };
  }

  /** What each direction adds to the residual stream, n × width. */
  float[] written() {
    return written.clone();
  }

  /** Scores of words that each direction adds, times the final norm's deviation: n × words. */
  float[] words() {
    float[] normed = normed("final_norm_weight");
    return Products.multiply(
        normed, model.weights("unembedding_weight"), n, width, model.shape().vocabulary());
  }

  /**
   * What each direction adds to a head's query, key or value, times the deviation of the norm
   * before it: n × d_head.
   *
   * @param reader a site of kind q, k or v with a head
   */
  float[] read(Site reader) {
    String kind =
        switch (reader.kind()) {
          case Q -> "query";
          case K -> "key";
          case V -> "value";
          default -> throw new IllegalArgumentException(reader + " reads nothing");
        };
    int head = model.shape().headWidth();
    int from = reader.head().orElseThrow() * head;
    float[] all = model.weights(reader.layer() + "." + kind + "_weight");
    float[] columns = new float[width * head];
    for (int c = 0; c < width; c++) {
      System.arraycopy(all, c * width + from, columns, c * head, head);
    }
    float[] normed = normed(reader.layer() + ".attention_norm_weight");
    return Products.multiply(normed, columns, n, width, head);
  }

  private float[] normed(String gain) {
    float[] gains = model.weights(gain);
    float[] normed = new float[written.length];
    for (int i = 0; i < n; i++) {
      double mean = 0;
      for (int c = 0; c < width; c++) {
        mean += written[i * width + c] / (double) width;
      }
      for (int c = 0; c < width; c++) {
        normed[i * width + c] = (float) ((written[i * width + c] - mean) * gains[c]);
      }
    }
    return normed;
  }

  /** Deviation that a layer norm divides each row by. */
  static double[] deviations(float[] rows, int width) {
    double[] deviations = new double[rows.length / width];
    for (int row = 0; row < deviations.length; row++) {
      double mean = 0;
      double square = 0;
      for (int c = 0; c < width; c++) {
        double x = rows[row * width + c];
        mean += x / width;
        square += x * x / width;
      }
      deviations[row] = Math.sqrt(Math.max(0, square - mean * mean) + Transformer.NORM_EPSILON);
    }
    return deviations;
  }
}
