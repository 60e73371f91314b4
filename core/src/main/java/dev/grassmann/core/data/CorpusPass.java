package dev.grassmann.core.data;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes once through a corpus on a run's threads. A thread that is free reads the next block itself
 * (one at a time does, while the others work) and works on it; what comes out is taken in the
 * corpus's order, so that neither the number of threads nor their speed changes a result. At most a
 * few blocks a thread are in memory at any time.
 *
 * @param <R> what comes out of a block
 */
public final class CorpusPass<R> {
  /** Results that may wait for an earlier block, for each thread. */
  private static final int AHEAD = 4;

  private final Corpus corpus;
  private final CorpusReader reader;
  private final String stage;
  private final Run run;
  private final Taker<R> taker;
  private final Object reading = new Object();
  private final Map<Long, Done<R>> waiting = new HashMap<>(); // guarded by this
  private long issued; // guarded by reading; blocks handed out
  private long due; // guarded by this; number of the block that is taken next
  private int part; // guarded by this; of the last block taken
  private long lines; // guarded by this; of this part in the blocks taken
  private boolean ended; // guarded by this; no more blocks are to be begun
  private RuntimeException failure; // guarded by this; the first one
  private Error error; // guarded by this

  private CorpusPass(Corpus corpus, CorpusReader reader, String stage, Run run, Taker<R> taker) {
    this.corpus = corpus;
    this.reader = reader;
    this.stage = stage;
    this.run = run;
    this.taker = taker;
  }

  /** What one thread does to a block; it may keep arrays from one block to the next. */
  @FunctionalInterface
  public interface Work<R> {
    /**
     * Reads the block to its end.
     *
     * @throws BrokenDocument where a document cannot be read
     */
    R read(DocumentBlock block);
  }

  /** Takes results in the corpus's order, one call at a time, from any thread. */
  @FunctionalInterface
  public interface Taker<R> {
    /**
     * Takes what came out of the next block.
     *
     * @return false to end the pass early
     */
    boolean take(int part, R result);
  }

  private record Done<R>(int part, long lines, R result, BrokenDocument broken) {}

  /**
   * Reads the whole corpus.
   *
   * @param stage what progress calls it
   * @param work makes what each thread works with
   * @return checksums of the parts, in their order; empty where the taker ended the pass
   * @throws InputException where a file or a document cannot be read, with its file and line
   */
  public static <R> List<Long> run(
      Corpus corpus,
      DocumentText text,
      String stage,
      Run run,
      Supplier<Work<R>> work,
      Taker<R> taker) {
    try (CorpusReader reader = corpus.open(text)) {
      CorpusPass<R> pass = new CorpusPass<>(corpus, reader, stage, run, taker);
      boolean whole = pass.onThreads(work);
      List<Long> checksums = new ArrayList<>();
      for (int i = 0; whole && i < corpus.parts().size(); i++) {
        checksums.add(reader.checksum(i));
      }
      return checksums;
    }
  }

  private boolean onThreads(Supplier<Work<R>> work) {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < run.threads(); i++) {
      Thread thread = new Thread(() -> loop(work.get()), "grassmann-corpus-" + i);
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    loop(work.get());
    try {
      for (Thread thread : others) {
        thread.join();
      }
    } catch (InterruptedException e) {
      end(new IllegalStateException(e));
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (error != null) {
        throw error;
      }
      if (failure != null) {
        throw failure;
      }
      return !stopped;
    }
  }

  private boolean stopped; // guarded by this; the taker has had enough

  private void loop(Work<R> work) {
    try {
      while (true) {
        DocumentBlock block;
        long number;
        synchronized (reading) {
          if (!mayRead()) {
            return;
          }
          run.step(stage, reader.position(), corpus.bytes());
          Optional<DocumentBlock> next = reader.next();
          if (next.isEmpty()) {
            end(null);
            return;
          }
          block = next.get();
          number = issued++;
        }
        deliver(number, done(block, work));
      }
    } catch (RuntimeException e) {
      end(e);
    } catch (Error e) {
      synchronized (this) {
        error = e;
      }
      end(null);
    }
  }

  /** Waits until results are not too far ahead of what was taken; false when the pass is over. */
  private synchronized boolean mayRead() {
    try {
      while (!ended && issued - due >= (long) AHEAD * run.threads()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return !ended;
  }

  private Done<R> done(DocumentBlock block, Work<R> work) {
    try {
      R result = work.read(block);
      return new Done<>(block.part(), block.lines(), result, null);
    } catch (BrokenDocument e) {
      return new Done<>(block.part(), block.lines(), null, e);
    }
  }

  private synchronized void deliver(long number, Done<R> done) {
    waiting.put(number, done);
    for (Done<R> next = waiting.remove(due); next != null; next = waiting.remove(due)) {
      due++;
      if (stopped || failure != null) {
        continue;
      }
      if (next.part() != part) {
        part = next.part();
        lines = 0;
      }
      if (next.broken() != null) {
        failure = refusal(next);
        ended = true;
      } else if (!taker.take(next.part(), next.result())) {
        stopped = true;
        ended = true;
      }
      lines += next.lines();
    }
    notifyAll();
  }

  private InputException refusal(Done<R> done) {
    Corpus.Part where = corpus.parts().get(done.part());
    String place = where.name() + (where.rows() ? " row " : " line ") + (lines + done.lines());
    return new InputException(done.broken().what(), place, done.broken().mend());
  }

  private synchronized void end(RuntimeException cause) {
    ended = true;
    if (failure == null && cause != null) {
      failure = cause;
    }
    notifyAll();
  }
}
