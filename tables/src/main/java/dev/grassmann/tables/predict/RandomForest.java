package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A random forest (Breiman 2001): trees grown to the end on rows drawn with replacement. For
 * classes each split looks at the square root of the number of features, for numbers at all.
 *
 * @param trees how many, at least 1
 */
public record RandomForest(int trees) implements Predictor {
  @Override
  public Forest fit(Sample training, Run run) {
    Bins bins = Bins.of(training.columns());
    int features = training.features();
    int outputs = training.outcomes() instanceof Outcomes.Classes c ? c.classes().size() : 1;
    int tried = outputs > 1 ? Math.max(1, (int) Math.sqrt(features)) : features;
    byte[] byRow = tried == features ? bins.byRow() : null;
    int[] all = IntStream.range(0, features).toArray();
    List<Tree> grown =
        Workers.map(
            trees,
            "growing trees",
            run,
            () -> null,
            (number, none) -> {
              SplittableRandom random = run.random("tree " + number);
              double[] weight = drawn(training.rows(), random);
              int[] rows =
                  IntStream.range(0, weight.length).filter(row -> weight[row] > 0).toArray();
              Splits splits = splits(training.outcomes(), weight);
              return new TreeGrower(
                      bins,
                      byRow,
                      training.columns(),
                      splits,
                      all,
                      tried,
                      Integer.MAX_VALUE,
                      random)
                  .grow(rows);
            });
    return new Forest(grown, outputs);
  }

  /** How often each row was drawn. */
  private static double[] drawn(int rows, SplittableRandom random) {
    double[] times = new double[rows];
    for (int i = 0; i < rows; i++) {
      times[random.nextInt(rows)]++;
    }
    return times;
  }

  private static Splits splits(Outcomes outcomes, double[] weight) {
    if (outcomes instanceof Outcomes.Classes classes) {
      return new Splits.Classes(classes.codes(), weight, classes.classes().size());
    }
    double[] values = ((Outcomes.Numbers) outcomes).values();
    double[] weighted = new double[values.length];
    Arrays.setAll(weighted, row -> values[row] * weight[row]);
    return new Splits.Numbers(weighted, weight, 0, 1);
  }

  /** Grown trees; what they say is the mean of what each says. */
  public static final class Forest implements Model {
    private final List<Tree> trees;
    private final int outputs;

    Forest(List<Tree> trees, int outputs) {
      this.trees = List.copyOf(trees);
      this.outputs = outputs;
    }

    /** Whether any tree asks for a feature. */
    public boolean asks(int feature) {
      return trees.stream().anyMatch(tree -> tree.asks(feature));
    }

    @Override
    public double[][] outputs(Sample sample) {
      double[][] all = new double[outputs][sample.rows()];
      double[] sums = new double[outputs];
      for (Tree tree : trees) {
        for (int row = 0; row < sample.rows(); row++) {
          Arrays.fill(sums, 0);
          tree.add(sample.columns(), row, 1, sums);
          for (int c = 0; c < outputs; c++) {
            all[c][row] += sums[c];
          }
        }
      }
      for (double[] output : all) { // last, so that equally many votes are equal to the last bit
        for (int row = 0; row < output.length; row++) {
          output[row] /= trees.size();
        }
      }
      return all;
    }

    /**
     * What accuracy, or explained variance, the forest loses on some rows when one feature's
     * numbers are permuted among them.
     *
     * @param repeats permutations of each feature, at least 1, drawn from the run's seed
     * @return one a feature: the mean loss, 0 where no tree asks for the feature, negative where
     *     the forest gains
     */
    public double[] lossesWhenPermuted(Sample sample, int repeats, Run run) {
      return new PermutationLosses(trees, outputs, sample, run).of(repeats);
    }
  }
}
