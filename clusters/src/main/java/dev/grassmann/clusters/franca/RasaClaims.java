package dev.grassmann.clusters.franca;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Erasing places, and masks that favour none, on data of which all is known. */
final class RasaClaims {
  private static final int DRAWS = 20_000;
  private static final int SIDE = 16;

  private RasaClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "RASA erases places and leaves classes alone",
            "ground truth, 200 images of 14 x 14 tokens",
            "error >= 0.95 of guessing's within 6 rounds, class probe falls <= 0.5 points",
            RasaClaims::erases),
        Claim.quick(
            "RASA as published, at its rate of 0.002, writes a little of the places back",
            "ground truth, the same",
            "error rises each round, 0.074 to 0.089 in the eighth",
            RasaClaims::published),
        Claim.quick(
            "CyclicMask shows every patch equally often, without its roll not",
            "ground truth, 20,000 draws on 16 x 16",
            "within 3 %; corner < 0.4 and centre > 1.4 without",
            RasaClaims::masks));
  }

  private static Rasa.Removal remove(PlaceWorld world, EraseConfig config, Run run) {
    Targets targets = Targets.grid(PlaceWorld.GRID, PlaceWorld.GRID);
    return new Rasa(world.z(), PlaceWorld.ITEMS, PlaceWorld.D, targets, config, run).remove();
  }

  private static Measured erases(Run run) {
    PlaceWorld world = PlaceWorld.draw(run.random("places"));
    Rasa.Removal removal = remove(world, EraseConfig.DEFAULTS, run);
    double chance = Targets.grid(PlaceWorld.GRID, PlaceWorld.GRID).chance();
    double before = classes(world.z(), world.truth());
    double after = classes(removal.z(), world.truth());
    int rounds = removal.rounds().size();
    double kept = rounds == 0 ? 1 : removal.rounds().get(rounds - 1).kept();
    boolean holds = rounds + 1 <= 6 && removal.left() >= 0.95 * chance && after >= before - 0.005;
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.4f of %.4f in round %d; classes %.3f to %.3f; %.0f %% of the energy gone",
            removal.left(),
            chance,
            rounds + 1,
            before,
            after,
            100 * (1 - kept)),
        holds);
  }

  /** A ridge probe of the class, learnt from tokens of one half of the images. */
  private static double classes(float[] z, int[] truth) {
    int places = PlaceWorld.GRID * PlaceWorld.GRID;
    Vectors rows = Vectors.of(z, z.length / PlaceWorld.D, PlaceWorld.D);
    int[] labels = new int[rows.n()];
    Arrays.setAll(labels, i -> truth[i / places]);
    int half = rows.n() / 2;
    int[] train = IntStream.range(0, half).toArray();
    int[] test = IntStream.range(half, rows.n()).toArray();
    return RidgeProbe.accuracy(rows, labels, PlaceWorld.CLASSES, train, test, 1e-3);
  }

  private static Measured published(Run run) {
    PlaceWorld world = PlaceWorld.draw(run.random("places"));
    EraseConfig config =
        Options.with(EraseConfig.DEFAULTS, Map.of("parity", true, "saturated", 1.0, "rate", 2e-3));
    Rasa.Removal removal = remove(world, config, run);
    boolean rising = true;
    double last = 0;
    for (Rasa.Round round : removal.rounds()) {
      rising &= round.error() > last;
      last = round.error();
    }
    return Measured.of(
            String.format(
                Locale.ROOT, "%s to %.4f", rising ? "rises" : "does not rise each time", last),
            rising && last >= 0.074 && last <= 0.089)
        .noting("at ten times that rate probes forget their start, and the eighth only guesses");
  }

  private static Measured masks(Run run) {
    double[] rolled = shown(MaskStrategy.CYCLIC, run.random("cyclic"));
    double[] fixed = shown(MaskStrategy.INVERSE, run.random("inverse"));
    double off = Arrays.stream(rolled).map(x -> Math.abs(x - 1)).max().orElseThrow();
    double corner = fixed[0];
    double centre = fixed[SIDE / 2 * SIDE + SIDE / 2];
    return Measured.of(
        String.format(Locale.ROOT, "%.1f %%; corner %.2f, centre %.2f", 100 * off, corner, centre),
        off <= 0.03 && corner < 0.4 && centre > 1.4);
  }

  /** How often each patch is seen, as a share of the mean. */
  private static double[] shown(MaskStrategy strategy, SplittableRandom random) {
    Masks masks = new Masks(SIDE, SIDE, strategy);
    double[] shown = new double[SIDE * SIDE];
    double all = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      boolean[] mask = masks.draw(0.1 + 0.55 * random.nextDouble(), random);
      for (int p = 0; p < mask.length; p++) {
        shown[p] += mask[p] ? 0 : 1;
        all += mask[p] ? 0 : 1;
      }
    }
    double mean = all / shown.length;
    return Arrays.stream(shown).map(x -> x / mean).toArray();
  }
}
