package dev.grassmann.core.run;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run read, so that another run can tell whether it reads the same.
 *
 * @param path as the user gave it
 * @param bytes size; of a folder, the sum over its files
 * @param hash lower-case hexadecimal digits
 * @param kind {@code sha256} of all bytes; {@code sha256-sampled} of size and 64 blocks spread over
 *     a file too large to read twice; {@code sha256-listing} of file names and sizes
 */
public record Fingerprint(String path, long bytes, String hash, String kind) {
  /** Up to here a file is hashed whole: about a third of a second. */
  private static final long WHOLE = 256L << 20;

  private static final int BLOCKS = 64;
  private static final int BLOCK_BYTES = 1 << 16;

  /**
   * Reads the fingerprint of a file or folder.
   *
   * @throws InputException where it does not exist or cannot be read
   */
  public static Fingerprint of(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return ofFolder(path);
      }
      long size = Files.size(path);
      return size <= WHOLE
          ? new Fingerprint(path.toString(), size, sha256(path), "sha256")
          : new Fingerprint(path.toString(), size, sampled(path, size), "sha256-sampled");
    } catch (IOException e) {
      throw new InputException("cannot be read", path.toString(), "check path and rights", e);
    }
  }

  /**
   * Of many files that are read once and are too large to read for this, by names and sizes.
   *
   * @param name what they are together
   * @param names of the files, in order
   * @param sizes in bytes
   */
  public static Fingerprint listing(String name, List<String> names, List<Long> sizes) {
    MessageDigest digest = digest();
    long bytes = 0;
    for (int i = 0; i < names.size(); i++) {
      bytes += sizes.get(i);
      String line = names.get(i) + '\t' + sizes.get(i) + '\n';
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return new Fingerprint(name, bytes, hex(digest), "sha256-listing");
  }

  /** SHA-256 of all bytes of a file, in lower-case hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return hex(digest);
  }

  private static String sampled(Path file, long size) throws IOException {
    MessageDigest digest = digest();
    digest.update(Long.toString(size).getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(BLOCK_BYTES);
      for (int block = 0; block < BLOCKS; block++) {
        // the first block starts at the first byte, the last ends at the last
        long at = (size - BLOCK_BYTES) / (BLOCKS - 1) * block;
        channel.read(buffer.clear(), block == BLOCKS - 1 ? size - BLOCK_BYTES : at);
        digest.update(buffer.flip());
      }
    }
    return hex(digest);
  }

  private static Fingerprint ofFolder(Path folder) throws IOException {
    MessageDigest digest = digest();
    long bytes = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      long size = Files.size(file);
      bytes += size;
      String line = folder.relativize(file).toString().replace('\\', '/') + '\t' + size + '\n';
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return new Fingerprint(folder.toString(), bytes, hex(digest), "sha256-listing");
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
