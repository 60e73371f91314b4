package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What handing out a budget is said to do: less error, hard rows found, no dead latents. */
public final class ChoiceSaeReproduction implements Reproduction {
  private static final String TRUTH = "ground truth";
  private static final String DIGITS = "re-implementation from the abstract and reviews";
  private static final int SEEDS = 3;
  private static final int LONG = 2_500;
  private static final int SHORT = 1_500;

  /** All that is compared on the uneven world, one entry a seed. */
  private record World(
      List<UnevenExperiment.Figures> topK,
      List<UnevenExperiment.Figures> mutual,
      List<UnevenExperiment.Figures> uniform,
      List<UnevenExperiment.Figures> feature) {}

  private World world;
  private long worldSeed;
  private DigitsChoice.Figures four;
  private DigitsChoice.Figures eight;
  private long digitsSeed;

  @Override
  public int system() {
    return 20;
  }

  @Override
  public String id() {
    return "choicesae";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.quick(
            "the worked examples of both choices, of quotas and of the fitted law come out",
            "re-implementation, float64",
            "4/4",
            run -> workedExamples()),
        full(
            "uneven rows: Mutual Choice leaves less error than TopK at the same mean L0",
            "FVU <= .85 x TopK (mean of 3)",
            this::lessError),
        full(
            "going on with Feature Choice by a Zipf law loses nothing",
            "FVU <= Mutual Choice + .005",
            this::losesNothing),
        full(
            "Feature Choice has no dead latents, by uniform and by Zipf quotas",
            "0.0%",
            this::noneDead),
        full(
            "rows with more atoms get more latents from both",
            "r(L0, atoms) >= .85",
            this::countsAtoms),
        full(
            "a quarter of the latents shut at the start: both auxiliary losses open them",
            "dead <= a third of without; within 3 points of each other",
            this::revives),
        digits(
            "digits: rows that TopK reconstructs badly get more latents, k = 4 and 8",
            "Spearman >= .3",
            this::findsHardRows),
        digits(
            "digits: no latent of Feature Choice is dead, k = 4 and 8",
            "0",
            this::noneDeadOnDigits),
        digits(
            "digits: Feature Choice is no worse than TopK at k = 8",
            "FVU <= TopK's",
            this::noWorse));
  }

  private static Claim full(String sentence, String expected, Claim.Measurement measurement) {
    return Claim.full(sentence, TRUTH, expected, List.of(), measurement);
  }

  private static Claim digits(String sentence, String expected, Claim.Measurement measurement) {
    return Claim.full(sentence, DIGITS, expected, List.of(DigitsChoice.DATA), measurement);
  }

  private static Measured workedExamples() {
    int right = 0;
    ReferenceChoice example = new ReferenceChoice();
    right += example.mutualAgrees() ? 1 : 0;
    right += example.featureAgrees() ? 1 : 0;
    right += example.quotasAgree() ? 1 : 0;
    right += example.fitAgrees() ? 1 : 0;
    return Measured.of(right + "/4", right == 4);
  }

  private static double mean(
      List<UnevenExperiment.Figures> seeds, ToDoubleFunction<UnevenExperiment.Figures> figure) {
    return seeds.stream().mapToDouble(figure).average().orElseThrow();
  }

  private World world(Run run) {
    if (world == null || worldSeed != run.seed()) {
      World fresh =
          new World(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < SEEDS; i++) {
        Run own = run.but().seed(run.seed() + i).build();
        UnevenExperiment uneven = new UnevenExperiment(LONG, own);
        fresh.topK().add(uneven.topK());
        fresh.mutual().add(uneven.choice(Map.of("choice", Choice.MUTUAL)));
        fresh
            .uniform()
            .add(
                uneven.choice(
                    Map.of("choice", Choice.FEATURE, "quota", Quota.UNIFORM, "fcFrom", 0.0)));
        fresh.feature().add(uneven.choice(Map.of("choice", Choice.FEATURE, "quota", Quota.FIXED)));
      }
      world = fresh;
      worldSeed = run.seed();
    }
    return world;
  }

  private Measured lessError(Run run) {
    World all = world(run);
    double topK = mean(all.topK(), UnevenExperiment.Figures::fvu);
    double mutual = mean(all.mutual(), UnevenExperiment.Figures::fvu);
    return Measured.of(
            String.format(Locale.ROOT, "%.3f / %.3f = %.2f", mutual, topK, mutual / topK),
            mutual <= 0.85 * topK)
        .noting(
            String.format(
                Locale.ROOT,
                "L0 %.2f against 6; dead %.1f%% against %.1f%%; uniform Feature Choice %.3f",
                mean(all.mutual(), UnevenExperiment.Figures::l0),
                100 * mean(all.mutual(), UnevenExperiment.Figures::dead),
                100 * mean(all.topK(), UnevenExperiment.Figures::dead),
                mean(all.uniform(), UnevenExperiment.Figures::fvu)));
  }

  private Measured losesNothing(Run run) {
    World all = world(run);
    double mutual = mean(all.mutual(), UnevenExperiment.Figures::fvu);
    double feature = mean(all.feature(), UnevenExperiment.Figures::fvu);
    return Measured.of(
            String.format(Locale.ROOT, "%.3f against %.3f", feature, mutual),
            feature <= mutual + 0.005)
        .noting(
            String.format(
                Locale.ROOT, "L0 %.2f", mean(all.feature(), UnevenExperiment.Figures::l0)));
  }

  private Measured noneDead(Run run) {
    World all = world(run);
    double uniform = 100 * mean(all.uniform(), UnevenExperiment.Figures::dead);
    double feature = 100 * mean(all.feature(), UnevenExperiment.Figures::dead);
    return Measured.of(
        String.format(Locale.ROOT, "%.1f%%, %.1f%%", uniform, feature),
        uniform == 0 && feature == 0);
  }

  private Measured countsAtoms(Run run) {
    World all = world(run);
    double mutual = mean(all.mutual(), UnevenExperiment.Figures::counting);
    double feature = mean(all.feature(), UnevenExperiment.Figures::counting);
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.3f", mutual, feature),
        mutual >= 0.85 && feature >= 0.85);
  }

  private Measured revives(Run run) {
    UnevenExperiment uneven = new UnevenExperiment(SHORT, run);
    double none = uneven.shut(AuxLoss.NONE).dead();
    double auxK = uneven.shut(AuxLoss.AUXK).dead();
    double zipf = uneven.shut(AuxLoss.ZIPF).dead();
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.1f%% without, %.1f%% aux_k, %.1f%% aux_zipf",
            100 * none,
            100 * auxK,
            100 * zipf),
        auxK <= none / 3 && zipf <= none / 3 && Math.abs(zipf - auxK) <= 0.03);
  }

  private void measureDigits(Run run) {
    if (four == null || digitsSeed != run.seed()) {
      DigitsChoice digits = new DigitsChoice(run);
      four = digits.with(4);
      eight = digits.with(8);
      digitsSeed = run.seed();
    }
  }

  private Measured findsHardRows(Run run) {
    measureDigits(run);
    boolean holds =
        four.mutualRank() >= 0.3
            && four.featureRank() >= 0.3
            && eight.mutualRank() >= 0.3
            && eight.featureRank() >= 0.3;
    return Measured.of(
        String.format(
            Locale.ROOT,
            "mutual %.2f, %.2f; feature %.2f, %.2f",
            four.mutualRank(),
            eight.mutualRank(),
            four.featureRank(),
            eight.featureRank()),
        holds);
  }

  private Measured noneDeadOnDigits(Run run) {
    measureDigits(run);
    return Measured.of(
        four.featureSilent() + ", " + eight.featureSilent(),
        four.featureSilent() == 0 && eight.featureSilent() == 0);
  }

  private Measured noWorse(Run run) {
    measureDigits(run);
    return Measured.of(
            String.format(Locale.ROOT, "%.4f against %.4f", eight.featureFvu(), eight.topKFvu()),
            eight.featureFvu() <= eight.topKFvu())
        .noting(
            String.format(
                Locale.ROOT,
                "unseen L0 %.1f for k = 8; Mutual Choice %.4f at L0 %.1f",
                eight.featureL0(),
                eight.mutualFvu(),
                eight.mutualL0()));
  }
}
