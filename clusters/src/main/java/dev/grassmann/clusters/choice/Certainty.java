package dev.grassmann.clusters.choice;

import java.util.Arrays;
import java.util.List;

/** How sure a recommended number of clusters is. */
public enum Certainty {
  /** The same clusters come out each time, and no other number rivals it. */
  SURE("sure"),
  /** Nearly the same clusters come out each time, and no rival has a larger gap. */
  LIKELY("likely"),
  /** Neither: look at the alternatives, or doubt that there are clusters. */
  UNSURE("unsure");

  private static final double SAME = 0.9;
  private static final double NEARLY = 0.75;

  /** A rival has half the gap at least, and is hardly less stable. */
  private static final double RIVAL_GAP = 0.5;

  private static final double RIVAL_STABILITY = 0.1;

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }

  /**
   * @param candidates all that were looked at, the chosen one among them
   */
  static Certainty of(Candidate chosen, List<Candidate> candidates) {
    double[] rivals =
        candidates.stream()
            .filter(c -> c.clusters() != chosen.clusters())
            .filter(c -> c.gap() >= RIVAL_GAP * chosen.gap())
            .filter(c -> c.stability() >= chosen.stability() - RIVAL_STABILITY)
            .mapToDouble(Candidate::gap)
            .toArray();
    if (chosen.stability() >= SAME && rivals.length == 0) {
      return SURE;
    }
    boolean largest = Arrays.stream(rivals).allMatch(gap -> gap <= chosen.gap());
    return chosen.stability() >= NEARLY && largest ? LIKELY : UNSURE;
  }
}
