package dev.grassmann.cli.explore;

/**
 * How many rows each step looks at, so that the whole stays within two minutes on two cores for up
 * to 50,000 × 1,000. Costs are in floating-point operations of dense products; a core of today does
 * 3·10^10 of them a second in float32 with ease.
 *
 * @param neighbours rows whose neighbours are searched: m² d
 * @param clusters rows that are clustered: m² d for the correlations, m² for the affinity
 * @param dictionary features of the dictionary
 * @param steps training steps of the dictionary
 */
record Sizes(int neighbours, int clusters, int dictionary, int steps) {
  private static final double NEIGHBOUR_BUDGET = 2e11;
  private static final int MOST_CLUSTERED = 4_000;
  private static final int MOST_FEATURES = 512;

  static Sizes of(int n, int d, ExploreConfig config) {
    int features = config.features() > 0 ? config.features() : features(n, d);
    int steps = (int) Math.max(200, Math.min(1_000, 1.5e11 / (4.0 * 256 * d * features)));
    if (config.full()) {
      return new Sizes(n, Math.min(n, 70_000), features, Math.max(steps, 5 * n / 256));
    }
    int neighbours = (int) Math.min(n, Math.max(2_000, Math.sqrt(NEIGHBOUR_BUDGET / d)));
    return new Sizes(neighbours, Math.min(n, MOST_CLUSTERED), features, steps);
  }

  /** A feature that fewer than about five rows speak of cannot be told from noise. */
  private static int features(int n, int d) {
    return Math.max(2, Math.min(Math.min(MOST_FEATURES, 4 * d), n / 5));
  }
}
