package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gradient boosting of trees by gradients and curvatures (Chen, Guestrin 2016): squared error for
 * numbers, softmax cross-entropy for classes, one tree a class and round.
 *
 * @param rounds how many
 * @param rate what each tree's answer is multiplied by
 * @param depth of the trees
 * @param rowShare rows drawn for each round, without replacement, in (0, 1]
 * @param featureShare features drawn for each round, in (0, 1]
 * @param lambda pull of the leaves towards 0
 */
public record BoostedTrees(
    int rounds, double rate, int depth, double rowShare, double featureShare, double lambda)
    implements Predictor {
  /** 100 trees of depth 3 at rate 0.1. */
  public static final BoostedTrees SMALL = new BoostedTrees(100, 0.1, 3, 1, 1, 0);

  /** 300 trees of depth 6 at rate 0.05 on 0.9 of rows and columns, lambda 1. */
  public static final BoostedTrees LARGE = new BoostedTrees(300, 0.05, 6, 0.9, 0.9, 1);

  @Override
  public Model fit(Sample training, Run run) {
    Outcomes outcomes = training.outcomes();
    int outputs = outcomes instanceof Outcomes.Classes c ? c.classes().size() : 1;
    int rows = training.rows();
    double[] start = start(outcomes, outputs);
    double[][] scores = new double[outputs][rows];
    for (int c = 0; c < outputs; c++) {
      Arrays.fill(scores[c], start[c]);
    }
    Bins bins = Bins.of(training.columns());
    byte[] byRow = bins.byRow();
    List<Tree[]> grown = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      run.step("boosting", round, rounds);
      SplittableRandom random = run.random("boosting " + round);
      int[] drawn = drawn(rows, rowShare, random);
      int[] features = drawn(training.features(), featureShare, random);
      double[][] g = new double[outputs][rows];
      double[][] h = new double[outputs][rows];
      gradients(outcomes, scores, g, h);
      Tree[] trees = new Tree[outputs];
      for (int c = 0; c < outputs; c++) {
        Splits splits = new Splits.Numbers(g[c], h[c], lambda, outputs > 1 ? 1e-6 : 1);
        trees[c] =
            new TreeGrower(
                    bins,
                    byRow,
                    training.columns(),
                    splits,
                    features,
                    features.length,
                    depth,
                    random)
                .grow(drawn);
        add(trees[c], training, scores[c]);
      }
      grown.add(trees);
    }
    return sample -> outputs(grown, start, sample);
  }

  private double[][] outputs(List<Tree[]> grown, double[] start, Sample sample) {
    double[][] outputs = new double[start.length][sample.rows()];
    for (int c = 0; c < start.length; c++) {
      Arrays.fill(outputs[c], start[c]);
      for (Tree[] trees : grown) {
        add(trees[c], sample, outputs[c]);
      }
    }
    return outputs;
  }

  private void add(Tree tree, Sample sample, double[] scores) {
    double[] sum = new double[1];
    for (int row = 0; row < scores.length; row++) {
      sum[0] = scores[row];
      tree.add(sample.columns(), row, rate, sum);
      scores[row] = sum[0];
    }
  }

  /** The mean, or the logarithm of each class's share. */
  private static double[] start(Outcomes outcomes, int outputs) {
    double[] start = new double[outputs];
    if (outcomes instanceof Outcomes.Classes classes) {
      for (int code : classes.codes()) {
        start[code]++;
      }
      for (int c = 0; c < outputs; c++) {
        start[c] = Math.log(Math.max(start[c], 0.5) / classes.rows());
      }
    } else {
      start[0] = Arrays.stream(((Outcomes.Numbers) outcomes).values()).average().orElseThrow();
    }
    return start;
  }

  private static void gradients(Outcomes outcomes, double[][] scores, double[][] g, double[][] h) {
    int rows = scores[0].length;
    if (outcomes instanceof Outcomes.Numbers numbers) {
      for (int row = 0; row < rows; row++) {
        g[0][row] = numbers.values()[row] - scores[0][row];
        h[0][row] = 1;
      }
      return;
    }
    int[] codes = ((Outcomes.Classes) outcomes).codes();
    double[] share = new double[scores.length];
    for (int row = 0; row < rows; row++) {
      Softmax.shares(scores, row, share);
      for (int c = 0; c < share.length; c++) {
        g[c][row] = (c == codes[row] ? 1 : 0) - share[c];
        h[c][row] = Math.max(share[c] * (1 - share[c]), 1e-12);
      }
    }
  }

  /** Numbers below {@code count}, ascending, a share of them drawn without replacement. */
  private static int[] drawn(int count, double share, SplittableRandom random) {
    int[] all = IntStream.range(0, count).toArray();
    int wanted = Math.max(1, (int) Math.round(share * count));
    for (int i = 0; i < wanted && wanted < count; i++) {
      int j = i + random.nextInt(count - i);
      int moved = all[i];
      all[i] = all[j];
      all[j] = moved;
    }
    int[] drawn = Arrays.copyOf(all, wanted);
    Arrays.sort(drawn);
    return drawn;
  }
}
