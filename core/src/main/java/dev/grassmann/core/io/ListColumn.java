package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Vectors that lie as lists of numbers in one column of a Parquet or JSON file. */
final class ListColumn {
  /** More numbers than this (256 MiB) are kept in a file. */
  private static final int LARGE = 1 << 26;

  private final DuckDb duck;
  private final Path file;
  private final String from;

  private ListColumn(DuckDb duck, Path file, String from) {
    this.duck = duck;
    this.file = file;
    this.from = from;
  }

  /**
   * The lists of a column; of the only column of lists where no name is given.
   *
   * @param from what DuckDB scans
   * @return empty where no name is given and there is not exactly one column of lists
   */
  static Optional<Vectors> read(DuckDb duck, Path file, String from, String name)
      throws SQLException {
    List<DuckColumns.Source> all = DuckColumns.describe(duck, from);
    List<DuckColumns.Source> lists = all.stream().filter(c -> c.type().endsWith("]")).toList();
    ListColumn column = new ListColumn(duck, file, from);
    if (name.isEmpty()) {
      return lists.size() == 1
          ? Optional.of(column.read(lists.get(0), ids(all)))
          : Optional.empty();
    }
    for (DuckColumns.Source list : lists) {
      if (list.name().equals(name)) {
        return Optional.of(column.read(list, ids(all)));
      }
    }
    throw InputException.file(
        file,
        "has no column '" + name + "' of lists of numbers",
        NameList.of("there are", lists.stream().map(DuckColumns.Source::name).toList()));
  }

  /** A first column of texts names the rows. */
  private static String ids(List<DuckColumns.Source> all) {
    return all.get(0).type().equals("VARCHAR") ? all.get(0).sql() : "";
  }

  private Vectors read(DuckColumns.Source list, String idColumn) throws SQLException {
    String where = file + " column '" + list.name() + "'";
    String[] counts =
        duck.texts(
                String.format(
                    "SELECT CAST(count(*) AS VARCHAR), CAST(count(%1$s) AS VARCHAR),"
                        + " CAST(min(len(%1$s)) AS VARCHAR), CAST(max(len(%1$s)) AS VARCHAR)"
                        + " FROM %2$s",
                    list.sql(), from))
            .get(0);
    if (!counts[0].equals(counts[1]) || !Objects.equals(counts[2], counts[3])) {
      throw new InputException(
          counts[1]
              + " of "
              + counts[0]
              + " rows have lists, of "
              + counts[2]
              + " to "
              + counts[3]
              + " numbers",
          where,
          "give every row a list of one length");
    }
    int n = RowShape.length(Long.parseLong(counts[0]), "rows", where);
    int d =
        RowShape.length(
            Long.parseLong(Objects.requireNonNullElse(counts[2], "0")), "columns", where);
    if ((long) n * d > LARGE) {
      return spooled(list, n, d, where);
    }
    float[] numbers = new float[n * d];
    each(list, d, where, (at, number) -> numbers[(int) at] = number);
    return Vectors.of(numbers, n, d, names(idColumn));
  }

  /** By way of a file, so that no more than a block is in memory; rows have no names then. */
  private Vectors spooled(DuckColumns.Source list, int n, int d, String where) throws SQLException {
    try {
      Path folder = Files.createTempDirectory("grassmann-lists");
      Path copy = folder.resolve("lists.npy");
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit(); // deleted before its folder: the last one named goes first
      try (GrowingNpy npy = GrowingNpy.floats(copy, d)) {
        each(
            list,
            d,
            where,
            (at, number) -> {
              npy.add(number);
              if (at % d == d - 1) {
                npy.endRow();
              }
            });
        npy.finish();
      }
      return new Copied(NpyFile.read(copy), where);
    } catch (IOException e) {
      throw new InputException(
          "does not fit into memory, and " + (4L * n * d >> 20) + " MiB cannot be set aside",
          where,
          "name a folder with room: -Djava.io.tmpdir=...",
          e);
    }
  }

  /** Rows of a copy, which the user knows under the name of what was copied. */
  private record Copied(Vectors rows, String where) implements Vectors {
    @Override
    public int n() {
      return rows.n();
    }

    @Override
    public int d() {
      return rows.d();
    }

    @Override
    public void copyRows(int from, int count, float[] target, int offset) {
      rows.copyRows(from, count, target, offset);
    }

    @Override
    public String place(int row) {
      return where + " row " + row;
    }
  }

  private interface Taker {
    void take(long at, float number);
  }

  /** All numbers in order. */
  private void each(DuckColumns.Source list, int d, String where, Taker taker) throws SQLException {
    long[] at = {0};
    duck.query(
        "SELECT unnest(CAST(" + list.sql() + " AS FLOAT[])) FROM " + from,
        (block, count) -> {
          var vector = block.vector(0);
          for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
              throw new InputException(
                  "a number is missing",
                  where + " row " + at[0] / d + " place " + at[0] % d,
                  "fill it or leave the row out (both are counted from 0)");
            }
            taker.take(at[0]++, vector.getFloat(i));
          }
        });
  }

  private List<String> names(String column) throws SQLException {
    List<String> names = new ArrayList<>();
    if (!column.isEmpty()) {
      duck.texts("SELECT " + column + " FROM " + from)
          .forEach(row -> names.add(Objects.requireNonNullElse(row[0], "")));
    }
    return names;
  }
}
