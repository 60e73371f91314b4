package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Yann LeCun's IDX files of unsigned bytes, plain or gzipped.
 *
 * @param shape length of each axis
 * @param bytes the numbers, 0 to 255 each, last axis fastest
 */
record IdxFile(int[] shape, byte[] bytes) {
  private static final int UNSIGNED_BYTES = 8;

  static IdxFile read(Path file) {
    try (DataInputStream in = new DataInputStream(TextFiles.bytes(file))) {
      int magic = in.readInt();
      int axes = magic & 0xff;
      if (magic >>> 8 != UNSIGNED_BYTES || axes < 1 || axes > 4) {
        throw InputException.file(
            file, "is not an IDX file of bytes", "give the images or labels as MNIST has them");
      }
      int[] shape = new int[axes];
      long count = 1;
      for (int a = 0; a < axes; a++) {
        shape[a] = in.readInt();
        count = shape[a] < 1 || count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * shape[a];
      }
      if (count > Integer.MAX_VALUE - 8) {
        throw InputException.file(file, "the header's shape is absurd", "fetch the file again");
      }
      byte[] bytes = in.readNBytes((int) count); // grows with what is there, not with the promise
      if (bytes.length < count) {
        throw InputException.file(
            file,
            "the header promises " + count + " bytes, " + bytes.length + " follow",
            "the file is cut short: fetch it again");
      }
      return new IdxFile(shape, bytes);
    } catch (EOFException e) {
      throw new InputException(
          "ends within its header", file.toString(), "the file is cut short: fetch it again", e);
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "fetch the file again", e);
    }
  }
}
