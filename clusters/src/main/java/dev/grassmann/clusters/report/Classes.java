package dev.grassmann.clusters.report;

import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.catalogue.DataSet;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.io.LabelFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the classes that a user names. */
public final class Classes {
  private Classes() {}

  /**
   * @param argument a file of labels, {@code table.csv:column}, images that carry their classes, or
   *     the name of a data set of either kind
   */
  public static Labels read(String argument) {
    for (DataSet set : Catalogue.all()) {
      if (set.name().equals(argument) && !Files.exists(Path.of(argument))) {
        return of(
            set.path()
                .orElseThrow(
                    () ->
                        new InputException(
                            "the data set is not on this machine",
                            argument,
                            "get it from " + set.source())));
      }
    }
    Path path = Path.of(argument);
    return Files.exists(path) ? of(path) : LabelFiles.read(argument);
  }

  private static Labels of(Path file) {
    if (!ImageFiles.isImages(file)) {
      return LabelFiles.read(file.toString());
    }
    return ImageFiles.read(file)
        .labels()
        .orElseThrow(
            () -> InputException.file(file, "carries no classes", "give a file of labels"));
  }
}
