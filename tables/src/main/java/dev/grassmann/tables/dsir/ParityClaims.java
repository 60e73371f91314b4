package dev.grassmann.tables.dsir;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of the reference package, version 1.0.3. */
final class ParityClaims {
  private static final String REFERENCE = "reference implementation";
  private static final List<String> RAW =
      List.of(
          "The cat sat on the mat.",
          "Gradient descent, with momentum!",
          "the dog's bone; the dog's house");
  private static final List<String> TARGET = List.of("the cat and the dog");
  private static final double[][] LOGS = {
    {-130.32219546, -121.30659741, -227.31732261}, {-6.55792662, -10.41062486, -19.86852140}
  };

  private ParityClaims() {}

  private record Gram(String text, int bucket) {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "buckets of seven n-grams are the reference's", REFERENCE, "7/7", run -> buckets()),
        Claim.quick(
            "a line with apostrophe, pound and diaeresis is cut as in the reference",
            REFERENCE,
            "11 tokens, all equal",
            run -> tokens()),
        Claim.quick(
            "log weights, lengths and totals of a small case are the reference's, both smoothings",
            REFERENCE,
            "within 1e-6",
            run -> weights()));
  }

  private static Measured buckets() {
    List<Gram> grams =
        List.of(
            new Gram("alice", 6720),
            new Gram("alice went", 114),
            new Gram("the", 8288),
            new Gram(".", 3960),
            new Gram("£", 9293),
            new Gram("naïve", 8184),
            new Gram("東京", 9020));
    Sha256Buckets hash = new Sha256Buckets(10_000);
    long same =
        grams.stream()
            .filter(
                gram -> {
                  byte[] bytes = gram.text().getBytes(StandardCharsets.UTF_8);
                  return hash.bucket(bytes, 0, bytes.length) == gram.bucket();
                })
            .count();
    return Measured.of(same + "/" + grams.size(), same == grams.size());
  }

  private static Measured tokens() {
    Featurizer featurizer = new Featurizer(FeatureMap.DEFAULT);
    featurizer.read("the dog's bone; £5,000 naïve_x");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < featurizer.tokens().count(); i++) {
      found.add(featurizer.tokens().text(i, 1));
    }
    List<String> expected =
        List.of("the", "dog", "'", "s", "bone", ";", "£", "5", ",", "000", "naïve_x");
    return Measured.of(String.join(" ", found), found.equals(expected));
  }

  private static Measured weights() {
    FeatureMap map = new FeatureMap(2, 50, FeatureMap.Hash.SHA256, FeatureMap.Rule.WORDPUNCT);
    int[] totals = {13, 11, 21};
    int[] lengths = {7, 6, 11};
    double off = 0;
    boolean same = true;
    for (int s = 0; s < 2; s++) {
      TextWeights weights = TextWeights.of(map, s, TARGET, RAW);
      for (int i = 0; i < RAW.size(); i++) {
        off = Math.max(off, Math.abs(weights.logs()[i] - LOGS[s][i]));
        same &= weights.lengths()[i] == lengths[i];
        same &= TextWeights.counts(map, List.of(RAW.get(i))).total() == totals[i];
      }
    }
    return Measured.of(String.format(Locale.ROOT, "within %.0e", off), same && off <= 1e-6);
  }
}
