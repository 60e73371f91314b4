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
 * Made-up text that is hard to remember: words by Zipf's law over two million, each drawn for
 * itself, so that more pairs of words are new than in real text; some marks between.
 */
final class DsirText {
  private static final int WORDS = 2_000_000;
  private static final int SHORTEST = 100;
  private static final int LONGEST = 200;

  private final double[] zipf = new double[WORDS]; // cumulative
  private final Draws draws;

  DsirText(int seed) {
    draws = new Draws(seed);
    double sum = 0;
    for (int r = 0; r < WORDS; r++) {
      sum += 1.0 / (r + 3);
      zipf[r] = sum;
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
    for (int i = 0; i < words; i++) {
      double at = draws.below(1 << 30) / (double) (1 << 30) * zipf[WORDS - 1];
      int found = Arrays.binarySearch(zipf, at);
      int rank = Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
      out.write(word(rank ^ shift));
      out.write(draws.below(8) == 0 ? ", " : i + 1 == words ? "." : " ");
    }
    out.write("\"}\n");
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
