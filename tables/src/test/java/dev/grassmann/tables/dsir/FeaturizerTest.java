package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast way against a plain one, over texts that fit no group of eight. */
final class FeaturizerTest {
  private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}_\\s]+");
  private static final String[] PIECES = {
    "a",
    "Zebra",
    "THE",
    "_",
    "9",
    "42",
    " ",
    "  ",
    "\n",
    "\t",
    ".",
    ",",
    "...",
    "'",
    "é",
    "Ü",
    "ß",
    "東京",
    "ж",
    "Ж",
    "\u00a3",
    "😀",
    "longerthanseven",
    "averyveryverylongtoken",
    "\u007f",
    "@",
    "[",
    "`",
    "{",
    "/",
    ":",
    "\u0001"
  };

  private static String text(long seed, int pieces) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static List<String> plainTokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = RULE.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private static int plainBucket(String gram, int m) throws NoSuchAlgorithmException {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(gram.getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, sum).mod(BigInteger.valueOf(m)).intValue();
  }

  @Property(tries = 300)
  void bucketsAreThoseOfEachNgramHashedForItself(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 200) int pieces,
      @ForAll @IntRange(min = 1, max = 4) int n)
      throws NoSuchAlgorithmException {
    int m = 10_007;
    Featurizer featurizer =
        new Featurizer(new FeatureMap(n, m, FeatureMap.Hash.SHA256, FeatureMap.Rule.WORDPUNCT));
    for (int round = 0; round < 3; round++) { // what was kept before must not matter
      String text = text(seed + round % 2, pieces);
      List<String> tokens = plainTokens(text);
      List<Integer> expected = new ArrayList<>();
      for (int t = 0; t < tokens.size(); t++) {
        for (int i = 1; i <= n && i <= t + 1; i++) {
          expected.add(plainBucket(String.join(" ", tokens.subList(t + 1 - i, t + 1)), m));
        }
      }
      featurizer.read(text);
      List<Integer> found =
          Arrays.stream(featurizer.buckets(), 0, featurizer.count()).boxed().toList();
      assertEquals(expected, found, text);
    }
  }

  @Test
  void moreWordsThanAreKeptChangeNothing() throws NoSuchAlgorithmException {
    FeatureMap map = new FeatureMap(2, 997, FeatureMap.Hash.SHA256, FeatureMap.Rule.WORDPUNCT);
    Featurizer worn = new Featurizer(map);
    for (int i = 0; i < 300_000; i += 1_000) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 1_000; j++) {
        text.append('w').append(i + j).append(' ');
      }
      worn.read(text.toString());
    }
    for (String text : List.of("w1 w299999 w2", "new words, and Old ones w7")) {
      Featurizer fresh = new Featurizer(map);
      worn.read(text);
      fresh.read(text);
      assertArrayEquals(
          Arrays.copyOf(fresh.buckets(), fresh.count()),
          Arrays.copyOf(worn.buckets(), worn.count()));
    }
    assertEquals(plainBucket("w299999", 997), bucketOf(worn, "w299999"));
  }

  private static int bucketOf(Featurizer featurizer, String word) {
    featurizer.read(word);
    return featurizer.buckets()[0];
  }

  @Test
  void theFastHashIsEvenAndKnowsTheOrderOfWords() {
    int m = 64;
    Featurizer featurizer =
        new Featurizer(new FeatureMap(2, m, FeatureMap.Hash.FAST, FeatureMap.Rule.WORDPUNCT));
    BucketCounts counts = new BucketCounts(m);
    int words = 64_000;
    for (int i = 0; i < words; i++) {
      featurizer.read("w" + i);
      counts.add(featurizer.buckets(), 0, featurizer.count());
    }
    double chi = 0;
    for (int j = 0; j < m; j++) {
      double off = counts.count(j) - (double) words / m;
      chi += off * off / ((double) words / m);
    }
    assertTrue(chi < 63 + 5 * Math.sqrt(2 * 63), "chi squared of 63 degrees: " + chi);
    featurizer.read("left right");
    int[] one = Arrays.copyOf(featurizer.buckets(), 3);
    featurizer.read("right left");
    int[] other = Arrays.copyOf(featurizer.buckets(), 3);
    assertEquals(one[0], other[1]);
    assertEquals(one[1], other[0]);
    assertTrue(one[2] != other[2]);
  }
}
