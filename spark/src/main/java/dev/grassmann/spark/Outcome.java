package dev.grassmann.spark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.run.RunRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all commands do with their result: {@code --out} is a folder on the driver's machine that
 * gets the files of a run, {@code --json} writes the result as JSON and nothing else, and notes go
 * to the error stream.
 *
 * @param folder null where none was asked for
 */
record Outcome(Path folder, boolean json, long seed, Instant started, long startedNanos) {
  static Outcome of(Arguments arguments) {
    return new Outcome(
        arguments.take("out").map(Path::of).orElse(null),
        arguments.flag("json", false),
        arguments.whole("seed", 0),
        Instant.now(),
        System.nanoTime());
  }

  /**
   * Writes and tells.
   *
   * @param files writes the result's own files
   */
  void tell(
      MethodInfo method,
      Record config,
      List<String> warnings,
      Consumer<RunFolder> files,
      JsonNode result,
      String text,
      PrintWriter out,
      PrintWriter err) {
    if (folder != null) {
      double seconds = (System.nanoTime() - startedNanos) / 1e9;
      Run run = Run.seeded(seed);
      warnings.forEach(run::warn);
      RunFolder made = RunFolder.at(folder);
      files.accept(made);
      made.writeJson(
          "run.json", new RunRecord(method, config, run, List.of(), started, seconds).json());
    }
    warnings.forEach(warning -> err.println("note: " + warning));
    out.println(json ? Json.pretty(result) : text.stripTrailing());
    out.flush();
  }
}
