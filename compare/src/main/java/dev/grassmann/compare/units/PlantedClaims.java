package dev.grassmann.compare.units;

import static dev.grassmann.compare.units.PlantedUnits.KNOWN;
import static dev.grassmann.compare.units.PlantedUnits.SHARED;
import static dev.grassmann.compare.units.PlantedUnits.UNITS;

import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Two networks of which is known which units correspond, and how. */
public final class PlantedClaims {
  private static final String TRUTH = "ground truth";
  private static final int SEEDS = 3;

  private PlantedClaims() {}

  /** The claims, each for seeds 0 to 2. */
  public static List<Claim> all() {
    return List.of(
        Claim.quick(
            "planted units: the best matching finds every partner",
            TRUTH,
            "24 of 24, mean correlation 0.917 +- 0.01, three seeds",
            PlantedClaims::partners),
        Claim.quick(
            "planted units: no partner for what is shared as a subspace, nor for a unit of its own",
            TRUTH,
            "means < 0.55 and < 0.05, three seeds",
            PlantedClaims::others),
        Claim.quick(
            "planted units: greedy and best matching agree on part of the units",
            TRUTH,
            "0.6 to 0.8, three seeds",
            PlantedClaims::overlap),
        Claim.quick(
            "planted units: sparse prediction explains partners and subspaces, not units of one's own",
            TRUTH,
            "R2 0.84 +- 0.02 twice, partners by 1.0 weights > 0.05; own |R2| < 0.01",
            run -> sparse(false, run)),
        Claim.full(
            "planted units: it takes several units for one of a subspace",
            TRUTH,
            "4.3 to 4.7 weights > 0.05, three seeds",
            List.of(),
            run -> sparse(true, run)),
        clusters(Graph.FULL),
        clusters(Graph.BIPARTITE));
  }

  private static Measured partners(Run run) {
    int found = SHARED;
    double low = 1;
    double high = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      PlantedUnits planted = PlantedUnits.of(seed);
      Matching matching = matching(planted, run);
      int exact = 0;
      double mean = 0;
      for (int i = 0; i < SHARED; i++) {
        exact += matching.bipartite()[i] == planted.place()[i] ? 1 : 0;
        mean += matching.bipartiteScores()[i] / SHARED;
      }
      found = Math.min(found, exact);
      low = Math.min(low, mean);
      high = Math.max(high, mean);
    }
    return Measured.of(
        String.format(Locale.ROOT, "%d of 24, %.3f to %.3f", found, low, high),
        found == SHARED && low >= 0.907 && high <= 0.927);
  }

  private static Measured others(Run run) {
    double rotated = 0;
    double own = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] scores = matching(PlantedUnits.of(seed), run).bipartiteScores();
      rotated = Math.max(rotated, mean(scores, SHARED, KNOWN));
      own = Math.max(own, mean(scores, KNOWN, UNITS));
    }
    return Measured.of(
        String.format(Locale.ROOT, "at most %.3f and %.3f", rotated, own),
        rotated < 0.55 && own < 0.05);
  }

  private static Measured overlap(Run run) {
    double[] overlaps =
        IntStream.range(0, SEEDS)
            .mapToDouble(seed -> matching(PlantedUnits.of(seed), run).overlap())
            .toArray();
    DoublePredicate fits = x -> x >= 0.6 && x <= 0.8;
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.3f, %.3f", overlaps[0], overlaps[1], overlaps[2]),
        Arrays.stream(overlaps).allMatch(fits));
  }

  private static Matching matching(PlantedUnits planted, Run run) {
    return compare(planted.pair(), UnitsConfig.DEFAULTS.with("steps", "match"), run)
        .matching()
        .orElseThrow();
  }

  private static UnitComparison compare(VectorPair pair, UnitsConfig config, Run run) {
    return new Units().run(pair, config.with("null", 0), run);
  }

  private static Measured sparse(boolean several, Run run) {
    UnitsConfig config =
        UnitsConfig.DEFAULTS
            .with("steps", "sparse")
            .with("alpha", "0.03")
            .with("reportAlpha", 0.03);
    boolean holds = true;
    List<String> said = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      PlantedUnits planted = PlantedUnits.of(seed);
      var targets = compare(planted.pair(), config, run).prediction().orElseThrow().targets();
      double[] r2 = new double[UNITS];
      double[] weights = new double[UNITS];
      for (int i = 0; i < UNITS; i++) {
        r2[i] = targets.get(planted.place()[i]).r2();
        weights[i] = targets.get(planted.place()[i]).above05();
      }
      double one = mean(r2, 0, SHARED);
      double few = mean(r2, SHARED, KNOWN);
      double own = Math.abs(mean(r2, KNOWN, UNITS));
      double ones = mean(weights, 0, SHARED);
      double fews = mean(weights, SHARED, KNOWN);
      said.add(
          String.format(Locale.ROOT, "%.3f (%.1f), %.3f (%.2f), %.4f", one, ones, few, fews, own));
      holds &=
          several
              ? fews >= 4.3 && fews <= 4.7
              : Math.abs(one - 0.84) <= 0.02
                  && Math.abs(few - 0.84) <= 0.02
                  && own < 0.01
                  && ones == 1;
    }
    return Measured.of(said.get(0), holds)
        .noting("seeds 1, 2: " + said.get(1) + "; " + said.get(2));
  }

  private static Claim clusters(Graph graph) {
    return Claim.quick(
        "planted units: clusters of the "
            + (graph == Graph.FULL ? "full" : "bipartite")
            + " graph are the 28 planted ones",
        TRUTH,
        "adjusted Rand index 1.00 over the 44 shared units of each network, three seeds",
        run -> clusters(graph, run));
  }

  private static Measured clusters(Graph graph, Run run) {
    int exact = 0;
    int count = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      PlantedUnits planted = PlantedUnits.of(seed);
      UnitsConfig config =
          UnitsConfig.DEFAULTS.with("steps", "cluster").with("graph", graph).with("clusters", 28);
      UnitClusters found = compare(planted.pair(), config, run).clusters().orElseThrow();
      exact += isPlanted(found, planted) ? 1 : 0;
      count = found.clusters().size();
    }
    return Measured.of(exact + " of 3 partitions are the planted one", exact == SEEDS)
        .noting(count + " clusters");
  }

  /** The index is 1 where, and only where, both partitions are the same. */
  private static boolean isPlanted(UnitClusters found, PlantedUnits planted) {
    Map<Integer, Integer> clusterOf = new HashMap<>(); // of A's units, and of B's from UNITS on
    for (int c = 0; c < found.clusters().size(); c++) {
      int cluster = c;
      found.clusters().get(c).a().forEach(unit -> clusterOf.put(unit, cluster));
      found.clusters().get(c).b().forEach(unit -> clusterOf.put(UNITS + unit, cluster));
    }
    Map<Integer, Integer> meant = new HashMap<>();
    for (int i = 0; i < KNOWN; i++) {
      for (int node : new int[] {i, UNITS + planted.place()[i]}) {
        Integer cluster = clusterOf.get(node);
        if (cluster == null
            || !cluster.equals(meant.computeIfAbsent(PlantedUnits.truth(i), t -> cluster))) {
          return false;
        }
      }
    }
    return meant.values().stream().distinct().count() == meant.size();
  }

  private static double mean(double[] numbers, int from, int to) {
    return Arrays.stream(numbers, from, to).average().orElseThrow();
  }
}
