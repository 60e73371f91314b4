package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.compare.units.SparsePrediction.PathPoint;
import dev.grassmann.compare.units.SparsePrediction.Source;
import dev.grassmann.compare.units.SparsePrediction.Target;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The lasso path of every unit of B, learnt on some rows' sums and judged on others'. */
final class Prediction {
  private static final double SHARE_NEEDED = 0.9;
  private static final double ROUNDING = 1e-10;
  private static final int SHOWN = 8;

  private final UnitCorrelations train;
  private final PairMoments trainSums;
  private final PairMoments testSums;
  private final Run run;
  private final int p;
  private final int q;

  Prediction(UnitCorrelations train, PairMoments trainSums, PairMoments testSums, Run run) {
    this.train = train;
    this.trainSums = trainSums;
    this.testSums = testSums;
    this.run = run;
    this.p = train.p();
    this.q = train.q();
  }

  SparsePrediction along(double[] path, double reportAlpha) {
    double[] dense = leastSquares();
    List<double[]> weights = weights(path, dense);
    int at = nearest(path, reportAlpha);
    List<PathPoint> points = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      double[] r2 = judged(weights.get(i));
      scores.add(r2);
      points.add(point(path[i], weights.get(i), r2));
    }
    return new SparsePrediction(
        points, path[at], targets(weights.get(at), scores.get(at), dense), train.n(), testSums.n());
  }

  /** R² of each unit of B with one penalty, on the rows judged on. */
  double[] at(double alpha) {
    double[] path = {alpha};
    return judged(weights(path, alpha == 0 ? leastSquares() : null).get(0));
  }

  /** p × q weights for each penalty of the path. */
  private List<double[]> weights(double[] path, double[] dense) {
    List<double[][]> byTarget =
        Workers.map(
            q,
            "sparse prediction",
            run,
            () -> new CoordinateDescent(train.aa(), p),
            (target, descent) -> {
              descent.target(correlations(target));
              double[][] found = new double[path.length][];
              for (int i = 0; i < path.length; i++) {
                found[i] = path[i] > 0 ? descent.solve(path[i]).clone() : column(dense, target);
              }
              return found;
            });
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      double[] matrix = new double[Math.multiplyExact(p, q)];
      for (int j = 0; j < q; j++) {
        for (int k = 0; k < p; k++) {
          matrix[k * q + j] = byTarget.get(j)[i][k];
        }
      }
      all.add(matrix);
    }
    return all;
  }

  private double[] correlations(int target) {
    return column(train.ab(), target);
  }

  private double[] column(double[] matrix, int j) {
    return IntStream.range(0, p).mapToDouble(k -> matrix[k * q + j]).toArray();
  }

  /** The weights of penalty 0; the shortest ones where units are linearly dependent. */
  private double[] leastSquares() {
    SymmetricEigen eigen = SymmetricEigen.of(train.aa(), p);
    int rank = 0;
    while (rank < p && eigen.values()[rank] > ROUNDING * eigen.values()[0]) {
      rank++;
    }
    double[] map = new double[p * rank];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < rank; k++) {
        map[j * rank + k] = eigen.vectors()[j * p + k] / Math.sqrt(eigen.values()[k]);
      }
    }
    double[] white = Products.transposedMultiply(map, train.ab(), rank, p, q);
    return Products.multiply(map, white, p, rank, q);
  }

  /** 1 - Σ (y - wᵀx)² / Σ (y - ȳ)² over the rows judged on, from their sums. */
  private double[] judged(double[] weights) {
    double[] product = Products.multiply(train.scaledAa(testSums), weights, p, p, q);
    double[] ab = train.scaledAb(testSums);
    double[] variances = train.variancesB(testSums);
    double[] shiftA = shift(trainSums.meanA(), testSums.meanA(), train.unitsA(), true);
    double[] shiftB = shift(trainSums.meanB(), testSums.meanB(), train.unitsB(), false);
    double[] r2 = new double[q];
    for (int j = 0; j < q; j++) {
      double squared = variances[j];
      double moved = shiftB[j];
      for (int k = 0; k < p; k++) {
        double weight = weights[k * q + j];
        squared += weight * (product[k * q + j] - 2 * ab[k * q + j]);
        moved -= weight * shiftA[k];
      }
      r2[j] = variances[j] > 0 ? 1 - (squared + moved * moved) / variances[j] : 0;
    }
    return r2;
  }

  /** How far the means of the rows judged on lie from those learnt from, in deviations. */
  private double[] shift(double[] from, double[] to, int[] units, boolean a) {
    double[] deviations = a ? train.deviationsA() : train.deviationsB();
    return IntStream.range(0, units.length)
        .mapToDouble(u -> (to[units[u]] - from[units[u]]) / deviations[u])
        .toArray();
  }

  private PathPoint point(double alpha, double[] weights, double[] r2) {
    double loss = 0;
    for (double r : r2) {
      loss += 0.5 * (1 - r) / q;
    }
    double small = SparsePrediction.count(weights, 1e-3);
    double large = SparsePrediction.count(weights, 0.05);
    return new PathPoint(alpha, loss, small / q, large / q, small / weights.length);
  }

  private List<Target> targets(double[] weights, double[] r2, double[] dense) {
    return Workers.map(
        q,
        "units needed",
        run,
        () -> new ForwardSelection(train.aa(), p),
        (j, selection) -> {
          double[] own = column(weights, j);
          double[] correlations = correlations(j);
          double explained = 0;
          for (int k = 0; k < p; k++) {
            explained += dense[k * q + j] * correlations[k];
          }
          return new Target(
              train.unitsB()[j],
              r2[j],
              SparsePrediction.count(own, 1e-3),
              SparsePrediction.count(own, 0.05),
              explained,
              selection.units(correlations, SHARE_NEEDED * explained),
              sources(own));
        });
  }

  private List<Source> sources(double[] weights) {
    return IntStream.range(0, p)
        .filter(k -> Math.abs(weights[k]) > 1e-3)
        .mapToObj(k -> new Source(train.unitsA()[k], weights[k]))
        .sorted((x, y) -> Double.compare(Math.abs(y.weight()), Math.abs(x.weight())))
        .limit(SHOWN)
        .toList();
  }

  private static int nearest(double[] path, double alpha) {
    int best = 0;
    for (int i = 1; i < path.length; i++) {
      if (Math.abs(path[i] - alpha) < Math.abs(path[best] - alpha)) {
        best = i;
      }
    }
    return best;
  }
}
