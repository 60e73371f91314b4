package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the columns wanted among those of a file. */
final class ColumnNames {
  private ColumnNames() {}

  /**
   * Places of the columns wanted, in the order wanted; of all where none are named.
   *
   * @throws InputException for a name that does not exist, or that the file has twice
   */
  static int[] choose(List<String> names, List<String> wanted, Path file) {
    Map<String, Integer> places = new HashMap<>();
    for (int c = 0; c < names.size(); c++) {
      if (places.put(names.get(c), c) != null) {
        throw InputException.file(
            file, "two columns are called '" + names.get(c) + "'", "rename one of them");
      }
    }
    if (wanted.isEmpty()) {
      return IntStream.range(0, names.size()).toArray();
    }
    int[] chosen = new int[wanted.size()];
    for (int i = 0; i < chosen.length; i++) {
      Integer place = places.get(wanted.get(i));
      if (place == null) {
        throw InputException.file(
            file, "there is no column '" + wanted.get(i) + "'", NameList.of("columns are", names));
      }
      chosen[i] = place;
    }
    return chosen;
  }
}
