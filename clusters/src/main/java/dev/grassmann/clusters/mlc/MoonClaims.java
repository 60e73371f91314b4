package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Options;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.TrainingLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two moons: the smallest curved clusters. */
final class MoonClaims {
  private MoonClaims() {}

  /** Five layers of 100, four features, 600 + 400 steps on all 200 points. */
  static MlcConfig config() {
    return Options.with(
        MlcConfig.DEFAULTS,
        Map.ofEntries(
            Map.entry("dim", 4),
            Map.entry("layers", List.of(100, 100, 100, 100, 100)),
            Map.entry("activation", Activation.ELU),
            Map.entry("noise", 0.124), // 0.1, as a share of the numbers' root mean square
            Map.entry("pretrainSteps", 600),
            Map.entry("agreement", 20.0),
            Map.entry("eps2", 0.1),
            Map.entry("eta", 0.1),
            Map.entry("finalEta", 0.1),
            Map.entry("halfSteps", 15),
            Map.entry("batch", 200),
            Map.entry("steps", 400),
            Map.entry("clusters", 2)));
  }

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "MLC makes two moons two orthogonal planes",
            "ground truth, 200 points",
            "ACC >= 0.99, |cos| <= 0.06, ranks 2 2 4, R falls < 1 %",
            MoonClaims::moons));
  }

  private static Measured moons(Run run) {
    LibTorch.start(run);
    Moons moons = Moons.draw(100, 0.01, run.random("moons"));
    MlcConfig config = config();
    try (MlcTraining training = new MlcTraining(moons.points(), config, run)) {
      training.pretrain();
      training.copyHead();
      Stage before = Stage.of(training.learnt(), moons.points(), moons.truth(), 2, config, run);
      TrainingLog log = training.linearize();
      Stage after = Stage.of(training.learnt(), moons.points(), moons.truth(), 2, config, run);
      double[] rates = log.figure("R");
      double kept = mean(rates, rates.length - 20, rates.length) / mean(rates, 0, 20);
      LinearStructure s = after.structure();
      boolean ranks = s.rank() == 4 && Arrays.equals(s.classRanks(), new int[] {2, 2});
      return Measured.of(
          String.format(
              Locale.ROOT,
              "%.2f (before %.2f), %.3f (before %.3f), %s %d, %.1f %%",
              after.membership().accuracy(),
              before.membership().accuracy(),
              s.across(),
              before.structure().across(),
              Arrays.toString(s.classRanks()),
              s.rank(),
              100 * (1 - kept)),
          after.membership().accuracy() >= 0.99 && s.across() <= 0.06 && ranks && kept > 0.99);
    }
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }
}
