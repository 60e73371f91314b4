package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file in LIBSVM's format as a table: {@code target}, then {@code f1}, {@code f2}, ... with their
 * zeros.
 */
final class LibsvmTable {
  private LibsvmTable() {}

  static boolean isLibsvm(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(libsvm|svm)(\\.gz)?");
  }

  static Table read(Path file, TableRead read) {
    LibsvmFile sparse = LibsvmFile.read(file);
    SparseMatrix features = sparse.features();
    List<String> names = new ArrayList<>(List.of("target"));
    for (int f = 1; f <= features.columns(); f++) {
      names.add("f" + f);
    }
    int[] places = ColumnNames.choose(names, read.columns(), file);
    RowChoice choice = new RowChoice(read);
    int kept = choice.pass(features.rows());
    int[] row = new int[choice.kept()]; // of each slot
    for (int i = 0; i < kept; i++) {
      row[choice.slot(i)] = choice.pick(i);
    }
    refuseTooLarge(file, row.length, places.length);
    int[] builderOf = new int[names.size()];
    ColumnBuilder[] builders = new ColumnBuilder[places.length];
    for (int c = 0; c < places.length; c++) {
      builderOf[places[c]] = c + 1;
      builders[c] = places[c] == 0 ? new TextBuilder(read.maxCategories()) : zeros(row.length);
      builders[c].reserve(row.length);
    }
    for (int slot = 0; slot < row.length; slot++) {
      if (builderOf[0] > 0) {
        ((TextBuilder) builders[builderOf[0] - 1]).put(slot, sparse.targets().get(row[slot]));
      }
      for (int e = features.start(row[slot]); e < features.start(row[slot] + 1); e++) {
        int builder = builderOf[features.column(e) + 1] - 1;
        if (builder >= 0) {
          ((NumberBuilder) builders[builder]).put(slot, features.value(e));
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    int[] order = choice.order();
    for (int c = 0; c < places.length; c++) {
      Column column = builders[c].build(names.get(places[c]), row.length, order);
      columns.add(ColumnTypes.numbersWhereAllAre(column));
    }
    return new Table(file.getFileName().toString(), columns);
  }

  private static NumberBuilder zeros(int rows) {
    NumberBuilder builder = NumberBuilder.ofDoubles();
    builder.reserve(rows);
    for (int slot = 0; slot < rows; slot++) {
      builder.put(slot, 0);
    }
    return builder;
  }

  private static void refuseTooLarge(Path file, long rows, long columns) {
    if (8 * rows * columns > Runtime.getRuntime().maxMemory() / 2) {
      throw InputException.file(
          file,
          rows
              + " rows of "
              + columns
              + " columns would fill "
              + (8 * rows * columns >> 20)
              + " MiB",
          "read fewer columns, every s-th row or a sample, or give Java more memory (-Xmx)");
    }
  }
}
