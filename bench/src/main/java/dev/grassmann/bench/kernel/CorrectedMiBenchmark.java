package dev.grassmann.bench.kernel;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Corrected mutual information of 20 columns with a target, one batch of 16,384 rows, one thread:
 * encoding and scores. The number of values decides whether the contingency table stays in cache.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CorrectedMiBenchmark {
  private static final int ROWS = 16_384;
  private static final int COLUMNS = 20;

  @Param({"2", "90", "1000", "16384"})
  int values;

  private final Run run = Run.builder().threads(1).build();
  private final OutRank method = new OutRank(OutRankConfig.DEFAULTS);
  private Table table;

  @Setup
  public void make() {
    SplittableRandom random = new SplittableRandom(1);
    List<Column> columns =
        IntStream.rangeClosed(0, COLUMNS)
            .<Column>mapToObj(j -> column(j == 0 ? "label" : "f" + j, j == 0 ? 2 : values, random))
            .toList();
    table = new Table("made", columns);
    for (var score : rank().scores()) {
      if (Math.abs(score.score()) > 0.05) { // noise has no credit, whatever its number of values
        throw new IllegalStateException(score.feature() + " scores " + score.score());
      }
    }
  }

  private static Column column(String name, int values, SplittableRandom random) {
    int[] codes = random.ints(ROWS, 0, values).toArray();
    List<String> texts = IntStream.range(0, values).mapToObj(Integer::toString).toList();
    return new Column.Categorical(name, codes, texts, -1);
  }

  @Benchmark
  public FeatureRanking rank() {
    return method.run(table, OutRankConfig.DEFAULTS, run);
  }
}
