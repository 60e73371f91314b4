package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Sparse codes of n rows over F latents, one list of (latent, value) a row. Within a row latents
 * ascend and none is named twice; values are not 0. Immutable.
 */
public final class SparseCodes implements Result {
  private final int features;
  private final int[] start;
  private final int[] latent;
  private final float[] value;

  private SparseCodes(int features, int[] start, int[] latent, float[] value) {
    this.features = features;
    this.start = start;
    this.latent = latent;
    this.value = value;
  }

  /** An empty collection to which rows are added in order. */
  public static Builder builder(int features) {
    return new Builder(features);
  }

  /** Number of rows. */
  public int n() {
    return start.length - 1;
  }

  /** Number of latents, F. */
  public int features() {
    return features;
  }

  /** Number of values in all rows together. */
  public int entries() {
    return latent.length;
  }

  /** First entry of a row; its entries are {@code start(row)} to {@code start(row + 1) - 1}. */
  public int start(int row) {
    return start[row];
  }

  /** Number of values of a row, its L0. */
  public int count(int row) {
    return start[row + 1] - start[row];
  }

  /** Latent of an entry, 0 to F - 1. */
  public int latent(int entry) {
    return latent[entry];
  }

  /** Value of an entry. */
  public float value(int entry) {
    return value[entry];
  }

  /** Value of a latent in a row, 0 where it is silent. */
  public float value(int row, int latentNumber) {
    int at = Arrays.binarySearch(latent, start[row], start[row + 1], latentNumber);
    return at < 0 ? 0 : value[at];
  }

  /** Mean number of values a row. */
  public double l0() {
    return (double) entries() / n();
  }

  /** The row as F numbers, most of them 0. */
  public float[] dense(int row) {
    float[] all = new float[features];
    for (int e = start[row]; e < start[row + 1]; e++) {
      all[latent[e]] = value[e];
    }
    return all;
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param folder the run's folder
   * @throws InputException where files are missing or do not fit together
   */
  public static SparseCodes load(Path folder) {
    return CodeFiles.load(folder);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT, "%,d rows hold %.1f of %,d latents each", n(), l0(), features);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < Math.min(10, n()); row++) {
      text.append(String.format(Locale.ROOT, "%6d ", row));
      for (int e : strongest(row, 6)) {
        text.append(String.format(Locale.ROOT, " %d:%.3f", latent[e], value[e]));
      }
      text.append(count(row) > 6 ? " ...\n" : "\n");
    }
    return text.toString();
  }

  /** Entries of a row by falling absolute value, at most {@code most} of them. */
  public List<Integer> strongest(int row, int most) {
    Objects.checkIndex(row, n());
    return IntStream.range(start[row], start[row + 1])
        .boxed()
        .sorted(
            (a, b) -> {
              int byValue = Float.compare(Math.abs(value[b]), Math.abs(value[a]));
              return byValue != 0 ? byValue : Integer.compare(a, b);
            })
        .limit(most)
        .toList();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("rows", n()).put("features", features).put("entries", entries()).put("l0", l0());
    return node.put("file", CodeFiles.CODES);
  }

  /** Writes {@code codes.parquet} and {@code codes.csv}, both as (row, latent, value). */
  @Override
  public void save(RunFolder folder) {
    CodeFiles.save(this, folder);
  }

  @Override
  public void describe(Report report) {
    int[] rowsOf = new int[features];
    for (int j : latent) {
      rowsOf[j]++;
    }
    long silent = Arrays.stream(rowsOf).filter(rows -> rows == 0).count();
    report.text(
        String.format(
            Locale.ROOT, "%,d of %,d latents are silent on these rows.", silent, features));
  }

  /** Collects rows in order. Not safe for more than one thread. */
  public static final class Builder {
    private final int features;
    private int[] start = new int[64];
    private int rows;
    private int[] latent = new int[256];
    private float[] value = new float[256];
    private int entries;

    private Builder(int features) {
      this.features = features;
    }

    /**
     * Adds a value to the row that is being filled. A latent named twice has its values added; a
     * value of 0 is left out.
     */
    public Builder add(int latentNumber, float v) {
      Objects.checkIndex(latentNumber, features);
      if (entries == latent.length) {
        int more = Math.addExact(entries, Math.max(256, entries >> 1));
        latent = Arrays.copyOf(latent, more);
        value = Arrays.copyOf(value, more);
      }
      int at = entries;
      while (at > start[rows] && latent[at - 1] > latentNumber) {
        at--;
      }
      if (at > start[rows] && latent[at - 1] == latentNumber) {
        value[at - 1] += v;
        return this;
      }
      System.arraycopy(latent, at, latent, at + 1, entries - at);
      System.arraycopy(value, at, value, at + 1, entries - at);
      latent[at] = latentNumber;
      value[at] = v;
      entries++;
      return this;
    }

    /** Ends the row that is being filled, be it empty. */
    public Builder endRow() {
      int kept = start[rows];
      for (int e = start[rows]; e < entries; e++) {
        if (value[e] != 0) { // two picks of one latent may have cancelled
          latent[kept] = latent[e];
          value[kept++] = value[e];
        }
      }
      entries = kept;
      rows++;
      if (rows == start.length) {
        start = Arrays.copyOf(start, Math.addExact(rows, rows >> 1));
      }
      start[rows] = entries;
      return this;
    }

    /** Adds all rows of other codes over the same latents. */
    public Builder addAll(SparseCodes other) {
      if (other.features != features) {
        throw new IllegalArgumentException(other.features + " latents, not " + features);
      }
      int room = Math.addExact(entries, other.entries());
      if (room > latent.length) {
        latent = Arrays.copyOf(latent, Math.max(room, latent.length + (latent.length >> 1)));
        value = Arrays.copyOf(value, latent.length);
      }
      System.arraycopy(other.latent, 0, latent, entries, other.entries());
      System.arraycopy(other.value, 0, value, entries, other.entries());
      if (rows + other.n() >= start.length) {
        start = Arrays.copyOf(start, Math.max(rows + other.n() + 1, start.length * 3 / 2));
      }
      for (int row = 1; row <= other.n(); row++) {
        start[rows + row] = entries + other.start[row];
      }
      rows += other.n();
      entries = room;
      return this;
    }

    public SparseCodes build() {
      return new SparseCodes(
          features,
          Arrays.copyOf(start, rows + 1),
          Arrays.copyOf(latent, entries),
          Arrays.copyOf(value, entries));
    }
  }
}
