package dev.grassmann.engine.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says which twin runs in a virtual machine of its own, and lets it work. */
final class KernelElsewhere {
  private KernelElsewhere() {}

  public static void main(String[] args) throws IOException {
    Kernel kernel = Kernel.best();
    float dot = kernel.dot(new float[] {1, 2, 3}, 0, new float[] {4, 5, 6}, 0, 3);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write((kernel.description() + ", dot " + dot).getBytes(StandardCharsets.UTF_8));
    }
  }
}
