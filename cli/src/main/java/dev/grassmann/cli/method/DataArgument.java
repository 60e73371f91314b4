package dev.grassmann.cli.method;

import dev.grassmann.cli.Similar;
import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.catalogue.DataSet;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A file that a user named: by its path, or by a data set's name in the catalogue. */
public final class DataArgument {
  private DataArgument() {}

  /**
   * Where the file is.
   *
   * @param argument a path, or a name such as {@code mushrooms}; a path that exists goes first
   * @throws InputException where it is neither, or where the data set is not on this machine
   */
  public static Path resolve(String argument) {
    Path path = path(argument);
    if (Files.exists(path) || argument.contains("*")) {
      return path;
    }
    List<DataSet> all = Catalogue.all();
    for (DataSet set : all) {
      if (set.name().equals(argument)) {
        return set.path().orElseThrow(() -> absent(set));
      }
    }
    String hint =
        Similar.to(argument, all.stream().map(DataSet::name).toList())
            .map(name -> "did you mean '" + name + "'? ")
            .orElse("");
    throw new InputException(
        "there is no such file, nor a data set of this name",
        argument,
        hint + "check the path, or see 'grassmann data'");
  }

  /**
   * As {@link #resolve}, also for {@code file.mat:variable}, where the variable stays at the end.
   */
  static Path resolveWithVariable(String argument) {
    int colon = argument.lastIndexOf(':');
    if (colon <= 1 || Files.exists(path(argument))) {
      return resolve(argument);
    }
    return Path.of(resolve(argument.substring(0, colon)) + argument.substring(colon));
  }

  /** The file of a path that may end in a variable. */
  static Path file(Path path) {
    String text = path.toString();
    int colon = text.lastIndexOf(':');
    return colon <= 1 || Files.exists(path) ? path : Path.of(text.substring(0, colon));
  }

  /** The refusal for a data set that has a name but is not on this machine. */
  static InputException absent(DataSet set) {
    return new InputException(
        "the data set is not on this machine",
        set.name(),
        "get it from "
            + set.source()
            + " and keep it as "
            + set.file()
            + " below $GRASSMANN_DATA or ~/.cache/grassmann/data");
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new InputException("is not a path", argument, "check the spelling", e);
    }
  }
}
