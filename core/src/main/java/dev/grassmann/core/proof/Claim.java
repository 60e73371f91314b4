package dev.grassmann.core.proof;

import dev.grassmann.core.run.Run;
import java.util.List;

/**
 * One thing that a system is said to do.
 *
 * @param sentence what holds, e.g. {@code corrected MI finds the planted columns}
 * @param source where it comes from: a table or figure of the paper, or {@code ground truth}
 * @param tier what it costs
 * @param expected what must be measured, e.g. {@code >= 0.99}
 * @param data names of catalogue data sets that it needs; empty for generated data
 * @param measurement the code that measures it
 */
public record Claim(
    String sentence,
    String source,
    Tier tier,
    String expected,
    List<String> data,
    Measurement measurement) {
  public Claim {
    data = List.copyOf(data);
  }

  /** Measures a claim; seed, threads, device and progress come with the run. */
  @FunctionalInterface
  public interface Measurement {
    Measured measure(Run run) throws Exception;
  }

  public static Claim quick(
      String sentence, String source, String expected, Measurement measurement) {
    return new Claim(sentence, source, Tier.QUICK, expected, List.of(), measurement);
  }

  public static Claim full(
      String sentence, String source, String expected, List<String> data, Measurement measurement) {
    return new Claim(sentence, source, Tier.FULL, expected, data, measurement);
  }
}
