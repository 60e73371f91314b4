package dev.grassmann.core.ioi;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** All that prompts are made of: 216 names, 144 objects, 75 places, openings and templates. */
public final class IoiTask {
  /** Attributes of a prompt, as columns of a table are called. */
  public static final List<String> ATTRIBUTES = List.of("IO", "S", "Pos");

  private static final List<String> OPENINGS =
      List.of("Then", "Later", "Today", "Yesterday", "Once", "Eventually");

  private final List<String> names = words("names.txt");
  private final List<String> objects = words("objects.txt");
  private final List<String> places = words("places.txt");

  public List<String> names() {
    return names;
  }

  /** Number of templates; a prompt's template is a number below. */
  public int templates() {
    return IoiPrompt.TEMPLATES.size();
  }

  /** Every word that a prompt can have, each once. */
  public List<String> words() {
    Set<String> all = new LinkedHashSet<>();
    for (List<String> template : IoiPrompt.TEMPLATES) {
      template.stream().filter(word -> !word.startsWith("{")).forEach(all::add);
    }
    all.addAll(OPENINGS);
    all.addAll(names);
    all.addAll(objects);
    all.addAll(places);
    return List.copyOf(all);
  }

  /** A prompt of two different names, everything uniform and independent. */
  public IoiPrompt draw(RandomGenerator random) {
    String io = one(names, random);
    String s = one(names, random);
    while (s.equals(io)) {
      s = one(names, random);
    }
    return new IoiPrompt(
        random.nextInt(templates()),
        one(OPENINGS, random),
        io,
        s,
        random.nextBoolean(),
        one(objects, random),
        one(places, random));
  }

  /** As many prompts. */
  public List<IoiPrompt> draw(int n, RandomGenerator random) {
    List<IoiPrompt> prompts = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      prompts.add(draw(random));
    }
    return prompts;
  }

  /** Another name than the prompt's two. */
  public String otherName(IoiPrompt prompt, RandomGenerator random) {
    String name = one(names, random);
    while (name.equals(prompt.io()) || name.equals(prompt.s())) {
      name = one(names, random);
    }
    return name;
  }

  /**
   * The prompts of a table that {@link IoiPrompt#columns} made.
   *
   * @throws InputException where a column is missing or a row is no prompt of this task
   */
  public List<IoiPrompt> read(Table table) {
    List<IoiPrompt> prompts = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      IoiPrompt prompt;
      try {
        prompt =
            new IoiPrompt(
                Integer.parseInt(table.column("template").text(row)),
                table.column("opening").text(row),
                table.column("IO").text(row),
                table.column("S").text(row),
                table.column("Pos").text(row).equals(IoiPrompt.IO_FIRST),
                table.column("object").text(row),
                table.column("place").text(row));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            "row " + row + " is no prompt of this task (" + e.getMessage() + ")",
            table.name(),
            "give the table that 'grassmann sae testbed' wrote",
            e);
      }
      prompts.add(prompt);
    }
    return prompts;
  }

  private static String one(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> words(String resource) {
    try (InputStream in = IoiTask.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
