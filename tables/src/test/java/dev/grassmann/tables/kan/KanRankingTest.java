package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Method;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.kan.KanConfig.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KanRankingTest {
  private static final KanConfig CONFIG =
      KanConfig.DEFAULTS.with("target", "y").with("epochs", 40).with("rate", 0.01);

  static List<Method<Table, KanConfig, FeatureRanking>> methods() {
    return List.of(new KanL1(), new KanL2(), new KanSi(), new KanKo());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void findsASquareAndACategoryBehindANumber(Method<Table, KanConfig, FeatureRanking> method) {
    Table table = Tables.square(400, false);
    for (Space space : Space.values()) {
      FeatureRanking ranking = method.run(table, CONFIG.with("space", space), Run.local());
      assertEquals(Set.of("x", "kind"), Set.copyOf(ranking.top(2)), space + " " + ranking.scores());
      assertEquals(
          List.of("noise0", "x", "constant", "kind", "noise1").size(), ranking.scores().size());
      assertEquals(5, ranking.scores().get(0).batches());
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void findsThemBehindAClass(Method<Table, KanConfig, FeatureRanking> method) {
    FeatureRanking ranking = method.run(Tables.square(400, true), CONFIG, Run.local());
    assertEquals(Set.of("x", "kind"), Set.copyOf(ranking.top(2)), ranking.scores().toString());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void scoresAddUpToOneWhereNoneIsNegative(Method<Table, KanConfig, FeatureRanking> method) {
    FeatureRanking ranking =
        method.run(
            Tables.square(200, true), CONFIG.with("space", Space.CONTRIBUTIONS), Run.local());
    assertEquals(1, ranking.scores().stream().mapToDouble(FeatureScore::score).sum(), 1e-9);
  }

  @Test
  void aConstantScoresNothingOnceCurvesAreCentred() {
    Table table = Tables.square(200, false);
    KanConfig plain = CONFIG.with("space", Space.CONTRIBUTIONS).with("epochs", 5);
    KanConfig centred = plain.with("center", true);
    assertTrue(new KanL1().run(table, plain, Run.local()).score("constant") > 1e-4);
    assertEquals(0, new KanL1().run(table, centred, Run.local()).score("constant"), 1e-6);
    assertEquals(0, new KanL2().run(table, centred, Run.local()).score("constant"), 1e-6);
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Table table = Tables.square(200, false);
    KanConfig config = CONFIG.with("epochs", 3).with("seeds", 2);
    Run alone = Run.local().but().threads(1).build();
    Run many = Run.local().but().threads(4).build();
    FeatureRanking ranking = new KanKo().run(table, config, alone);
    assertEquals(ranking, new KanKo().run(table, config, many));
    assertEquals(10, ranking.scores().get(0).batches());
    assertNotEquals(ranking, new KanKo().run(table, config, Run.seeded(1)));
  }

  @Test
  void goesOnToTheSameRankingAfterAStop(@TempDir Path folder) {
    Table table = Tables.square(200, false);
    KanConfig config = CONFIG.with("epochs", 8);
    FeatureRanking whole = new KanL2().run(table, config, Run.local());
    AtomicInteger steps = new AtomicInteger();
    Run cut =
        Run.builder()
            .folder(RunFolder.at(folder))
            .threads(1)
            .cancelled(() -> steps.incrementAndGet() > 30)
            .build();
    Assertions.assertThrows(CancelledException.class, () -> new KanL2().run(table, config, cut));
    assertTrue(Files.exists(folder.resolve("training-1").resolve("checkpoint.safetensors")));
    Run resumed = Run.builder().folder(RunFolder.at(folder)).resume(true).build();
    assertEquals(whole, new KanL2().run(table, config, resumed));
  }
}
