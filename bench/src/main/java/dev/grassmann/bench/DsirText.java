package dev.grassmann.bench;

import dev.grassmann.core.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Made-up text in which words and pairs of words repeat about as in prose: words by a steep law of
 * Zipf over two million; three in five follow from the word before, as one of 50 that may. Of a
 * million tokens some 65,000 words and a third of the pairs are new; in encyclopaedias and plays
 * 38,000 and a third.
 */
final class DsirText {
  private static final int WORDS = 2_000_000;
  private static final int SHORTEST = 100;
  private static final int LONGEST = 200;

  private static final int FOLLOWERS = 50;
  private static final double FOLLOWS = 0.6;
  private static final double STEEP = 1.2;
  private static final int FINE = 1 << 30;

  private final double[] zipf = new double[WORDS]; // cumulative
  private final double[] follower = new double[FOLLOWERS]; // cumulative
  private final Draws draws;

  DsirText(int seed) {
    draws = new Draws(seed);
    fill(zipf, 3, STEEP);
    fill(follower, 1, 1);
  }

  private static void fill(double[] cumulative, int shift, double steep) {
    double sum = 0;
    for (int r = 0; r < cumulative.length; r++) {
      sum += Math.pow(r + shift, -steep);
      cumulative[r] = sum;
    }
  }

  /**
   * Writes documents of 100 to 200 words as JSONL.
   *
   * @param shift moves the law: with 1 the words of odd and even rank change places
   */
  void write(Path file, int documents, int shift) {
    try {
      AtomicFile.write(
          file,
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            for (int i = 0; i < documents; i++) {
              document(writer, i, shift);
            }
            writer.flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void document(Writer out, int number, int shift) throws IOException {
    out.write("{\"id\": " + number + ", \"text\": \"");
    int words = SHORTEST + draws.below(LONGEST - SHORTEST + 1);
    int word = 0;
    for (int i = 0; i < words; i++) {
      if (draws.below(FINE) < FOLLOWS * FINE) {
        int mixed = (word * 31 + rank(follower, draws.below(FINE))) * 0x9E3779B1;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        word = rank(zipf, (mixed ^ mixed >>> 13) >>> 2);
      } else {
        word = rank(zipf, draws.below(FINE));
      }
      out.write(word(word ^ shift));
      out.write(draws.below(8) == 0 ? ", " : i + 1 == words ? "." : " ");
    }
    out.write("\"}\n");
  }

  /** Place in a law, of a number below {@link #FINE}. */
  private static int rank(double[] cumulative, int uniform) {
    double at = uniform / (double) FINE * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
  }

  /** Letters that look like syllables; frequent words are short. */
  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int left = rank + 20; left > 0; left /= 100) {
      word.append("bcdfghklmnprstvwz_xq".charAt(left % 20)).append("aeiou".charAt(left / 20 % 5));
    }
    return word.toString();
  }
}
