package dev.grassmann.cli.method;

import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * How a class of input is read.
 *
 * @param type the class
 * @param files how many files make one value
 * @param usage the positional arguments, as usage shows them
 * @param about one line for each positional argument
 * @param reader reads the files
 */
record InputKind(Class<?> type, int files, String usage, List<String> about, Reader reader) {
  /** Makes the value from files that exist. */
  @FunctionalInterface
  interface Reader {
    Object read(List<Path> files);
  }

  /** All kinds that the command line can read. */
  static List<InputKind> all() {
    return List.of(
        new InputKind(
            DataSource.class,
            1,
            "DATA",
            List.of("DATA  a file, a folder of images, or the name of a data set"),
            files -> new DataSource(files.get(0))),
        new InputKind(
            Table.class,
            1,
            "TABLE",
            List.of("TABLE  a CSV, TSV, Parquet, JSON or ARFF file, or the name of a data set"),
            files -> TableFiles.read(files.get(0))));
  }
}
