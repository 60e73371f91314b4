package dev.grassmann.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a figure was measured on.
 *
 * @param os operating system with its version
 * @param cpu name of the processor, or its architecture where the system does not tell
 * @param cores processors that this virtual machine may use
 * @param java version and maker of the Java virtual machine
 */
public record Machine(String os, String cpu, int cores, String java) {
  /** This machine. */
  public static Machine here() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        linuxField(Path.of("/proc/cpuinfo"), "model name")
            .orElse(System.getProperty("os.arch", "unknown")),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
  }

  /**
   * The most memory that this process held at any time, in bytes: Java's heap and all native
   * memory. Where the system does not tell (other than Linux), the heap's present size.
   */
  public static long peakMemoryBytes() {
    return linuxField(Path.of("/proc/self/status"), "VmHWM")
        .map(text -> Long.parseLong(text.replace("kB", "").strip()) * 1024)
        .orElseGet(() -> Runtime.getRuntime().totalMemory());
  }

  /** Version of Grassmann, from its jar; {@code development} when run from class folders. */
  public static String grassmannVersion() {
    String version = Machine.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Optional<String> linuxField(Path file, String name) {
    try {
      if (!Files.isReadable(file)) {
        return Optional.empty();
      }
      return Files.readString(file)
          .lines()
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException e) {
      return Optional.empty(); // the figure is a courtesy; a run does not fail for it
    }
  }
}
