package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A peer that holds its data and does the same work each time it is asked. Between its turns it is
 * stopped: threads that spin while they wait would take a processor from whoever's turn it is.
 */
final class PeerWorker implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final Writer requests;
  private final BufferedReader replies;
  private final String version;

  /**
   * One piece of work done.
   *
   * @param seconds wall seconds of the work, by the peer's own clock
   * @param answer what came out, or where it lies in the work folder
   */
  record Reply(double seconds, JsonNode answer) {}

  private PeerWorker(Process process, Path log, String said) {
    this.process = process;
    this.log = log;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.replies = process.inputReader(StandardCharsets.UTF_8);
    this.version = reply().path("version").asText() + said;
    Processes.signal(process, "STOP");
  }

  /**
   * Starts a script of {@code bench/peers}.
   *
   * @param work folder with the work files; the peer's own words go to a log in it
   * @throws InputException where the peer does not come up
   */
  static PeerWorker start(PeerEnvironment environment, Path work, String script, String... args) {
    int cores = Runtime.getRuntime().availableProcessors();
    return start(environment, cores, work, script, args);
  }

  /** The same with a number of threads for its linear algebra. */
  static PeerWorker start(
      PeerEnvironment environment, int threads, Path work, String script, String... args) {
    return start(PeerEnvironment.threads(threads), "", environment, work, script, args);
  }

  /**
   * The same with the setting of threads that is fastest here for this work, which is tried before:
   * each setting three times, after one run to get up to speed. The version says which it was.
   */
  static PeerWorker fastest(PeerEnvironment environment, Path work, String script, String... args) {
    return fastest(3, environment, work, script, args);
  }

  /** The same for work so long that fewer tries have to tell. */
  static PeerWorker fastest(
      int tries, PeerEnvironment environment, Path work, String script, String... args) {
    PeerWorker best = null;
    double least = Double.POSITIVE_INFINITY;
    for (PeerThreads threads : PeerThreads.values()) {
      PeerWorker worker =
          start(threads.environment(), ", " + threads.words(), environment, work, script, args);
      worker.run();
      double seconds = Double.POSITIVE_INFINITY;
      for (int i = 0; i < tries; i++) {
        seconds = Math.min(seconds, worker.run().seconds());
      }
      PeerWorker slower = seconds < least ? best : worker;
      if (seconds < least) {
        best = worker;
        least = seconds;
      }
      if (slower != null) {
        slower.close();
      }
    }
    return best;
  }

  private static PeerWorker start(
      Map<String, String> variables,
      String said,
      PeerEnvironment environment,
      Path work,
      String script,
      String... args) {
    List<String> command = new ArrayList<>();
    command.add(environment.program("python").toString());
    command.add(environment.script(script).toString());
    command.add(work.toString());
    command.addAll(List.of(args));
    Path log = work.resolve(script.replace(".py", ".log"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(variables);
    try {
      return new PeerWorker(builder.start(), log, said);
    } catch (IOException e) {
      throw new InputException(
          "the peer cannot be started (" + e.getMessage() + ")",
          script,
          "remove its environment from the cache folder and run again",
          e);
    }
  }

  /** The peer's name and versions, in its own words. */
  String version() {
    return version;
  }

  /** Does the work once. */
  Reply run() {
    Processes.signal(process, "CONT");
    try {
      requests.write("run\n");
      requests.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    JsonNode reply = reply();
    Processes.signal(process, "STOP");
    return new Reply(reply.path("seconds").asDouble(), reply.path("answer"));
  }

  private JsonNode reply() {
    try {
      String line = replies.readLine();
      if (line == null) {
        throw ended(null);
      }
      return Json.parse(line, "the peer's reply");
    } catch (IOException e) {
      throw ended(e);
    }
  }

  private InputException ended(IOException cause) {
    close();
    return new InputException(
        "the peer ended before its work was done", log.toString(), "read the log", cause);
  }

  @Override
  public void close() {
    Processes.signal(process, "CONT");
    try {
      requests.close(); // the worker's loop ends with its input
    } catch (IOException e) {
      process.destroy(); // it is gone already, or does not listen
    }
    Processes.await(process);
  }
}
