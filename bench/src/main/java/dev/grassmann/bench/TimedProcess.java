package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a whole process took, from its start to its end, by the operating system's own accounts: the
 * same for a program of any language.
 *
 * @param finished false when it was ended at its limit
 * @param wall seconds from start to end
 * @param user user CPU seconds of the process and its children
 */
record TimedProcess(boolean finished, double wall, double user) {
  /**
   * Runs a command in a folder.
   *
   * @param limit seconds after which the command is ended
   * @param log file for what the command prints
   * @throws InputException where the command fails
   */
  static TimedProcess run(
      PeerEnvironment environment, Path folder, int limit, Path log, List<String> command) {
    List<String> timed = new ArrayList<>();
    Path report = log.resolveSibling(log.getFileName() + ".json");
    timed.add(environment.program("python").toString());
    timed.add(environment.script("timed.py").toString());
    timed.add(report.toString());
    timed.add(Integer.toString(limit));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(PeerEnvironment.threads());
    try {
      Files.deleteIfExists(report);
      Processes.await(builder.start());
      JsonNode read = Json.read(report);
      boolean finished = !read.path("code").isNull();
      if (finished && read.path("code").asInt() != 0) {
        throw new InputException(
            "'" + String.join(" ", command) + "' ended with code " + read.path("code").asInt(),
            log.toString(),
            "read the log");
      }
      return new TimedProcess(finished, read.path("wall").asDouble(), read.path("user").asDouble());
    } catch (IOException e) {
      throw new InputException(
          "'" + command.get(0) + "' cannot be run (" + e.getMessage() + ")",
          folder.toString(),
          "see that the program is there",
          e);
    }
  }
}
