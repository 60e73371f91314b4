package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Exact nearest neighbours by brute force: blocks of queries against blocks of points by one
 * float32 product each, a running selection, and float64 for the order of the selected. O(queries ·
 * points · d) time, O(queries · k) memory beside a gigabyte of points.
 *
 * <p>Float32 decides only who is selected, {@value #SPARE} more than asked for; among more equally
 * near points than that, which of them are given is up to its rounding.
 */
public final class NearestNeighbours {
  private static final int SPARE = 16;
  private static final int QUERIES = 1024;
  private static final int POINTS = 2048;

  private final Vectors queries;
  private final Vectors points;
  private final boolean excludeSelf;
  private final int k;
  private final Metric metric;

  private NearestNeighbours(
      Vectors queries, Vectors points, boolean excludeSelf, int k, Metric metric) {
    this.queries = queries;
    this.points = points;
    this.excludeSelf = excludeSelf;
    this.k = k;
    this.metric = metric;
  }

  /**
   * For each point its k nearest other points.
   *
   * @throws InputException where k is not below the number of points
   */
  public static Neighbours among(Vectors points, int k, Metric metric, Run run) {
    if (k < 1 || k >= points.n()) {
      throw new InputException(
          k + " neighbours of each of " + points.n() + " points",
          "",
          "give a number from 1 to " + (points.n() - 1));
    }
    return new NearestNeighbours(points, points, true, k, metric).search(run);
  }

  /**
   * For each query its k nearest points.
   *
   * @throws InputException where k is beyond the number of points or the dimensions differ
   */
  public static Neighbours of(Vectors queries, Vectors points, int k, Metric metric, Run run) {
    if (k < 1 || k > points.n()) {
      throw new InputException(
          k + " neighbours among " + points.n() + " points",
          "",
          "give a number from 1 to " + points.n());
    }
    if (queries.d() != points.d()) {
      throw new InputException(
          "queries have " + queries.d() + " numbers, points " + points.d(),
          "",
          "give vectors of equal dimension");
    }
    return new NearestNeighbours(queries, points, false, k, metric).search(run);
  }

  private Neighbours search(Run run) {
    Neighbours found =
        new Neighbours(
            new int[Math.multiplyExact(queries.n(), k)],
            new float[queries.n() * k],
            queries.n(),
            k);
    try (Scope scope = Scope.open()) {
      search(pointPreparation(), found, run);
    }
    run.step("searching neighbours", queries.n(), queries.n());
    return found;
  }

  private void search(UnaryOperator<Tensor> prepare, Neighbours found, Run run) {
    try (RowBlocks blocks = new RowBlocks(points, POINTS, prepare)) {
      for (int from = 0; from < queries.n(); from += QUERIES) {
        run.step("searching neighbours", from, queries.n());
        int count = Math.min(QUERIES, queries.n() - from);
        try (Scope scope = Scope.open()) {
          Tensor block = Tensors.of(queries, from, count);
          block = metric == Metric.COSINE ? narrow(unitRows(block)) : prepare.apply(block);
          searchBlock(block, from, count, blocks, found);
        }
      }
    }
  }

  /**
   * Rows about a mean, where float32 has the most digits: for distances, which it leaves as they
   * are, and for the cosine, whose points are unit rows. There it takes the same from all points of
   * a query, query · mean, and so leaves their order.
   */
  private UnaryOperator<Tensor> pointPreparation() {
    return switch (metric) {
      case INNER_PRODUCT -> x -> x;
      case COSINE -> {
        Tensor mean = meanOfUnitRows();
        yield x -> narrow(unitRows(x).sub_(mean));
      }
      case EUCLIDEAN -> {
        Tensor mean = Tensors.of(Means.ofColumns(points), 1, points.d());
        yield x -> narrow(x.to(ScalarType.Double).sub_(mean));
      }
    };
  }

  private Tensor meanOfUnitRows() {
    Tensor sum = Tensors.of(new double[points.d()], 1, points.d());
    for (int from = 0; from < points.n(); from += POINTS) {
      try (Scope scope = Scope.open()) {
        Tensor block = Tensors.of(points, from, Math.min(POINTS, points.n() - from));
        sum.add_(unitRows(block).sum(0));
      }
    }
    return sum.div_(new Scalar((double) points.n()));
  }

  private static Tensor unitRows(Tensor rows) {
    Tensor wide = rows.to(ScalarType.Double);
    Tensor norms = wide.square().sum(new long[] {1}, true, new ScalarTypeOptional()).sqrt();
    return wide.div(norms.clamp_min(new Scalar(Double.MIN_NORMAL)));
  }

  private static Tensor narrow(Tensor rows) {
    return rows.to(ScalarType.Float);
  }

  private void searchBlock(Tensor block, int from, int count, RowBlocks blocks, Neighbours found) {
    int width = Math.min(points.n(), k + SPARE + (excludeSelf ? 1 : 0));
    Selection selection = new Selection(count, width);
    float[] scores = new float[count * Math.min(POINTS, points.n())];
    for (int b = 0; b < blocks.count(); b++) {
      int first = blocks.from(b);
      int rows = blocks.rows(b);
      try (Scope scope = Scope.open()) {
        Tensors.copy(scores(block, blocks.get(b)), scores, 0);
      }
      RowRanges.forEach(count, 64, (lo, hi) -> selection.offer(scores, rows, first, lo, hi));
    }
    RowRanges.forEach(count, 64, (lo, hi) -> rank(selection, from, lo, hi, found));
  }

  /** Larger is nearer: x·y, and x·y - ‖y‖²/2 for distances, which orders as -‖x - y‖². */
  private Tensor scores(Tensor queryBlock, Tensor pointBlock) {
    if (metric != Metric.EUCLIDEAN) {
      return queryBlock.matmul(pointBlock.t());
    }
    Tensor half = pointBlock.square().sum(1).mul(new Scalar(-0.5));
    return torch.addmm(half, queryBlock, pointBlock.t());
  }

  private void rank(Selection selection, int from, int lo, int hi, Neighbours found) {
    float[] query = new float[points.d()];
    float[] point = new float[points.d()];
    for (int q = lo; q < hi; q++) {
      queries.copyRow(from + q, query);
      Ranking ranking = new Ranking(k, metric.largerIsNearer());
      for (int i = 0; i < selection.size(q); i++) {
        int candidate = selection.index(q, i);
        if (excludeSelf && candidate == from + q) {
          continue;
        }
        points.copyRow(candidate, point);
        ranking.offer(candidate, metric.between(query, point));
      }
      ranking.writeTo(found, from + q);
    }
  }
}
