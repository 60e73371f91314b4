package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named tensors of a safetensors file: eight bytes with the header's length, a JSON header with
 * types, shapes and offsets, then the numbers in little-endian order. Opening reads the header
 * only; a tensor is read when it is asked for. Written by {@link SafetensorsWriter}.
 */
public final class SafetensorsFile {
  /** The format's own limit. */
  private static final int LONGEST_HEADER = 100_000_000;

  private static final int BLOCK = 1 << 18;

  private final Path file;
  private final SafetensorsHeader header;

  private SafetensorsFile(Path file, SafetensorsHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads the header.
   *
   * @throws InputException where the file is not what its header says
   */
  public static SafetensorsFile open(Path file) {
    InputFiles.require(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < 8) {
        throw InputException.file(file, "has " + size + " bytes", SafetensorsHeader.MEND);
      }
      long length = bytes(channel, 0, 8).getLong();
      if (length < 2 || length > Math.min(LONGEST_HEADER, size - 8)) {
        throw InputException.file(
            file,
            "the header promises "
                + Long.toUnsignedString(length)
                + " bytes, "
                + (size - 8)
                + " follow",
            SafetensorsHeader.MEND);
      }
      byte[] text = bytes(channel, 8, (int) length).array();
      var json = Json.parse(new String(text, StandardCharsets.UTF_8), file + " header");
      return new SafetensorsFile(file, SafetensorsHeader.parse(json, file, 8 + length, size));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** Names of the tensors, in the order of the header. */
  public Set<String> names() {
    return Collections.unmodifiableSet(header.tensors().keySet());
  }

  /** Words about the file, by name. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  public boolean has(String name) {
    return header.tensors().containsKey(name);
  }

  /** Length of each axis; no axis for a single number. */
  public List<Long> shape(String name) {
    return tensor(name).shape();
  }

  /** The file's word for the number type, e.g. {@code F32}. */
  public String type(String name) {
    return tensor(name).typeName();
  }

  /**
   * All numbers of a tensor, last axis fastest, as float32.
   *
   * @throws InputException where there is no such tensor or an array cannot hold it
   */
  public float[] floats(String name) {
    float[] target = new float[count(name)];
    eachBlock(name, (type, bytes, n, at) -> type.copy(bytes, 0, n, target, at));
    return target;
  }

  /** All numbers of a tensor as float64. */
  public double[] doubles(String name) {
    double[] target = new double[count(name)];
    eachBlock(
        name,
        (type, bytes, n, at) -> {
          for (int i = 0; i < n; i++) {
            target[at + i] = type.read(bytes, i * type.width());
          }
        });
    return target;
  }

  /**
   * All numbers of a tensor of whole numbers, exactly.
   *
   * @throws InputException where the tensor holds other numbers
   */
  public long[] longs(String name) {
    if (!readable(name).type().isWhole()) {
      throw new InputException(
          "holds " + type(name) + ", not whole numbers", where(name), "name another tensor");
    }
    long[] target = new long[count(name)];
    eachBlock(
        name,
        (type, bytes, n, at) -> {
          for (int i = 0; i < n; i++) {
            target[at + i] = type.whole(bytes, i * type.width());
          }
        });
    return target;
  }

  /**
   * Rows of a tensor, mapped into memory, however large: its first axis counts the rows.
   *
   * @throws InputException where it has fewer than two axes or no numbers
   */
  public Vectors vectors(String name) {
    SafetensorsHeader.Tensor tensor = readable(name);
    RowShape rows = RowShape.of(tensor.shape(), where(name));
    try {
      return MappedRows.of(
          file,
          new MappedRows.Layout(
              tensor.start(), rows.n(), rows.d(), tensor.type(), ByteOrder.LITTLE_ENDIAN, 0));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /**
   * The vectors of the tensor of this name, or of the only one with two axes or more.
   *
   * @param name empty for the only one
   */
  Vectors vectorsOrOnly(String name) {
    if (!name.isEmpty()) {
      return vectors(name);
    }
    List<String> tables = names().stream().filter(t -> shape(t).size() > 1).toList();
    if (tables.size() != 1) {
      throw InputException.file(
          file,
          "has " + tables.size() + " tensors of rows and columns",
          "name one as " + file.getFileName() + ":name; " + NameList.of("there are", names()));
    }
    return vectors(tables.get(0));
  }

  private interface Block {
    void take(NumberType type, ByteBuffer bytes, int count, int at);
  }

  private void eachBlock(String name, Block block) {
    SafetensorsHeader.Tensor tensor = readable(name);
    int count = count(name);
    int width = tensor.type().width();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int done = 0; done < count; done += BLOCK) {
        int n = Math.min(BLOCK, count - done);
        ByteBuffer bytes = bytes(channel, tensor.start() + (long) width * done, width * n);
        block.take(tensor.type(), bytes, n, done);
      }
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** Numbers in a tensor; the header's check made sure that they are there. */
  private int count(String name) {
    SafetensorsHeader.Tensor tensor = readable(name);
    long count = (tensor.end() - tensor.start()) / tensor.type().width();
    if (count > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "holds " + count + " numbers, more than an array can", where(name), "read it by rows");
    }
    return (int) count;
  }

  private SafetensorsHeader.Tensor readable(String name) {
    SafetensorsHeader.Tensor tensor = tensor(name);
    if (tensor.type() == null) {
      throw new InputException(
          "holds numbers of type " + tensor.typeName(), where(name), "save it as F32 or F16");
    }
    return tensor;
  }

  private SafetensorsHeader.Tensor tensor(String name) {
    SafetensorsHeader.Tensor tensor = header.tensors().get(name);
    if (tensor == null) {
      throw InputException.file(
          file, "has no tensor '" + name + "'", NameList.of("there are", names()));
    }
    return tensor;
  }

  private String where(String name) {
    return file + " tensor '" + name + "'";
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file shrank while it was read");
      }
    }
    return bytes.flip();
  }
}
