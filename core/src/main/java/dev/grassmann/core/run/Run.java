package dev.grassmann.core.run;

import dev.grassmann.core.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;

/**
 * One run of a method: seed, threads, device, progress, cancellation, and where it may keep
 * checkpoints. Immutable but for the notes that a method leaves about what it decided.
 */
public final class Run {
  private final long seed;
  private final int threads;
  private final String device;
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final RunFolder folder;
  private final boolean resume;
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

  private Run(Builder builder) {
    this.seed = builder.seed;
    this.threads = builder.threads;
    this.device = builder.device;
    this.progress = builder.progress;
    this.cancelled = builder.cancelled;
    this.folder = builder.folder;
    this.resume = builder.resume;
  }

  /** Seed 0, all processors, CPU, silent, no folder: for Java users and tests. */
  public static Run local() {
    return new Builder().build();
  }

  /** As {@link #local()} with another seed. */
  public static Run seeded(long seed) {
    return new Builder().seed(seed).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same run as a builder, to change one thing, e.g. the seed of an inner run. */
  public Builder but() {
    Builder builder = new Builder();
    builder.seed = seed;
    builder.threads = threads;
    builder.device = device;
    builder.progress = progress;
    builder.cancelled = cancelled;
    builder.folder = folder;
    builder.resume = resume;
    return builder;
  }

  public long seed() {
    return seed;
  }

  /** Threads that the run may use, at least 1. */
  public int threads() {
    return threads;
  }

  /** {@code cpu} or {@code cuda}. */
  public String device() {
    return device;
  }

  /** Whether a training should go on from its last checkpoint in {@link #folder()}. */
  public boolean resume() {
    return resume;
  }

  /** Where checkpoints go; empty when the run keeps nothing. */
  public Optional<RunFolder> folder() {
    return Optional.ofNullable(folder);
  }

  /**
   * A generator for one purpose. Different purposes draw from unrelated streams, so that one more
   * draw in one place changes nothing in another.
   */
  public SplittableRandom random(String purpose) {
    CRC32 crc = new CRC32();
    crc.update(purpose.getBytes(StandardCharsets.UTF_8));
    return new SplittableRandom(mixed(seed) + crc.getValue());
  }

  /**
   * Spreads seeds over all 64 bits (Stafford's variant 13 of the finaliser of MurmurHash3); 0 stays
   * 0. A generator of this kind moves by a fixed step, and streams whose seeds differ by a few of
   * those steps would be one stream, a few draws apart.
   */
  private static long mixed(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * Reports progress, and is the place where cancelling bites.
   *
   * @throws CancelledException when the user asked to stop
   */
  public void step(String stage, long done, long total) {
    if (cancelled.getAsBoolean()) {
      throw new CancelledException(stage);
    }
    progress.step(stage, done, total);
  }

  /** Whether the user asked to stop; for code that wants to end by itself and keep what it has. */
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Something that the user should know and that does not stop the run; said once. */
  public void warn(String message) {
    warnings.add(message);
  }

  /** What was warned of so far, in order. */
  public List<String> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }

  /** Collects the parts of a {@link Run}; each has a default. */
  public static final class Builder {
    private long seed;
    private int threads = Runtime.getRuntime().availableProcessors();
    private String device = "cpu";
    private Progress progress = Progress.silent();
    private BooleanSupplier cancelled = () -> false;
    private RunFolder folder;
    private boolean resume;

    private Builder() {}

    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    public Builder threads(int value) {
      if (value < 1 || value > 4096) {
        throw new InputException("--threads is " + value, "", "give a number from 1 to 4096");
      }
      this.threads = value;
      return this;
    }

    public Builder device(String value) {
      if (!value.equals("cpu") && !value.equals("cuda")) {
        throw new InputException("unknown device '" + value + "'", "", "give cpu or cuda");
      }
      this.device = value;
      return this;
    }

    public Builder progress(Progress value) {
      this.progress = value;
      return this;
    }

    public Builder cancelled(BooleanSupplier value) {
      this.cancelled = value;
      return this;
    }

    public Builder folder(RunFolder value) {
      this.folder = value;
      return this;
    }

    public Builder resume(boolean value) {
      this.resume = value;
      return this;
    }

    public Run build() {
      return new Run(this);
    }
  }
}
