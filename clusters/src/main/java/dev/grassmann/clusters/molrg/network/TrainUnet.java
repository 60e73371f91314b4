package dev.grassmann.clusters.molrg.network;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.run.Run;

/** Trains a convolutional denoiser of images. */
public final class TrainUnet implements Method<Images, UnetConfig, DenoiserTraining> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "unet",
        "cluster denoiser",
        "U-Net denoiser",
        "Karras, Aittala, Aila, Laine 2022; arXiv 2409.02426 (2024)",
        "a small U-Net with EDM's preconditioning, for images",
        false);
  }

  @Override
  public Class<Images> input() {
    return Images.class;
  }

  @Override
  public UnetConfig defaults() {
    return UnetConfig.DEFAULTS;
  }

  @Override
  public DenoiserTraining run(Images images, UnetConfig config, Run run) {
    Options.check(config);
    return DenoiserTraining.of(
        images.pixels(),
        new Architecture.Unet(
            images.channels(), images.height(), images.width(), config.channels()),
        config.training(),
        config.halfLife(),
        config.scaling(),
        run);
  }
}
