package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.catalogue.DataSet;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusFile.Format;
import dev.grassmann.core.io.CorpusFile.Packing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens text collections: JSONL, plain text and Parquet; files packed by gzip or zstd; zip files,
 * folders (with all below them) and paths with {@code *}. The format is told by the name, or by the
 * first bytes where the name says nothing; packing always by the first bytes.
 */
public final class CorpusFiles {
  private static final int HEAD = 512;
  private static final String NO_FILE = "there is no such file";

  private CorpusFiles() {}

  /**
   * The documents of these files, in the order given, within a folder or pattern by name. Nothing
   * but first bytes is read yet.
   *
   * @throws InputException where a path leads to nothing, or is named twice
   */
  public static Corpus open(List<Path> paths) {
    List<CorpusFile> files = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path path : paths) {
      for (CorpusFile file : expand(path)) {
        if (!seen.add(file.part().name())) {
          throw InputException.file(file.path(), "is named twice", "name each file once");
        }
        files.add(file);
      }
    }
    String name = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    return new FileCorpus(name, files);
  }

  /**
   * As {@link #open(List)}; what is no path may be the name of a data set in the catalogue.
   *
   * @throws InputException also where a data set is not on this machine
   */
  public static Corpus named(List<String> names) {
    return open(names.stream().map(CorpusFiles::path).toList());
  }

  private static Path path(String name) {
    Path path = Path.of(name);
    if (Files.exists(path) || isPattern(path)) {
      return path;
    }
    for (DataSet set : Catalogue.all()) {
      if (set.name().equals(name)) {
        return set.path()
            .orElseThrow(
                () ->
                    new InputException(
                        "the data set is not on this machine",
                        name,
                        "get it from " + set.source() + "; see 'grassmann data'"));
      }
    }
    throw InputException.file(path, NO_FILE, "check the path");
  }

  private static boolean isPattern(Path path) {
    return path.toString().matches(".*[*?\\[{].*");
  }

  /** As {@link #open(List)}, of one path. */
  public static Corpus open(Path path) {
    return open(List.of(path));
  }

  private static List<CorpusFile> expand(Path path) {
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> all = Files.walk(path)) {
          List<Path> files = all.filter(file -> isVisible(path, file)).sorted().toList();
          return found(files.stream().filter(CorpusFiles::hasKnownName).toList(), path, "holds");
        }
      }
      if (Files.exists(path)) {
        return files(path);
      }
      if (isPattern(path)) {
        return found(matching(path), path, "matches");
      }
      throw InputException.file(path, NO_FILE, "check the path");
    } catch (IOException e) {
      throw new InputException("cannot be read", path.toString(), "check path and rights", e);
    }
  }

  private static List<CorpusFile> found(List<Path> paths, Path path, String verb)
      throws IOException {
    if (paths.isEmpty()) {
      throw InputException.file(
          path,
          verb + " no text, JSONL or Parquet file",
          "names end in .jsonl, .txt or .parquet, packed ones in .gz, .zst or .zip behind it");
    }
    List<CorpusFile> files = new ArrayList<>();
    for (Path file : paths) {
      files.addAll(files(file));
    }
    return files;
  }

  private static List<Path> matching(Path pattern) throws IOException {
    Path base = pattern.toAbsolutePath();
    while (isPattern(base)) {
      base = base.getParent();
    }
    if (!Files.isDirectory(base)) {
      throw InputException.file(base, "there is no such folder", "check the path");
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.toAbsolutePath());
    try (Stream<Path> all = Files.walk(base)) {
      return all.filter(file -> Files.isRegularFile(file) && matcher.matches(file))
          .sorted()
          .toList();
    }
  }

  private static boolean isVisible(Path folder, Path file) {
    for (Path name : folder.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return Files.isRegularFile(file);
  }

  private static boolean hasKnownName(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || format(name).isPresent();
  }

  /** The file itself, or each entry of a zip file. */
  private static List<CorpusFile> files(Path path) throws IOException {
    byte[] head = head(Files.newInputStream(path), Packing.NONE);
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return entries(path);
    }
    return List.of(file(path, "", Files.size(path), head));
  }

  private static List<CorpusFile> entries(Path path) throws IOException {
    List<CorpusFile> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && format(entry.getName()).isPresent())
              .sorted((a, b) -> a.getName().compareTo(b.getName()))
              .toList();
      for (ZipEntry entry : entries) {
        byte[] head = head(zip.getInputStream(entry), Packing.NONE);
        CorpusFile file = file(path, entry.getName(), entry.getSize(), head);
        if (file.format() == Format.PARQUET) {
          throw new InputException(
              "a Parquet file inside a zip file cannot be read",
              file.part().name(),
              "unzip it first");
        }
        files.add(file);
      }
    } catch (java.util.zip.ZipException e) {
      throw new InputException(
          "cannot be unpacked (" + e.getMessage() + ")",
          path.toString(),
          "the file is cut short or damaged: fetch it again",
          e);
    }
    if (files.isEmpty()) {
      throw InputException.file(path, "holds no text or JSONL file", "names end in .jsonl or .txt");
    }
    return files;
  }

  private static CorpusFile file(Path path, String entry, long bytes, byte[] head)
      throws IOException {
    Packing packing =
        startsWith(head, 0x1F, 0x8B)
            ? Packing.GZIP
            : startsWith(head, 0x28, 0xB5, 0x2F, 0xFD) ? Packing.ZSTD : Packing.NONE;
    String name = entry.isEmpty() ? path.getFileName().toString() : entry;
    Format format = startsWith(head, 'P', 'A', 'R', '1') ? Format.PARQUET : null;
    if (format == null) {
      format = format(name.toLowerCase(Locale.ROOT)).orElseGet(() -> sniffed(head, packing));
    }
    return new CorpusFile(path, entry, format, packing, bytes);
  }

  private static Optional<Format> format(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd)$", "");
    if (plain.matches(".*\\.(jsonl|ndjson|json)")) {
      return Optional.of(Format.JSONL);
    }
    if (plain.matches(".*\\.(txt|text|md)")) {
      return Optional.of(Format.TEXT);
    }
    boolean parquet = plain.matches(".*\\.(parquet|pq)");
    return parquet ? Optional.of(Format.PARQUET) : Optional.empty();
  }

  /** JSONL begins with a brace. */
  private static Format sniffed(byte[] head, Packing packing) {
    byte[] plain = head;
    try {
      if (packing != Packing.NONE) {
        plain = head(new ByteArrayInputStream(head), packing);
      }
    } catch (IOException | RuntimeException e) {
      return Format.TEXT; // what is wrong with the file is said when it is read
    }
    for (byte b : plain) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b == '{' ? Format.JSONL : Format.TEXT;
      }
    }
    return Format.TEXT;
  }

  private static byte[] head(InputStream in, Packing packing) throws IOException {
    return CorpusBytes.head(in, packing, packing == Packing.NONE ? HEAD : 1);
  }

  private static boolean startsWith(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
