package dev.grassmann.cli;

import dev.grassmann.core.run.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress on standard error: where a person watches, one line that is rewritten at most ten times
 * a second; else a line when a stage has run for ten seconds, and every thirty seconds from then
 * on, so that a log shows that work goes on and is not filled with it.
 */
public final class TerminalProgress implements Progress {
  private static final long LIVE_PAUSE = 100_000_000L;
  private static final long FIRST_LINE = 10_000_000_000L;
  private static final long NEXT_LINE = 30_000_000_000L;
  private static final int BAR = 24;

  private final PrintWriter err;
  private final boolean live;
  private final LongSupplier nanos;
  private String stage = "";
  private long stageStart;
  private long firstDone;
  private long due;
  private int shown;

  /** Onto the terminal's standard error. */
  public TerminalProgress(Terminal terminal) {
    this(terminal.err(), terminal.live(), System::nanoTime);
  }

  TerminalProgress(PrintWriter err, boolean live, LongSupplier nanos) {
    this.err = err;
    this.live = live;
    this.nanos = nanos;
  }

  @Override
  public synchronized void step(String name, long done, long total) {
    long now = nanos.getAsLong();
    if (!name.equals(stage)) {
      stage = name;
      stageStart = now;
      firstDone = done;
      due = live ? now : now + FIRST_LINE;
    }
    if (now - due < 0) {
      return;
    }
    due = now + (live ? LIVE_PAUSE : NEXT_LINE);
    String line = line(now, done, total);
    if (live) {
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      err.flush();
      shown = line.length();
    } else {
      err.println(line);
    }
  }

  /** Clears the line, so that what is printed next starts at the margin. */
  public synchronized void clear() {
    if (live && shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }

  private String line(long now, long done, long total) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s  %,d", stage, done);
    }
    double part = Math.min(1, (double) done / total);
    String left = left(now, done, total);
    if (!live) {
      return String.format(Locale.ROOT, "%s  %3.0f %%%s", stage, 100 * part, left);
    }
    int full = (int) Math.round(part * BAR);
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    return String.format(Locale.ROOT, "%s  %s %3.0f %%%s", stage, bar, 100 * part, left);
  }

  private String left(long now, long done, long total) {
    double seconds = (now - stageStart) / 1e9;
    if (seconds < 2 || done <= firstDone || done >= total) {
      return ""; // a guess from so little would jump about
    }
    return "  " + duration(seconds / (done - firstDone) * (total - done)) + " left";
  }

  /** A length of time for people: {@code 8 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String duration(double seconds) {
    long s = Math.max(0, Math.round(seconds));
    if (s < 60) {
      return s + " s";
    }
    return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
