package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/** How well latents match what is known of the rows. Immutable. */
public final class F1Table {
  private final Attributes attributes;
  private final List<Interpretation> best;
  private final float[][][] f1; // attribute, latent, value

  F1Table(Attributes attributes, List<Interpretation> best, float[][][] f1) {
    this.attributes = attributes;
    this.best = List.copyOf(best);
    this.f1 = f1;
  }

  public Attributes attributes() {
    return attributes;
  }

  /** The best property of each latent that is active in some row, by latent. */
  public List<Interpretation> best() {
    return best;
  }

  /** F1 of a latent and one value of an attribute. */
  public double f1(int latent, int attribute, int value) {
    return f1[attribute][latent][value];
  }

  /** Latents whose best property reaches this F1. */
  public List<Interpretation> above(double threshold) {
    return best.stream().filter(one -> one.f1() >= threshold).toList();
  }

  /** Share of an attribute's values that have a latent of this F1 of their own. */
  public double found(int attribute, double threshold) {
    int values = attributes.values(attribute).size();
    int found = 0;
    for (int v = 0; v < values; v++) {
      found += bestOf(attribute, v) >= threshold ? 1 : 0;
    }
    return (double) found / values;
  }

  /** The largest F1 of a latent and this value. */
  public double bestOf(int attribute, int value) {
    double most = 0;
    for (float[] latent : f1[attribute]) {
      most = Math.max(most, latent[value]);
    }
    return most;
  }

  /** Latents whose best property is of this attribute alone: how far it is split. */
  public int latents(int attribute, double threshold) {
    return (int)
        above(threshold).stream().filter(one -> one.property().attribute() == attribute).count();
  }
}
