package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nothing that a step makes stays: not a tensor, not a graph, not a buffer. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

  /**
   * In a virtual machine whose heap is taken whole at its start, so that only native memory can
   * grow. One forgotten tensor of one number a row would add 10 MB, its graph many more; measured
   * were 0.2 MB.
   */
  @Test
  void residentMemoryStaysFlatOverTenThousandSteps() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx64m",
            "-XX:+AlwaysPreTouch",
            "-XX:TieredStopAtLevel=1", // the optimising compiler's own memory comes and goes late
            "-cp",
            System.getProperty("java.class.path"),
            MemoryElsewhere.class.getName());
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    Process process = builder.redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    List<Long> kilobytes = said.lines().map(Long::parseLong).toList();
    assertEquals(13, kilobytes.size(), said);
    long grown = kilobytes.get(12) - kilobytes.get(2); // by then, libtorch's caches are there
    assertTrue(grown < 4 * 1024, "grew by " + grown + " kB: " + kilobytes);
  }
}
