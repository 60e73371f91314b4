package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What QuickSelection is said to do, measured again. */
public final class QuickSelectionReproduction implements Reproduction {
  private static final String TRUTH = "ground truth";
  private static final int SEEDS = 5;

  /** The mean of five scatters by half a column. */
  private static final int MANY = 30;

  private static final QuickSelectionConfig PLANTED =
      QuickSelectionConfig.DEFAULTS.with(Map.of("hidden", 300, "epochs", 40));

  @Override
  public int system() {
    return 3;
  }

  @Override
  public String id() {
    return "quickselection";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(ParityClaims.all());
    claims.add(
        Claim.quick(
            "of 300 columns the 20 true ones are found in 40 epochs, without a target",
            TRUTH,
            "each of 5 seeds >= 12, mean >= 14.5 (chance 1.3)",
            QuickSelectionReproduction::planted));
    claims.add(
        Claim.quick(
            "fewer are found where the topology is fixed",
            TRUTH,
            "mean at least 1 lower",
            QuickSelectionReproduction::withoutEvolution));
    claims.add(
        Claim.full(
            "noise in place of 10 % of all cells costs few of them (mean of 30 tables)",
            "paper, robustness to noise",
            "mean at most 3 lower",
            List.of(),
            QuickSelectionReproduction::withNoise));
    claims.addAll(MemoryClaims.all());
    claims.addAll(RealDataClaims.all());
    return List.copyOf(claims);
  }

  private static Measured planted(Run run) {
    int[] found = found(PLANTED, 0, SEEDS, run);
    boolean each = Arrays.stream(found).allMatch(count -> count >= 12);
    return Measured.of(
        String.format(Locale.ROOT, "%s, mean %.1f", Arrays.toString(found), mean(found)),
        each && mean(found) >= 14.5);
  }

  private static Measured withoutEvolution(Run run) {
    double evolved = mean(found(PLANTED, 0, SEEDS, run));
    double fixed = mean(found(PLANTED.with("zeta", 0.0), 0, SEEDS, run));
    return Measured.of(
        String.format(Locale.ROOT, "%.1f against %.1f", fixed, evolved), evolved - fixed >= 1);
  }

  private static Measured withNoise(Run run) {
    double clean = mean(found(PLANTED, 0, MANY, run));
    double noisy = mean(found(PLANTED, 0.1, MANY, run));
    return Measured.of(
        String.format(Locale.ROOT, "%.1f against %.1f", noisy, clean), clean - noisy <= 3);
  }

  /** Of each seed, how many of the best 20 columns are true ones. */
  private static int[] found(QuickSelectionConfig config, double noisy, int seeds, Run run) {
    int[] found = new int[seeds];
    for (int s = 0; s < seeds; s++) {
      Run own = run.but().seed(run.seed() + s).folder(null).build();
      Vectors data = MadelonLike.draw(1000, 300, noisy, own.random("planted columns"));
      float[] cells = data.toArray();
      float[][] strengths =
          new Training(new Cells.Dense(cells, data.n(), data.d()), config, own)
              .train()
              .trajectory();
      int[] best = Experiment.top(strengths[config.epochs() - 1], MadelonLike.TRUE);
      found[s] = (int) Arrays.stream(best).filter(j -> j < MadelonLike.TRUE).count();
    }
    return found;
  }

  private static double mean(int[] counts) {
    return Arrays.stream(counts).average().orElseThrow();
  }
}
