package dev.grassmann.core.catalogue;

import dev.grassmann.core.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All data sets that have a name. */
public final class Catalogue {
  private Catalogue() {}

  public static List<DataSet> all() {
    try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Catalogue::entry).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The data set of this name.
   *
   * @throws InputException naming those that exist
   */
  public static DataSet of(String name) {
    return all().stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "there is no data set '" + name + "'",
                    "",
                    "names are " + String.join(", ", all().stream().map(DataSet::name).toList())));
  }

  /** The file of the data set of this name where it is on this machine; else the argument. */
  public static String fileOf(String argument) {
    return all().stream()
        .filter(set -> set.name().equals(argument))
        .findFirst()
        .flatMap(DataSet::path)
        .map(Path::toString)
        .orElse(argument);
  }

  static Optional<Path> locate(DataSet set) {
    List<Path> folders = new ArrayList<>();
    for (String variable : List.of("GRASSMANN_HOME", "GRASSMANN_DATA")) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        Path folder = Path.of(value);
        folders.add(variable.equals("GRASSMANN_HOME") ? folder.resolve("data") : folder);
      }
    }
    folders.add(Path.of(System.getProperty("user.home"), ".cache", "grassmann", "data"));
    return folders.stream()
        .map(folder -> folder.resolve(set.file()))
        .filter(Files::exists)
        .findFirst();
  }

  private static DataSet entry(String line) {
    String[] f = line.split("\t", -1);
    return new DataSet(f[0], f[1], f[2], f[3], f[4], f[5], Boolean.parseBoolean(f[6]));
  }
}
