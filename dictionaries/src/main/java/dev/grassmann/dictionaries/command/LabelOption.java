package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.io.LabelFiles;
import java.util.Optional;

/** The labels that {@code --labels} names. */
final class LabelOption {
  private LabelOption() {}

  /**
   * Reads them; empty where none are named.
   *
   * @param argument a file, or a data set's name
   * @throws InputException where there is not one a row, or one class only
   */
  static Optional<Labels> read(String argument, int rows) {
    if (argument.isBlank()) {
      return Optional.empty();
    }
    String file = Catalogue.fileOf(argument);
    Labels labels = LabelFiles.read(file);
    if (labels.n() != rows || labels.classes() < 2 || rows < 4) {
      throw new InputException(
          labels.n() + " labels of " + labels.classes() + " classes for " + rows + " rows",
          "--labels",
          "give one label a row, of two classes or more");
    }
    return Optional.of(labels);
  }
}
