package dev.grassmann.tables.kan;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.kan.KanConfig.Space;
import dev.grassmann.tables.kan.KanSelector.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Five columns out of thirty are found, one of which no linear method sees. */
final class FriedmanClaims {
  private static final String TRUTH = "ground truth: Friedman 1";
  private static final int SEEDS = 5;
  private static final int HIDDEN = 2 * Friedman.COLUMNS + 1;

  private List<Trained> networks = List.of();

  List<Claim> all() {
    return List.of(
        Claim.quick(
            "KAN-SI and KAN-KO find all five true columns of 30",
            TRUTH,
            "5/5 on each of 5 seeds",
            run -> recovery(run, 5, Score.SI, Score.KO)),
        Claim.quick(
            "KAN-L1 and KAN-L2, of coefficients and of contributions, find four of them",
            TRUTH,
            ">= 4/5 on each of 5 seeds",
            run -> recovery(run, 4, Score.L1, Score.L2)),
        Claim.quick(
            "the pure square is in the top five of every selector",
            TRUTH,
            "40/40 (4 selectors, 2 spaces, 5 seeds)",
            this::square),
        Claim.quick("the network explains the rows held out", TRUTH, "R2 >= 0.85", this::quality));
  }

  /** A seed's trained network with its data. */
  private record Trained(Friedman friedman, KanTraining training, Run run) {
    double[] scores(Score score, Space space) {
      KanConfig config = KanConfig.DEFAULTS.with("space", space);
      return score.of(training, friedman.test(), config, run);
    }
  }

  /** Trained when first asked for: the claims look at the same networks. */
  private synchronized List<Trained> trained(Run run) {
    if (networks.isEmpty() || networks.get(0).run().seed() != run.seed()) {
      networks = Workers.map(SEEDS, "networks", run, () -> null, (seed, none) -> train(seed, run));
    }
    return networks;
  }

  private static Trained train(int seed, Run run) {
    Run seeded =
        Run.builder().seed(run.seed() + seed).threads(1).cancelled(run::isCancelled).build();
    Friedman friedman = Friedman.draw(seeded);
    KanTraining training = KanTraining.on(friedman.training(), HIDDEN, KanConfig.DEFAULTS, seeded);
    return new Trained(friedman, training, seeded);
  }

  private Measured recovery(Run run, int least, Score... scores) {
    List<Trained> all = trained(run);
    int fewest = Friedman.TRUE_COLUMNS;
    List<String> each = new ArrayList<>();
    for (Score score : scores) {
      for (Space space : Space.values()) {
        StringBuilder counts = new StringBuilder();
        for (Trained network : all) {
          int found = Friedman.recovered(network.scores(score, space));
          fewest = Math.min(fewest, found);
          counts.append(' ').append(found);
        }
        each.add(score + " " + space.name().toLowerCase(Locale.ROOT) + counts);
      }
    }
    return Measured.of(fewest + "/5 at least", fewest >= least).noting(String.join("; ", each));
  }

  private Measured square(Run run) {
    int times = 0;
    for (Trained network : trained(run)) {
      for (Score score : Score.values()) {
        for (Space space : Space.values()) {
          int[] best = Friedman.best(network.scores(score, space));
          times += Arrays.stream(best).anyMatch(j -> j == 2) ? 1 : 0;
        }
      }
    }
    return Measured.of(times + "/40", times == 40);
  }

  private Measured quality(Run run) {
    double least = 1;
    double most = 0;
    for (Trained network : trained(run)) {
      double explained =
          network.friedman().explained(network.training().predictions(network.friedman().test()));
      least = Math.min(least, explained);
      most = Math.max(most, explained);
    }
    return Measured.of(String.format(Locale.ROOT, "%.3f to %.3f", least, most), least >= 0.85);
  }
}
