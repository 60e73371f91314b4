package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.result.SparseCodes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much a handful of latents says of a class (SAEBench): the K latents whose means differ most
 * between the class and the rest, and a logistic regression on them.
 */
public final class SparseProbe {
  private final SparseCodes train;
  private final int[] trainLabels;
  private final SparseCodes test;
  private final int[] testLabels;
  private final int classes;

  /**
   * @param trainLabels class of each training row, from 0
   */
  public SparseProbe(
      SparseCodes train, int[] trainLabels, SparseCodes test, int[] testLabels, int classes) {
    this.train = train;
    this.trainLabels = trainLabels.clone();
    this.test = test;
    this.testLabels = testLabels.clone();
    this.classes = classes;
  }

  /** Macro-F1 by numbers of latents: learnt on every other row, measured on the rows between. */
  public static List<Double> macroF1(SparseCodes codes, Labels labels, List<Integer> ks) {
    SparseProbe probe = Halves.of(codes.n()).probe(codes, labels);
    return ks.stream().map(k -> probe.macroF1(Math.min(k, codes.features()))).toList();
  }

  /** Mean over classes of F1, each class against the rest with K latents. */
  public double macroF1(int k) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += f1(c, k) / classes;
    }
    return sum;
  }

  /** F1 of one class against the rest, on the test rows. */
  public double f1(int wanted, int k) {
    return f1(wanted, latents(wanted, k));
  }

  /** The same of a probe of these latents. */
  double f1(int wanted, int[] latents) {
    LogisticModel model =
        LogisticModel.fit(rows(train, latents), is(trainLabels, wanted), latents.length);
    double[] rows = rows(test, latents);
    boolean[] truth = is(testLabels, wanted);
    int hit = 0;
    int claimed = 0;
    int there = 0;
    for (int row = 0; row < truth.length; row++) {
      boolean says = model.margin(rows, row * latents.length) > 0;
      hit += says && truth[row] ? 1 : 0;
      claimed += says ? 1 : 0;
      there += truth[row] ? 1 : 0;
    }
    return hit == 0 ? 0 : 2.0 * hit / (claimed + there);
  }

  /** The K latents with the largest difference of class means, on the training rows. */
  int[] latents(int wanted, int k) {
    double[] difference = differences(wanted);
    return order(difference.length, j -> Math.abs(difference[j]), k);
  }

  /** At most K latents that are larger inside of the class than outside, the clearest first. */
  int[] speaking(int wanted, int k) {
    double[] difference = differences(wanted);
    int speaking = (int) Arrays.stream(difference).filter(x -> x > 0).count();
    return order(difference.length, j -> difference[j], Math.min(k, speaking));
  }

  private static int[] order(int features, IntToDoubleFunction size, int most) {
    return IntStream.range(0, features)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> -size.applyAsDouble(j)))
        .limit(most)
        .mapToInt(j -> j)
        .toArray();
  }

  /** Mean code inside of a class less mean code outside, by latent. */
  private double[] differences(int wanted) {
    double[] inside = new double[train.features()];
    double[] outside = new double[train.features()];
    int count = 0;
    for (int row = 0; row < train.n(); row++) {
      boolean in = trainLabels[row] == wanted;
      count += in ? 1 : 0;
      for (int e = train.start(row); e < train.start(row + 1); e++) {
        (in ? inside : outside)[train.latent(e)] += train.value(e);
      }
    }
    double ins = Math.max(1, count);
    double outs = Math.max(1, train.n() - count);
    for (int j = 0; j < inside.length; j++) {
      inside[j] = inside[j] / ins - outside[j] / outs;
    }
    return inside;
  }

  private static double[] rows(SparseCodes codes, int[] latents) {
    int[] place = new int[codes.features()];
    Arrays.fill(place, -1);
    for (int i = 0; i < latents.length; i++) {
      place[latents[i]] = i;
    }
    double[] rows = new double[codes.n() * latents.length];
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        if (place[codes.latent(e)] >= 0) {
          rows[row * latents.length + place[codes.latent(e)]] = codes.value(e);
        }
      }
    }
    return rows;
  }

  private static boolean[] is(int[] labels, int wanted) {
    boolean[] is = new boolean[labels.length];
    for (int i = 0; i < is.length; i++) {
      is[i] = labels[i] == wanted;
    }
    return is;
  }
}
