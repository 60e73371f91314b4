package dev.grassmann.cli.method;

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
    return List.of();
  }
}
