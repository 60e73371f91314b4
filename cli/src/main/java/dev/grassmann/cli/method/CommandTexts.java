package dev.grassmann.cli.method;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the help says of each command beside its methods: a summary and examples. */
public final class CommandTexts {
  private static final Text NONE = new Text("", List.of());

  private final Map<String, Text> byCommand;

  private CommandTexts(Map<String, Text> byCommand) {
    this.byCommand = byCommand;
  }

  /**
   * Of one command.
   *
   * @param summary one line, without a full stop
   * @param examples whole command lines that work on shipped data
   */
  public record Text(String summary, List<String> examples) {
    public Text {
      examples = List.copyOf(examples);
    }
  }

  /** From the table beside this class: command, summary, examples. */
  public static CommandTexts load() {
    Map<String, Text> texts = new LinkedHashMap<>();
    try (InputStream in = CommandTexts.class.getResourceAsStream("commands.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(f -> texts.put(f[0], new Text(f[1], filled(f))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandTexts(texts);
  }

  private static List<String> filled(String[] fields) {
    return Arrays.stream(fields).skip(2).filter(f -> !f.isBlank()).toList();
  }

  /** The text of a command or noun; empty where none was written. */
  public Text of(String command) {
    return byCommand.getOrDefault(command, NONE);
  }

  /** All that have a text, in the table's order. */
  public List<String> commands() {
    return List.copyOf(byCommand.keySet());
  }
}
