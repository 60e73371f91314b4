package dev.grassmann.core.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.io.Json;
import java.time.Instant;
import java.util.List;

/**
 * How a result was made: the content of {@code run.json}.
 *
 * @param method who ran
 * @param config every option with its value
 * @param run seed, threads, device and warnings
 * @param inputs what was read, in the order given
 * @param started when the run began
 * @param seconds wall time of the method, without reading and writing
 */
public record RunRecord(
    MethodInfo method,
    Record config,
    Run run,
    List<Fingerprint> inputs,
    Instant started,
    double seconds) {
  public RunRecord {
    inputs = List.copyOf(inputs);
  }

  /** The record as it is written; peak memory is read now. */
  public ObjectNode json() {
    Machine machine = Machine.here();
    ObjectNode node = Json.object();
    node.putObject("method")
        .put("command", method.command())
        .put("id", method.id())
        .put("system", method.system())
        .put("title", method.title())
        .put("paper", method.paper());
    node.set("config", Options.json(config));
    node.put("seed", run.seed()).put("threads", run.threads()).put("device", run.device());
    node.set("inputs", Json.tree(inputs));
    node.putObject("versions")
        .put("grassmann", Machine.grassmannVersion())
        .put("java", machine.java())
        .put("os", machine.os())
        .put("cpu", machine.cpu());
    node.put("started", started.toString());
    node.put("wallSeconds", Math.round(seconds * 1000) / 1000.0);
    node.put("peakMemoryBytes", Machine.peakMemoryBytes());
    ArrayNode warnings = node.putArray("warnings");
    run.warnings().forEach(warnings::add);
    return node;
  }
}
