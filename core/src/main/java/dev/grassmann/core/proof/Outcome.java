package dev.grassmann.core.proof;

/**
 * A claim with what its measurement gave, as tables and {@code reproduction.json} show it.
 *
 * @param system number of the system, 0 to 45
 * @param id the system's one word
 * @param claim number of the claim within its system, from 1
 * @param sentence what should hold
 * @param source where it comes from
 * @param tier what it costs
 * @param expected what must be measured
 * @param measured what was measured; {@code -} where it was not
 * @param verdict what came of it
 * @param note what is known of why; may be empty
 * @param seconds wall time of the measurement
 * @param machine processor and Java that measured it
 */
public record Outcome(
    int system,
    String id,
    int claim,
    String sentence,
    String source,
    Tier tier,
    String expected,
    String measured,
    Verdict verdict,
    String note,
    double seconds,
    String machine) {

  /** Whether both speak of the same claim, though perhaps of different measurements. */
  public boolean sameClaim(Outcome other) {
    return id.equals(other.id) && sentence.equals(other.sentence) && tier == other.tier;
  }
}
