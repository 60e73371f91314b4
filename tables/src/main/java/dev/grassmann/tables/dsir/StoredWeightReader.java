package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads stored weights from start to end, some thousand documents at a time. */
final class StoredWeightReader implements WeightReader {
  private static final int BLOCK = 4096;
  private static final String MEND = "give the folder of a whole sample weigh run";

  private final StoredWeights stored;
  private final DataInputStream weightsIn;
  private final DataInputStream lengthsIn;
  private final ByteBuffer weights;
  private final ByteBuffer lengths;
  private final int targets;
  private long block = -1; // number of the first document in the buffers
  private long document = -1;

  private StoredWeightReader(
      StoredWeights stored, DataInputStream weights, DataInputStream lengths) {
    this.stored = stored;
    this.weightsIn = weights;
    this.lengthsIn = lengths;
    this.targets = stored.targets().size();
    this.weights = buffer(BLOCK * Double.BYTES * targets);
    this.lengths = buffer(BLOCK * Integer.BYTES);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static StoredWeightReader open(StoredWeights stored) {
    int targets = stored.targets().size();
    String rows = Long.toString(stored.documents());
    DataInputStream weights =
        start(
            stored.folder().resolve(StoredWeights.LOG_WEIGHTS),
            "'<f8'",
            targets == 1 ? rows + "," : rows + ", " + targets,
            stored.documents() * targets * Double.BYTES);
    DataInputStream lengths =
        start(
            stored.folder().resolve(StoredWeights.LENGTHS),
            "'<i4'",
            rows + ",",
            stored.documents() * Integer.BYTES);
    return new StoredWeightReader(stored, weights, lengths);
  }

  /** Opens a file that {@link dev.grassmann.core.io.GrowingNpy} wrote, behind its header. */
  private static DataInputStream start(Path file, String type, String shape, long bytes) {
    try {
      if (!Files.isRegularFile(file)) {
        throw InputException.file(file, "does not exist", MEND);
      }
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
      String header = new String(in.readNBytes(128), StandardCharsets.ISO_8859_1);
      boolean same = header.contains(type) && header.contains("(" + shape + ")");
      if (!same || Files.size(file) != 128 + bytes) {
        in.close();
        throw InputException.file(file, "is not of the documents weighed", MEND);
      }
      return in;
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check path and rights", e);
    }
  }

  @Override
  public boolean next() {
    if (document + 1 == stored.documents()) {
      return false;
    }
    document++;
    if (block < 0 || document == block + BLOCK) {
      block = document;
      int rows = (int) Math.min(BLOCK, stored.documents() - document);
      try {
        weightsIn.readFully(weights.array(), 0, rows * targets * Double.BYTES);
        lengthsIn.readFully(lengths.array(), 0, rows * Integer.BYTES);
      } catch (IOException e) {
        throw new InputException("cannot be read", stored.folder().toString(), MEND, e);
      }
    }
    return true;
  }

  @Override
  public long document() {
    return document;
  }

  @Override
  public int targets() {
    return targets;
  }

  @Override
  public double logWeight(int target) {
    return weights.getDouble(((int) (document - block) * targets + target) * Double.BYTES);
  }

  @Override
  public int length() {
    return lengths.getInt((int) (document - block) * Integer.BYTES);
  }

  @Override
  public void close() {
    try (weightsIn;
        lengthsIn) {
      // both are closed, whichever fails
    } catch (IOException e) {
      throw new InputException("cannot be read", stored.folder().toString(), MEND, e);
    }
  }
}
