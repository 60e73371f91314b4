package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Progress;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a forest's accuracy, or explained variance, loses when a feature's numbers are permuted
 * among the rows. Rows are taken in blocks, and each tree looks at a whole block before the next
 * tree does, so that it is still in the cache.
 */
final class PermutationLosses {
  /** Permutations that are followed together: one bit each. */
  private static final int TOGETHER = 64;

  /** Numbers of a block at most, 2 MB. */
  private static final int BLOCK = 1 << 18;

  /** Places of permuted rows held at a time, at most 64 MB. */
  private static final int HELD = 1 << 24;

  private static final long WHOLE = 1000;

  private final List<Tree> trees;
  private final int outputs;
  private final Sample sample;
  private final Run run;

  PermutationLosses(List<Tree> trees, int outputs, Sample sample, Run run) {
    this.trees = trees;
    this.outputs = outputs;
    this.sample = sample;
    this.run = run;
  }

  /** One a feature: the mean over its permutations, negative where the forest gains. */
  double[] of(int repeats) {
    double[] losses = new double[sample.features()];
    int[] asked =
        IntStream.range(0, losses.length)
            .filter(feature -> trees.stream().anyMatch(tree -> tree.asks(feature)))
            .toArray();
    double[][] said = new RandomForest.Forest(trees, outputs).outputs(sample);
    double whole =
        sample.outcomes() instanceof Outcomes.Classes classes
            ? Quality.accuracy(said, classes.codes())
            : Quality.explained(said[0], ((Outcomes.Numbers) sample.outcomes()).values());
    List<Part> parts = parts(asked, repeats);
    for (int turn = 0; turn < parts.size(); turn++) {
      Part part = parts.get(turn);
      double[] tallies = tallies(part, turn, parts.size());
      for (int k = 0; k < tallies.length; k++) {
        losses[part.features()[k / part.repeats()]] += (whole - quality(tallies[k])) / repeats;
      }
    }
    return losses;
  }

  /**
   * What is looked at together.
   *
   * @param features that are permuted
   * @param from the first of the repeats
   */
  private record Part(int[] features, int from, int repeats) {}

  private List<Part> parts(int[] asked, int repeats) {
    List<Part> parts = new ArrayList<>();
    int together = Math.min(repeats, TOGETHER);
    int features = (int) Math.max(1, HELD / ((long) sample.rows() * together));
    for (int first = 0; first < asked.length; first += features) {
      int[] chosen = Arrays.copyOfRange(asked, first, Math.min(asked.length, first + features));
      for (int from = 0; from < repeats; from += together) {
        parts.add(new Part(chosen, from, Math.min(together, repeats - from)));
      }
    }
    return parts;
  }

  /** Sums over all rows, of the part's features by repeats: squared errors, or right answers. */
  private double[] tallies(Part part, int turn, int turns) {
    int rows = sample.rows();
    int[][] order = new int[part.features().length * part.repeats()][];
    for (int k = 0; k < order.length; k++) {
      int feature = part.features()[k / part.repeats()];
      int repeat = part.from() + k % part.repeats();
      order[k] = Permutation.fromTheEnd(rows, run.random("permuting " + feature + " " + repeat));
    }
    long numbers = (long) order.length * (outputs + 1) + sample.features();
    int height = (int) Math.max(1, Math.min(rows, BLOCK / numbers));
    int blocks = (rows + height - 1) / height;
    Progress ofPart = // parts have different numbers of blocks
        (stage, done, total) -> run.step(stage, WHOLE * turn + WHOLE * done / total, WHOLE * turns);
    List<double[]> each =
        Workers.map(
            blocks,
            "permuting",
            run.but().progress(ofPart).build(),
            () -> null,
            (block, none) -> {
              int low = block * height;
              return tallies(part, low, Math.min(rows, low + height), order);
            });
    double[] sums = new double[order.length];
    for (double[] block : each) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += block[k];
      }
    }
    return sums;
  }

  private double[] tallies(Part part, int low, int high, int[][] order) {
    int[] place = new int[sample.features()];
    Arrays.fill(place, -1);
    for (int k = 0; k < part.features().length; k++) {
      place[part.features()[k]] = k;
    }
    int repeats = part.repeats();
    PermutedRows block =
        new PermutedRows(high - low, place, part.features().length, repeats, outputs);
    for (int row = low; row < high; row++) {
      for (int f = 0; f < place.length; f++) {
        block.own(row - low, f, sample.columns()[f][row]);
      }
      for (int k = 0; k < order.length; k++) {
        double[] column = sample.columns()[part.features()[k / repeats]];
        block.taken(row - low, k / repeats, k % repeats, column[order[k][row]]);
      }
    }
    trees.forEach(block::ask);
    double[] tallies = new double[order.length];
    double[] said = new double[outputs];
    for (int row = low; row < high; row++) {
      for (int k = 0; k < tallies.length; k++) {
        for (int c = 0; c < outputs; c++) {
          said[c] = block.sum(row - low, k / repeats, k % repeats, c);
        }
        tallies[k] += tally(said, row);
      }
    }
    return tallies;
  }

  /** What one row adds: its error squared, or 1 for a right answer. */
  private double tally(double[] said, int row) {
    if (sample.outcomes() instanceof Outcomes.Classes classes) {
      int best = 0;
      for (int c = 1; c < said.length; c++) {
        if (said[c] > said[best]) {
          best = c;
        }
      }
      return best == classes.codes()[row] ? 1 : 0;
    }
    double error = said[0] / trees.size() - ((Outcomes.Numbers) sample.outcomes()).values()[row];
    return error * error;
  }

  private double quality(double tally) {
    return sample.outcomes() instanceof Outcomes.Numbers numbers
        ? Quality.explained(tally, numbers.values())
        : tally / sample.rows();
  }
}
