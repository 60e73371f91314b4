package dev.grassmann.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Starts libtorch in a JVM of its own and says how that went. */
final class StartedElsewhere {
  private StartedElsewhere() {}

  public static void main(String[] args) throws IOException {
    Started started = LibTorch.start(2);
    String said = "policy " + started.waitPolicy() + "\n" + started.warning().orElse("") + "\n";
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(said.getBytes(StandardCharsets.UTF_8));
    }
  }
}
