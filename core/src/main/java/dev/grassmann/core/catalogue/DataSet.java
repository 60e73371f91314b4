package dev.grassmann.core.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One data set of the catalogue.
 *
 * @param name what commands and claims call it, e.g. {@code mushrooms}
 * @param file its path below a data folder, e.g. {@code tables/mushrooms.arff.gz}
 * @param what one line: rows, columns, task
 * @param licence licence or terms of use
 * @param source where it comes from
 * @param sha256 of the file, lower-case hexadecimal
 * @param shipped whether it lies in the product itself
 */
public record DataSet(
    String name,
    String file,
    String what,
    String licence,
    String source,
    String sha256,
    boolean shipped) {

  /** Where the file is on this machine: shipped, in {@code $GRASSMANN_DATA}, or in the cache. */
  public Optional<Path> path() {
    return Catalogue.locate(this);
  }
}
