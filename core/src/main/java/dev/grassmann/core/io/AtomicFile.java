package dev.grassmann.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file whole or not at all: to a temporary name beside it, then by rename. */
public final class AtomicFile {
  /** Without it a temporary file, and then what it becomes, is for its owner only. */
  private static final FileAttribute<Set<PosixFilePermission>> READ_BY_ALL =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"));

  private AtomicFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What a library writes to a path of its own. */
  @FunctionalInterface
  public interface PathContent {
    void writeTo(Path temporary) throws IOException;
  }

  /** Writes {@code target}, replacing it; its folder is made where missing. */
  public static void write(Path target, Content content) throws IOException {
    writePath(
        target,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            content.writeTo(out);
          }
        });
  }

  /** As {@link #write}, for libraries that insist on a path. */
  public static void writePath(Path target, PathContent content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = temporary(folder, "." + target.getFileName());
    try {
      content.writeTo(temporary);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A temporary file that others may read as far as the user's umask lets them, as any file. */
  static Path temporary(Path folder, String name) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? Files.createTempFile(folder, name, ".part", READ_BY_ALL)
        : Files.createTempFile(folder, name, ".part");
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
