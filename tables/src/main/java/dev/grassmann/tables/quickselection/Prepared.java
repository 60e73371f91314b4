package dev.grassmann.tables.quickselection;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.quickselection.QuickSelectionConfig.Scaling;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Data made ready for training: scaled, without the columns that hold one value only.
 *
 * @param cells n × kept columns
 * @param kept which of the d columns they are, ascending
 * @param scales of all d columns
 */
record Prepared(Cells cells, int[] kept, ColumnScale[] scales) {
  /** Data of at most this share of numbers other than 0 is kept by its entries. */
  private static final double SPARSE = 0.25;

  /** Features of a table; chosen rows, all of which decide about the scales. */
  static Prepared of(DesignMatrix matrix, int[] rows, Scaling scaling) {
    ColumnScale[] scales = new ColumnScale[matrix.features()];
    double[] column = new double[rows.length];
    long entries = 0;
    for (int j = 0; j < scales.length; j++) {
      matrix.copyColumn(j, rows, column);
      scales[j] = scale(column, scaling);
      entries += Arrays.stream(column).filter(number -> number != 0).count();
    }
    int[] kept = kept(scales);
    boolean sparse = entries <= SPARSE * rows.length * scales.length;
    Cells cells = sparse ? sparse(matrix, rows, kept, scales) : dense(matrix, rows, kept, scales);
    return new Prepared(cells, kept, scales);
  }

  /** Chosen rows of the same features by these scales. */
  Cells of(DesignMatrix matrix, int[] rows) {
    return dense(matrix, rows, kept, scales);
  }

  private static ColumnScale scale(double[] column, Scaling scaling) {
    ColumnScale.Builder builder = new ColumnScale.Builder(scaling);
    for (double number : column) {
      builder.first(number, 1);
    }
    for (double number : column) {
      builder.second(number, 1);
    }
    return builder.build();
  }

  private static Cells dense(DesignMatrix matrix, int[] rows, int[] kept, ColumnScale[] scales) {
    float[] scaled = new float[Math.multiplyExact(rows.length, kept.length)];
    double[] column = new double[rows.length];
    for (int c = 0; c < kept.length; c++) {
      matrix.copyColumn(kept[c], rows, column);
      for (int i = 0; i < rows.length; i++) {
        scaled[i * kept.length + c] = (float) scales[kept[c]].apply(column[i]);
      }
    }
    return new Cells.Dense(scaled, rows.length, kept.length);
  }

  private static Cells sparse(DesignMatrix matrix, int[] rows, int[] kept, ColumnScale[] scales) {
    int[] start = new int[rows.length + 1];
    double[] column = new double[rows.length];
    for (int j : kept) {
      matrix.copyColumn(j, rows, column);
      for (int i = 0; i < rows.length; i++) {
        start[i + 1] += column[i] != 0 ? 1 : 0;
      }
    }
    for (int i = 0; i < rows.length; i++) {
      start[i + 1] = Math.addExact(start[i], start[i + 1]);
    }
    int[] next = start.clone();
    int[] index = new int[start[rows.length]];
    float[] scaled = new float[index.length];
    for (int c = 0; c < kept.length; c++) { // columns in order, so each row's entries ascend
      matrix.copyColumn(kept[c], rows, column);
      for (int i = 0; i < rows.length; i++) {
        if (column[i] != 0) {
          index[next[i]] = c;
          scaled[next[i]++] = (float) scales[kept[c]].apply(column[i]);
        }
      }
    }
    return new Cells.Sparse(start, index, scaled, zeros(kept, scales));
  }

  private static float[] zeros(int[] kept, ColumnScale[] scales) {
    float[] zero = new float[kept.length];
    for (int c = 0; c < kept.length; c++) {
      zero[c] = (float) scales[kept[c]].apply(0);
    }
    return zero;
  }

  /**
   * A sparse matrix, which stays sparse.
   *
   * @throws InputException for a number that is not finite, naming row and column
   */
  static Prepared of(SparseMatrix matrix, Scaling scaling, String name) {
    ColumnScale.Builder[] builders = builders(matrix.columns(), scaling);
    int[] present = new int[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        requireFinite(matrix.value(e), name, i, matrix.column(e));
        builders[matrix.column(e)].first(matrix.value(e), 1);
        present[matrix.column(e)]++;
      }
    }
    for (int j = 0; j < builders.length; j++) {
      if (present[j] < matrix.rows()) {
        builders[j].first(0, matrix.rows() - present[j]);
      }
    }
    for (int e = 0; e < matrix.entries(); e++) {
      builders[matrix.column(e)].second(matrix.value(e), 1);
    }
    for (int j = 0; j < builders.length; j++) {
      if (present[j] < matrix.rows()) {
        builders[j].second(0, matrix.rows() - present[j]);
      }
    }
    ColumnScale[] scales = built(builders);
    int[] kept = kept(scales);
    return new Prepared(entries(matrix, kept, scales), kept, scales);
  }

  private static Cells entries(SparseMatrix matrix, int[] kept, ColumnScale[] scales) {
    int[] place = new int[scales.length];
    Arrays.fill(place, -1);
    for (int c = 0; c < kept.length; c++) {
      place[kept[c]] = c;
    }
    int[] start = new int[matrix.rows() + 1];
    int[] index = new int[matrix.entries()];
    float[] scaled = new float[matrix.entries()];
    int to = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        int column = matrix.column(e);
        if (place[column] >= 0) {
          index[to] = place[column];
          scaled[to++] = (float) scales[column].apply(matrix.value(e));
        }
      }
      start[i + 1] = to;
    }
    return new Cells.Sparse(start, index, scaled, zeros(kept, scales));
  }

  /**
   * Vectors, which are read from where they lie in each epoch.
   *
   * @throws InputException for a number that is not finite, naming row and column
   */
  static Prepared of(Vectors vectors, Scaling scaling, String name, Run run) {
    ColumnScale.Builder[] builders = builders(vectors.d(), scaling);
    float[] row = new float[vectors.d()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < vectors.n(); i++) {
        if (i % 1024 == 0) {
          run.step("scaling", (long) pass * vectors.n() + i, 2L * vectors.n());
        }
        vectors.copyRow(i, row);
        for (int j = 0; j < row.length; j++) {
          if (pass == 0) {
            requireFinite(row[j], name, i, j);
            builders[j].first(row[j], 1);
          } else {
            builders[j].second(row[j], 1);
          }
        }
      }
    }
    ColumnScale[] scales = built(builders);
    int[] kept = kept(scales);
    ColumnScale[] used = Arrays.stream(kept).mapToObj(j -> scales[j]).toArray(ColumnScale[]::new);
    return new Prepared(new Cells.Streamed(vectors, kept, used), kept, scales);
  }

  private static ColumnScale.Builder[] builders(int columns, Scaling scaling) {
    return IntStream.range(0, columns)
        .mapToObj(j -> new ColumnScale.Builder(scaling))
        .toArray(ColumnScale.Builder[]::new);
  }

  private static ColumnScale[] built(ColumnScale.Builder[] builders) {
    return Arrays.stream(builders).map(ColumnScale.Builder::build).toArray(ColumnScale[]::new);
  }

  private static int[] kept(ColumnScale[] scales) {
    return IntStream.range(0, scales.length).filter(j -> !scales[j].constant()).toArray();
  }

  private static void requireFinite(double number, String name, int row, int column) {
    if (!Double.isFinite(number)) {
      throw new InputException(
          String.format(Locale.ROOT, "holds %s", number),
          String.format(Locale.ROOT, "%s row %d, column %d", name, row + 1, column + 1),
          "leave the row out or mend the number");
    }
  }
}
