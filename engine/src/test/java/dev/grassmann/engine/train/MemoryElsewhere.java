package dev.grassmann.engine.train;

import dev.grassmann.core.run.Run;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains 12,000 steps and says the resident kilobytes after each thousand. */
final class MemoryElsewhere {
  private MemoryElsewhere() {}

  public static void main(String[] args) throws IOException {
    StringBuilder said = new StringBuilder();
    Run run =
        Run.builder()
            .progress(
                (stage, done, total) -> {
                  if (done % 1000 == 0) {
                    said.append(resident()).append('\n');
                  }
                })
            .build();
    new Trainer(TrainingPlan.ofSteps(12_000, 256).withCheckpoints(0, 0), run)
        .train(new Regression(0.1), Regression.data(4096));
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(said.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static long resident() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
      throw new IllegalStateException("/proc/self/status has no VmRSS");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
