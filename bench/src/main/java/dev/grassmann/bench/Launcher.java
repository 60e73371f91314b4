package dev.grassmann.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** How our own command line is started as a process of its own. */
final class Launcher {
  private Launcher() {}

  /**
   * The launcher script that started us, where it said so in {@code grassmann.launcher}; else this
   * JVM with this class path.
   */
  static List<String> command(Properties properties) {
    String script = properties.getProperty("grassmann.launcher");
    if (script != null) {
      return List.of(script);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(properties.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("-cp");
    command.add(properties.getProperty("java.class.path"));
    command.add("dev.grassmann.cli.Main");
    return List.copyOf(command);
  }
}
