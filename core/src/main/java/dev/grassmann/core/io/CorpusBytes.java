package dev.grassmann.core.io;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.grassmann.core.InputException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The unpacked bytes of one part of a corpus, with count and checksum of the packed ones. */
final class CorpusBytes implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Largest window that zstd can ask for, as a power of two; it is the file's word. */
  private static final int LONGEST_WINDOW = 31;

  private final CorpusFile file;
  private final ZipFile zip;
  private final Counted packed;
  private final InputStream plain;

  private CorpusBytes(CorpusFile file, ZipFile zip, Counted packed, InputStream plain) {
    this.file = file;
    this.zip = zip;
    this.packed = packed;
    this.plain = plain;
  }

  static CorpusBytes open(CorpusFile file) {
    ZipFile zip = null;
    Counted packed = null;
    try {
      InputStream raw;
      if (file.entry().isEmpty()) {
        raw = Files.newInputStream(file.path());
      } else {
        zip = new ZipFile(file.path().toFile());
        ZipEntry entry = zip.getEntry(file.entry());
        if (entry == null) {
          throw new EOFException("its entry is gone");
        }
        raw = zip.getInputStream(entry);
      }
      packed = new Counted(raw);
      return new CorpusBytes(file, zip, packed, unpacked(packed, file.packing()));
    } catch (IOException e) {
      close(packed, zip);
      throw refusal(file, e);
    }
  }

  private static InputStream unpacked(InputStream in, CorpusFile.Packing packing)
      throws IOException {
    return switch (packing) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case ZSTD -> new ZstdInputStream(in).setLongMax(LONGEST_WINDOW);
    };
  }

  /** Packs what is written to {@code out}. */
  static OutputStream packing(OutputStream out, CorpusFile.Packing packing) throws IOException {
    return switch (packing) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
    };
  }

  /** Unpacks the beginning of a file, to look at. */
  static byte[] head(InputStream in, CorpusFile.Packing packing, int most) throws IOException {
    try (InputStream plain = unpacked(in, packing)) {
      return plain.readNBytes(most);
    }
  }

  /**
   * Fills {@code [from, to)} as far as there are bytes; gives the index after the last one.
   *
   * @throws InputException where the file is cut short or broken
   */
  int fill(byte[] buffer, int from, int to) {
    try {
      return from + plain.readNBytes(buffer, from, to - from);
    } catch (IOException | RuntimeException e) { // zstd-jni throws unchecked where a header lies
      throw refusal(file, e);
    }
  }

  /** Bytes taken from the file so far. */
  long position() {
    return packed.count;
  }

  /** CRC-32C of the packed bytes; reads what the unpacking left over. */
  long checksum() {
    try {
      byte[] rest = new byte[BUFFER];
      while (packed.read(rest, 0, rest.length) >= 0) {
        // only counted and summed
      }
      return packed.sum.getValue();
    } catch (IOException e) {
      throw refusal(file, e);
    }
  }

  static InputException refusal(CorpusFile file, Exception e) {
    String name = file.part().name();
    if (e instanceof InputException own) {
      return own;
    }
    if (file.packing() == CorpusFile.Packing.NONE && file.entry().isEmpty()) {
      return new InputException("cannot be read", name, "check path and rights", e);
    }
    return new InputException(
        "cannot be unpacked (" + e.getMessage() + ")",
        name,
        "the file is cut short or damaged: fetch it again",
        e);
  }

  @Override
  public void close() {
    close(plain, zip);
  }

  private static void close(InputStream in, ZipFile zip) {
    try (zip) {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // it was only read: nothing can be lost
    }
  }

  /** Counts and sums the bytes that pass. */
  private static final class Counted extends FilterInputStream {
    private final CRC32C sum = new CRC32C();
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, length);
      if (n > 0) {
        sum.update(buffer, from, n);
        count += n;
      }
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
