package dev.grassmann.engine.train;

/**
 * The share of the learning rate that a step uses: a rise over the first steps, a course, a fall
 * over the last steps.
 *
 * @param course what happens between
 * @param warmup steps over which the share rises from 0 to the course, at least 0
 * @param cooldown last steps over which the course is scaled down to {@code end}, at least 0
 * @param end share at the very end of a LINEAR or COSINE course, or of a cool-down, in [0, 1]
 */
public record Schedule(Course course, long warmup, long cooldown, double end) {

  /** Shapes of the course after the warm-up. */
  public enum Course {
    /** All the while 1. */
    CONSTANT,
    /** Straight from 1 to the end. */
    LINEAR,
    /** Half a cosine from 1 to the end. */
    COSINE
  }

  public Schedule {
    if (warmup < 0 || cooldown < 0 || !(end >= 0 && end <= 1)) {
      throw new IllegalArgumentException(
          "warm-up " + warmup + ", cool-down " + cooldown + ", end " + end);
    }
  }

  /** Always 1. */
  public static Schedule constant() {
    return new Schedule(Course.CONSTANT, 0, 0, 1);
  }

  /** Half a cosine to 0 after a warm-up. */
  public static Schedule cosine(long warmup) {
    return new Schedule(Course.COSINE, warmup, 0, 0);
  }

  /** Straight to 0 after a warm-up. */
  public static Schedule linear(long warmup) {
    return new Schedule(Course.LINEAR, warmup, 0, 0);
  }

  /**
   * The share for a step, in [0, 1].
   *
   * @param step from 0
   * @param steps of the whole training
   */
  public double share(long step, long steps) {
    double rise = step < warmup ? (step + 1.0) / warmup : 1;
    return rise * courseAt(step, steps) * coolingAt(step, steps);
  }

  private double courseAt(long step, long steps) {
    long length = Math.max(1, steps - warmup);
    double done = Math.min(1, Math.max(0, (double) (step - warmup) / length));
    return switch (course) {
      case CONSTANT -> 1;
      case LINEAR -> 1 - (1 - end) * done;
      case COSINE -> end + (1 - end) * 0.5 * (1 + Math.cos(Math.PI * done));
    };
  }

  private double coolingAt(long step, long steps) {
    long left = steps - 1 - step; // 0 in the last step, where the share is the end's
    return left >= cooldown ? 1 : end + (1 - end) * left / cooldown;
  }
}
