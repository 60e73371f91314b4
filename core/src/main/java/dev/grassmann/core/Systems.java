package dev.grassmann.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The 46 systems that are the project's mission, 00 to 45, built or not. */
public final class Systems {
  private Systems() {}

  /**
   * One system.
   *
   * @param number 0 to 45
   * @param id one word: its package, docs page, benchmark and {@code reproduce} argument
   * @param room folder that it lives in
   * @param name name as the field writes it
   * @param paper title of the source
   * @param year year of the source, or empty
   * @param reference where to find it, e.g. {@code arXiv 2309.01552}; may be empty
   */
  public record Entry(
      int number,
      String id,
      String room,
      String name,
      String paper,
      String year,
      String reference) {}

  /** All systems, by number. */
  public static List<Entry> all() {
    try (InputStream in = Systems.class.getResourceAsStream("systems.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Systems::entry).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    String[] f = line.split("\t", -1);
    return new Entry(Integer.parseInt(f[0]), f[1], f[2], f[3], f[4], f[5], f[6]);
  }
}
