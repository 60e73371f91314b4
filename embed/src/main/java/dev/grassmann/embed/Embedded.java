package dev.grassmann.embed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Texts and their vectors.
 *
 * @param vectors texts × 384, each of norm 1
 */
public record Embedded(List<String> texts, Vectors vectors) implements Result {
  private static final int SHOWN = 8;
  private static final int LONGEST = 72;

  public Embedded {
    texts = List.copyOf(texts);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT, "%,d texts are vectors of %d numbers", texts.size(), vectors.d());
  }

  /** Some texts, each with the text that lies nearest to it. */
  private List<List<String>> neighbours() {
    List<List<String>> rows = new ArrayList<>();
    int n = texts.size();
    float[] all = vectors.toArray();
    for (int i = 0; i < Math.min(SHOWN, n) && n > 1; i++) {
      int row = (int) ((long) i * n / Math.min(SHOWN, n));
      int nearest = -1;
      double most = -2;
      for (int other = 0; other < n; other++) {
        double cosine = 0;
        for (int c = 0; c < vectors.d(); c++) {
          cosine += all[row * vectors.d() + c] * all[other * vectors.d() + c];
        }
        boolean same = texts.get(other).equals(texts.get(row));
        if (!same && cosine > most) {
          most = cosine;
          nearest = other;
        }
      }
      if (nearest >= 0) {
        rows.add(
            List.of(texts.get(row), texts.get(nearest), String.format(Locale.ROOT, "%.2f", most)));
      }
    }
    return rows;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : neighbours()) {
      text.append(cut(row.get(0))).append('\n');
      text.append("  ").append(row.get(2)).append("  ").append(cut(row.get(1))).append('\n');
    }
    return text.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  @Override
  public JsonNode json() {
    return Json.object()
        .put("texts", texts.size())
        .put("dimension", vectors.d())
        .put("vectors", "vectors.npy")
        .put("table", "texts.csv");
  }

  /** Writes {@code vectors.npy} and {@code texts.csv}, one row a text in both. */
  @Override
  public void save(RunFolder folder) {
    int[] codes = IntStream.range(0, texts.size()).toArray();
    Table table = new Table("texts", List.of(new Column.Categorical("text", codes, texts, -1)));
    try {
      NpyFile.write(folder.file("vectors.npy"), vectors);
      TableFiles.write(folder.file("texts.csv"), table);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to " + folder.path(), e);
    }
  }

  @Override
  public void describe(Report report) {
    report.table(
        "Some texts and the one nearest to each",
        List.of("text", "nearest", "cosine"),
        neighbours());
  }
}
