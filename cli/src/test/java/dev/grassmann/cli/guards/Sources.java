package dev.grassmann.cli.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository, without what was built or made by running. */
final class Sources {
  private static final Set<String> LEFT_OUT =
      Set.of("target", "runs", ".git", ".idea", ".vscode", "node_modules", "shared");

  private Sources() {}

  static Path root() {
    return Path.of(System.getenv("GRASSMANN_HOME"));
  }

  static List<Path> all() {
    List<Path> files = new ArrayList<>();
    collect(root(), files);
    return files;
  }

  static List<Path> java() {
    return all().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** The text of a file, or nothing where it is not text. */
  static Optional<String> text(Path file) {
    try {
      String text = Files.readString(file);
      return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  private static void collect(Path folder, List<Path> files) {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (LEFT_OUT.contains(entry.getFileName().toString())) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          collect(entry, files);
        } else {
          files.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }
}
