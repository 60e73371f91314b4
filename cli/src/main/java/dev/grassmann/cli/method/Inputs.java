package dev.grassmann.cli.method;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.run.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads what a method takes from the files that a user names. */
final class Inputs {
  private Inputs() {}

  /**
   * What was read.
   *
   * @param value of the class that was asked for
   * @param files where it came from, in the order given
   * @param sources fingerprints of these
   */
  record Read(Object value, List<Path> files, List<Fingerprint> sources) {}

  /** The positional arguments, as usage shows them. */
  static String usage(Class<?> type) {
    return kind(type).usage();
  }

  /** The positional arguments explained, one line each. */
  static List<String> about(Class<?> type) {
    return kind(type).about();
  }

  /**
   * Reads the positional arguments into a value of this class.
   *
   * @throws InputException where their number is wrong, or a file cannot be used
   */
  static Read read(Class<?> type, List<String> arguments) {
    InputKind kind = kind(type);
    if (arguments.isEmpty() && !kind.standard().isEmpty()) {
      return read(type, List.of(kind.standard()));
    }
    if (kind.files() == InputKind.NONE && !arguments.isEmpty()) {
      throw new InputException(
          "no file is needed, given: " + String.join(" ", arguments), "", "leave it out");
    }
    boolean fits =
        switch (kind.files()) {
          case InputKind.ANY -> !arguments.isEmpty();
          case InputKind.NONE -> true;
          default -> arguments.size() == kind.files();
        };
    if (!fits) {
      String needed = kind.files() <= 1 ? "one file is needed" : kind.files() + " files are needed";
      String given = arguments.isEmpty() ? "none" : String.join(" ", arguments);
      throw new InputException(needed + ", given: " + given, "", "usage: " + kind.usage());
    }
    List<Path> paths = arguments.stream().map(DataArgument::resolveWithVariable).toList();
    if (kind.type() == Corpus.class) {
      Corpus corpus = (Corpus) kind.reader().read(paths);
      return new Read(corpus, paths, List.of(listing(corpus)));
    }
    // beside the reading, which is mostly done by one processor for small files
    CompletableFuture<List<Fingerprint>> sources =
        CompletableFuture.supplyAsync(
            () -> paths.stream().map(DataArgument::file).map(Fingerprint::of).toList());
    Object value = kind.reader().read(paths); // its refusal says more than that of a fingerprint
    try {
      return new Read(value, paths, sources.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof InputException refusal ? refusal : e;
    }
  }

  /** A corpus is read by its method, once a pass, and may be large: it is not hashed here. */
  private static Fingerprint listing(Corpus corpus) {
    List<String> names = corpus.parts().stream().map(Corpus.Part::name).toList();
    List<Long> sizes = corpus.parts().stream().map(Corpus.Part::bytes).toList();
    return Fingerprint.listing(corpus.name(), names, sizes);
  }

  private static InputKind kind(Class<?> type) {
    for (InputKind kind : InputKind.all()) {
      if (kind.type() == type) {
        return kind;
      }
    }
    throw new IllegalStateException("no reader for " + type + "; add one to InputKind");
  }

  static boolean knows(Class<?> type) {
    return InputKind.all().stream().anyMatch(kind -> kind.type() == type);
  }
}
