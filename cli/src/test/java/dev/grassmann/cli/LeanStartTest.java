package dev.grassmann.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need neither libtorch nor DuckDB load neither: each takes seconds or memory. */
final class LeanStartTest {
  @ParameterizedTest
  @ValueSource(strings = {"systems", "data", "--help", "sae train --help"})
  void loadsNoNativeLibraryItDoesNotNeed(String line) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xlog:class+load:stdout", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(line.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), log);
    List<String> loaded =
        log.lines()
            .filter(l -> l.contains("org.bytedeco.") || l.contains("org.duckdb."))
            .filter(l -> l.contains("source:"))
            .toList();
    assertEquals(List.of(), loaded);
  }
}
