package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.Folds;
import dev.grassmann.tables.Outcomes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Tries each ranker in each fold, beside all columns and columns in random order. */
final class Trials {
  private static final int RANDOM_ORDERS = 3;

  private final EvaluationConfig config;
  private final List<Ranker> rankers;
  private final List<String> columns;
  private final Run run;
  private final Map<String, InputException> absent = new ConcurrentHashMap<>();

  Trials(EvaluationConfig config, List<Ranker> rankers, List<String> columns, Run run) {
    this.config = config;
    this.rankers = rankers;
    this.columns = columns;
    this.run = run;
  }

  /** Why rankers could not rank, by their ids; known once {@link #of} is done. */
  Map<String, InputException> absent() {
    return absent;
  }

  /**
   * The trials: for each contestant one a fold. The first contestant is all columns, the second
   * columns in random order, the others are the rankers; a ranker that is absent in a fold has null
   * there.
   */
  List<List<Trial>> of(Table table, Outcomes outcomes) {
    Folds folds = Folds.deal(outcomes, config.folds(), run.random("evaluation folds"));
    List<FoldJudge> judges = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      judges.add(
          new FoldJudge(table, config, outcomes, folds.training(fold), folds.validation(fold)));
    }
    int each = rankers.size() + 2;
    List<Trial> trials =
        Workers.map(
            judges.size() * each,
            "rankers and folds",
            run,
            () -> null,
            (task, none) -> trial(judges.get(task / each), task / each, task % each));
    return IntStream.range(0, each)
        .mapToObj(
            place ->
                Arrays.asList(
                    IntStream.range(0, judges.size())
                        .mapToObj(fold -> trials.get(fold * each + place))
                        .toArray(Trial[]::new)))
        .toList();
  }

  private Trial trial(FoldJudge judge, int fold, int place) {
    Run inner = inner(run::isCancelled);
    return switch (place) {
      case 0 -> new Trial(null, new double[][] {judge.qualities(columns, inner)}, 0);
      case 1 -> new Trial(null, random(judge, fold, inner), 0);
      default -> ranked(judge, rankers.get(place - 2), inner);
    };
  }

  /** What as many columns are worth where nobody chose them: the mean over a few orders. */
  private double[][] random(FoldJudge judge, int fold, Run inner) {
    double[][] sums = new double[config.retentions().size()][config.predictors().size()];
    for (int turn = 0; turn < RANDOM_ORDERS; turn++) {
      int[] order =
          Permutation.fromTheEnd(columns.size(), run.random("random order " + fold + " " + turn));
      double[][] qualities =
          qualities(judge, Arrays.stream(order).mapToObj(columns::get).toList(), inner);
      for (int r = 0; r < sums.length; r++) {
        for (int p = 0; p < sums[r].length; p++) {
          sums[r][p] += qualities[r][p] / RANDOM_ORDERS;
        }
      }
    }
    return sums;
  }

  private Trial ranked(FoldJudge judge, Ranker ranker, Run inner) {
    if (absent.containsKey(ranker.id())) {
      return null; // what failed in one fold is not tried in the next
    }
    Map<String, Object> options = new HashMap<>();
    options.put("target", config.target());
    options.put("task", config.task());
    options.put("encoding", config.encoding());
    options.put("missing", config.missing());
    double start = processorSeconds();
    try {
      FeatureRanking ranking = ranker.rank(judge.trainingTable(), options, inner(patience(start)));
      double seconds = processorSeconds() - start;
      return new Trial(ranking, qualities(judge, ranking.top(columns.size()), inner), seconds);
    } catch (InputException e) {
      absent.putIfAbsent(ranker.id(), e);
    } catch (CancelledException e) {
      if (run.isCancelled()) {
        throw e;
      }
      absent.putIfAbsent(
          ranker.id(),
          new InputException(
              String.format(
                  Locale.ROOT, "took more than %.0f s of a processor in a fold", config.patience()),
              ranker.id(),
              "give more --patience, or fewer --rows"));
    }
    return null;
  }

  private double[][] qualities(FoldJudge judge, List<String> order, Run inner) {
    return config.retentions().stream()
        .mapToInt(retention -> EvaluationConfig.kept(retention, columns.size()))
        .mapToObj(count -> judge.qualities(order.subList(0, count), inner))
        .toArray(double[][]::new);
  }

  /** Asked by the thread that ranks; by another one, only whether the user has stopped. */
  private BooleanSupplier patience(double start) {
    if (config.patience() == 0) {
      return run::isCancelled;
    }
    Thread ranking = Thread.currentThread();
    return () ->
        run.isCancelled()
            || Thread.currentThread() == ranking && processorSeconds() - start > config.patience();
  }

  /** On one thread: folds and rankers are side by side already. */
  private Run inner(BooleanSupplier cancelled) {
    return Run.builder()
        .seed(run.seed())
        .device(run.device())
        .threads(1)
        .cancelled(cancelled)
        .build();
  }

  /** Time that this thread had a processor: what others do at the same time does not count. */
  private static double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
