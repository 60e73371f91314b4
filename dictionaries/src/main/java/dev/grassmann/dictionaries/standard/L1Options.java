package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;
import dev.grassmann.core.run.Run;

/** Options of the penalty on the sum of a row's codes. */
public record L1Options(
    @Option(help = "weight of the penalty on the sum of a row's codes", min = 0) double l1,
    @Option(help = "steps over which that weight rises from 0", min = 0, unit = "steps")
        int l1Warmup,
    @Option(help = "weigh each code by the norm of its decoder row") boolean l1Normed) {
  /** As in SAELens, with a warm-up that suits a short training. */
  public static final L1Options DEFAULT = new L1Options(1, 500, true);

  /** Warns where the penalty can be escaped: small codes on long decoder rows. */
  void warn(Footing footing, Run run) {
    if (!l1Normed && !footing.unitDecoder()) {
      run.warn(
          "the penalty does not see decoder norms, which are free: codes can shrink while rows"
              + " grow; give --l1-normed or --unit-decoder");
    }
  }

  /** The weight in a step. */
  double at(long step) {
    return step < l1Warmup ? l1 * (step + 1) / l1Warmup : l1;
  }
}
