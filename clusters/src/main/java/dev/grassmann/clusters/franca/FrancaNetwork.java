package dev.grassmann.clusters.franca;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.layers.ParameterSet;
import java.util.SplittableRandom;

/** A transformer and its two sets of heads, for class tokens and for patches. */
final class FrancaNetwork implements AutoCloseable {
  private final ParameterSet body;
  private final ParameterSet heads;
  private final Vit vit;
  private final NestedHeads classHeads;
  private final NestedHeads patchHeads;

  FrancaNetwork(VitShape shape, HeadOptions options, SplittableRandom random, Device device) {
    this.body = new ParameterSet(random, device);
    this.heads = new ParameterSet(random, device);
    this.vit = new Vit(body, shape);
    int d = shape.options().dim();
    this.classHeads = new NestedHeads(heads, "dino", d, options);
    this.patchHeads = new NestedHeads(heads, "ibot", d, options);
  }

  Vit vit() {
    return vit;
  }

  NestedHeads classHeads() {
    return classHeads;
  }

  NestedHeads patchHeads() {
    return patchHeads;
  }

  /** The transformer's parameters. */
  ParameterSet body() {
    return body;
  }

  ParameterSet heads() {
    return heads;
  }

  /** Keeps a share of itself and takes the rest from another network. */
  void approach(FrancaNetwork other, double keep) {
    body.approach(other.body, keep);
    heads.approach(other.heads, keep);
  }

  @Override
  public void close() {
    body.close();
    heads.close();
  }
}
