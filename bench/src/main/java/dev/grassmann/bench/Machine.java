package dev.grassmann.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Where and when a row was measured.
 *
 * @param cores processors that both sides could use
 * @param processor its name as the operating system gives it, or its architecture
 * @param java version of the JVM
 * @param day date, UTC
 * @param load processes that wanted a processor, over the last minute; 0 where that is not known
 */
record Machine(int cores, String processor, String java, String day, double load) {
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorName(),
        Runtime.version().toString(),
        LocalDate.now(ZoneOffset.UTC).toString(),
        Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private static String processorName() {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch"); // a name is a courtesy, not a condition
      }
    }
    return System.getProperty("os.arch");
  }
}
