package dev.grassmann.clusters.franca;

import java.util.List;

/** Every option of Franca. */
public record FrancaConfig(
    ImageOptions image,
    VitOptions vit,
    HeadOptions nested,
    CropOptions crops,
    DistillOptions distil) {
  /**
   * For small images on a few cores: three blocks of 64 numbers on patches of 4 pixels, prefixes of
   * 4, 8, 16, 32 and 64, 512 prototypes, four small crops, 1,500 steps of 64 images. Temperatures,
   * masks, weights of the losses and the teacher's pace are the paper's.
   */
  public static final FrancaConfig DEFAULTS =
      new FrancaConfig(
          new ImageOptions(0, 0),
          new VitOptions(64, 3, 4, 4, 0, 0),
          new HeadOptions(List.of(), HeadInput.SLICE, 512, 128, 64),
          new CropOptions(0, 0, 4, 0.32, 0.05, true, 0.4, MaskStrategy.CYCLIC, 0.1, 0.65, 0.5),
          new DistillOptions(1_500, 64, 1e-3, 100, 0.04, 3, 0.994, 0.04, 0.07, 0.3, 25, 1, 1, 0.1));
}
