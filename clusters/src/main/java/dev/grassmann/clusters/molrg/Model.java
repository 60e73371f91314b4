package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.molrg.network.NetworkDenoiser;
import dev.grassmann.clusters.molrg.network.ScriptDenoiser;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A denoiser that was trained before.
 *
 * @param denoiser of points times {@code scale}
 * @param scale what points are multiplied by before they meet it
 * @param schedule that times are meant by
 */
record Model(Denoiser denoiser, double scale, Schedule schedule) implements AutoCloseable {

  /**
   * A run's folder or a TorchScript file.
   *
   * @throws InputException where it is neither, or a TorchScript's schedule or shape is not said
   */
  static Model load(Path path, ModelOptions options, Run run) {
    LibTorch.start(run);
    if (Files.isRegularFile(path.resolve(MixtureFile.NAME))) {
      MixtureFile.Kept kept = MixtureFile.read(path.resolve(MixtureFile.NAME));
      if (kept.form() == Parameterisation.HARD) {
        run.warn(
            "the denoiser was trained with hard assignment, which needs the clean point: its"
                + " subspaces are used with the soft weights of noisy points");
      }
      return new Model(
          new MixtureDenoiser(kept.mixture()), kept.scale(), schedule(options, Schedule.COSINE));
    }
    if (Files.isRegularFile(path.resolve(NetworkDenoiser.HEAD))) {
      return new Model(
          NetworkDenoiser.load(path, run),
          NetworkDenoiser.scale(path),
          schedule(options, Schedule.COSINE));
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          "holds no denoiser",
          path.toString(),
          "give the folder of a 'cluster fit --method molrg' or 'cluster denoiser' run, or a"
              + " TorchScript file");
    }
    return script(path, options, run);
  }

  private static Model script(Path path, ModelOptions options, Run run) {
    Schedule schedule = schedule(options, null);
    if (schedule == null) {
      throw new InputException(
          "a TorchScript file does not say its schedule",
          "--schedule",
          "give vp, cosine, ve or edm, as it was trained");
    }
    if (options.shape().isEmpty()) {
      throw new InputException(
          "a TorchScript file does not say its points' shape", "--shape", "give e.g. 3,32,32");
    }
    ScriptDenoiser denoiser =
        new ScriptDenoiser(
            path,
            options.shape(),
            schedule,
            options.prediction(),
            options.conditioning(),
            Device.of(run));
    return new Model(denoiser, 1, schedule);
  }

  private static Schedule schedule(ModelOptions options, Schedule standard) {
    if (options.schedule().isBlank()) {
      return standard;
    }
    try {
      return Schedule.valueOf(options.schedule().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "is '" + options.schedule() + "'",
          "--schedule",
          Arrays.stream(Schedule.values())
              .map(s -> s.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ", "give one of ", "")),
          e);
    }
  }

  /** Points of this dimension, or a refusal. */
  void requireDimension(int d) {
    if (d != denoiser.n()) {
      throw new InputException(
          String.format(
              Locale.ROOT, "points have %,d numbers, the denoiser takes %,d", d, denoiser.n()),
          "",
          "give points of the space that it was trained in");
    }
  }

  @Override
  public void close() {
    if (denoiser instanceof NetworkDenoiser network) {
      network.close();
    } else if (denoiser instanceof ScriptDenoiser script) {
      script.close();
    }
  }
}
