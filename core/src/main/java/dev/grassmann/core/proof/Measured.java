package dev.grassmann.core.proof;

/**
 * What a claim's measurement gave.
 *
 * @param value the figure, as it stands in the table, e.g. {@code 10/10}
 * @param verdict whether it is within the claim's bounds
 * @param note what is known of why, or what else was seen; may be empty
 */
public record Measured(String value, Verdict verdict, String note) {
  public static Measured of(String value, boolean holds) {
    return new Measured(value, holds ? Verdict.OK : Verdict.DOES_NOT_HOLD, "");
  }

  public static Measured skipped(String why) {
    return new Measured("-", Verdict.SKIPPED, why);
  }

  /** The same with a remark. */
  public Measured noting(String remark) {
    return new Measured(value, verdict, remark);
  }
}
