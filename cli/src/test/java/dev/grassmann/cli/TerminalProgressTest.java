package dev.grassmann.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final StringWriter text = new StringWriter();

  private TerminalProgress progress(boolean live) {
    return new TerminalProgress(new PrintWriter(text, true), live, clock::get);
  }

  @Test
  void rewritesOneLineWhereAPersonWatches() {
    TerminalProgress progress = progress(true);
    progress.step("training", 0, 10);
    clock.set(5 * SECOND);
    progress.step("training", 5, 10);
    assertEquals(
        "\rtraining  ░░░░░░░░░░░░░░░░░░░░░░░░   0 %"
            + "\rtraining  ████████████░░░░░░░░░░░░  50 %  5 s left",
        text.toString());
  }

  @Test
  void writesNothingAboutShortStagesIntoALog() {
    TerminalProgress progress = progress(false);
    for (int step = 0; step <= 9; step++) {
      clock.set(step * SECOND);
      progress.step("training", step, 10);
    }
    assertEquals("", text.toString());
  }

  @Test
  void writesALineAfterTenSecondsAndThenEveryThirty() {
    TerminalProgress progress = progress(false);
    for (int step = 0; step <= 50; step++) {
      clock.set(step * SECOND);
      progress.step("training", step, 100);
    }
    assertEquals(
        String.format("training   10 %%  1 min 30 s left%ntraining   40 %%  1 min 0 s left%n"),
        text.toString());
  }

  @Test
  void clearsItsLine() {
    TerminalProgress progress = progress(true);
    progress.step("a", 1, 0);
    progress.clear();
    assertEquals("\ra  1\r    \r", text.toString());
  }

  @ParameterizedTest
  @CsvSource({"0.2,0 s", "59.4,59 s", "60,1 min 0 s", "3599,59 min 59 s", "7500,2 h 5 min"})
  void saysDurationsForPeople(double seconds, String said) {
    assertEquals(said, TerminalProgress.duration(seconds));
  }
}
