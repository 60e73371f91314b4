package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.result.SparseCodes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Over-splitting: how many latents it takes to say a value of a binary attribute. Latents are added
 * one by one, each the one whose rows together with those chosen so far match the value best, while
 * F1 rises by at least 0.01.
 *
 * @param property the value, e.g. {@code Pos = ABB}
 * @param latents in the order in which they were added; one where nothing is split
 * @param f1 of all of them together: a row is claimed where any is active
 * @param alone F1 of the first
 */
public record Split(String property, List<Integer> latents, double f1, double alone) {
  private static final double RISE = 0.01;
  private static final int MOST = 64;

  public Split {
    latents = List.copyOf(latents);
  }

  /** Of both values of every attribute that has two. O(attributes · MOST · F · n / 64). */
  static List<Split> of(SparseCodes codes, Attributes attributes) {
    List<Split> splits = new ArrayList<>();
    BitSet[] active = null;
    for (int a = 0; a < attributes.count(); a++) {
      if (attributes.values(a).size() != 2) {
        continue;
      }
      active = active == null ? active(codes) : active;
      for (int value = 0; value < 2; value++) {
        splits.add(of(active, attributes, a, value));
      }
    }
    return splits;
  }

  private static Split of(BitSet[] active, Attributes attributes, int attribute, int value) {
    BitSet is = new BitSet(attributes.rows());
    for (int row = 0; row < attributes.rows(); row++) {
      is.set(row, attributes.value(attribute, row) == value);
    }
    BitSet claimed = new BitSet();
    List<Integer> chosen = new ArrayList<>();
    double f1 = 0;
    double alone = 0;
    while (chosen.size() < MOST) {
      int best = -1;
      double most = chosen.isEmpty() ? 0 : f1 + RISE;
      for (int j = 0; j < active.length; j++) {
        if (active[j].isEmpty() || chosen.contains(j)) {
          continue;
        }
        BitSet union = (BitSet) claimed.clone();
        union.or(active[j]);
        double reached = f1(union, is);
        if (reached > most) {
          most = reached;
          best = j;
        }
      }
      if (best < 0) {
        break;
      }
      claimed.or(active[best]);
      chosen.add(best);
      f1 = most;
      alone = chosen.size() == 1 ? f1 : alone;
    }
    String property = new Property(attribute, List.of(value), -1, -1).text(attributes);
    return new Split(property, chosen, f1, alone);
  }

  private static double f1(BitSet claimed, BitSet is) {
    BitSet hits = (BitSet) claimed.clone();
    hits.and(is);
    return 2.0 * hits.cardinality() / (claimed.cardinality() + is.cardinality());
  }

  private static BitSet[] active(SparseCodes codes) {
    BitSet[] active = new BitSet[codes.features()];
    for (int j = 0; j < active.length; j++) {
      active[j] = new BitSet(codes.n());
    }
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        active[codes.latent(e)].set(row);
      }
    }
    return active;
  }
}
