package dev.grassmann.core.ioi;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One prompt: a sentence with two names, then one of them (S) again; the next word should be the
 * other (IO).
 *
 * @param template 0 to 2
 * @param opening first word
 * @param io the name that occurs once, which is the answer
 * @param s the name that occurs twice
 * @param ioFirst whether IO is named before S (pattern ABB), else after (BAB)
 */
public record IoiPrompt(
    int template,
    String opening,
    String io,
    String s,
    boolean ioFirst,
    String object,
    String place) {
  /** Value of the attribute Pos where IO is named first. */
  public static final String IO_FIRST = "ABB";

  /** Value of the attribute Pos where S is named first. */
  public static final String S_FIRST = "BAB";

  static final List<List<String>> TEMPLATES =
      List.of(
          words("{opening} , {A} and {B} went to the {place} . {C} gave the {object} to"),
          words(
              "{opening} , {A} and {B} talked about the {object} at the {place} . Afterwards ,"
                  + " {C} said to"),
          words(
              "{opening} , while {A} and {B} were cleaning the {place} , {C} passed the {object}"
                  + " to"));

  /** Most words of a prompt. */
  public static final int LONGEST = TEMPLATES.stream().mapToInt(List::size).max().orElseThrow();

  /** Where in a prompt something is looked at. */
  public enum Role {
    /** The one mention of IO. */
    IO,
    /** The first mention of S. */
    S1,
    /** The second mention of S. */
    S2,
    /** The last word. */
    END
  }

  public IoiPrompt {
    if (template < 0 || template >= TEMPLATES.size()) {
      throw new IllegalArgumentException("template " + template);
    }
    if (io.isEmpty() || io.equals(s)) {
      throw new IllegalArgumentException("names '" + io + "' and '" + s + "'");
    }
  }

  /** Its words in order; marks such as commas are words too. */
  public List<String> words() {
    return TEMPLATES.get(template).stream().map(this::filled).toList();
  }

  /** Its words with spaces between. */
  public String text() {
    return String.join(" ", words());
  }

  /** Place of a role among the words, from 0. */
  public int position(Role role) {
    List<String> slots = TEMPLATES.get(template);
    return switch (role) {
      case IO -> slots.indexOf(ioFirst ? "{A}" : "{B}");
      case S1 -> slots.indexOf(ioFirst ? "{B}" : "{A}");
      case S2 -> slots.indexOf("{C}");
      case END -> slots.size() - 1;
    };
  }

  public IoiPrompt withIo(String name) {
    return new IoiPrompt(template, opening, name, s, ioFirst, object, place);
  }

  public IoiPrompt withS(String name) {
    return new IoiPrompt(template, opening, io, name, ioFirst, object, place);
  }

  /** The same with the first two names in the other order. */
  public IoiPrompt swapped() {
    return new IoiPrompt(template, opening, io, s, !ioFirst, object, place);
  }

  /** Value of the attribute Pos. */
  public String pos() {
    return ioFirst ? IO_FIRST : S_FIRST;
  }

  /** Prompts as a table: the text, the attributes, and what else they are made of. */
  public static Table columns(String name, List<IoiPrompt> prompts) {
    return new Table(
        name,
        List.of(
            column("prompt", prompts, IoiPrompt::text),
            column("IO", prompts, IoiPrompt::io),
            column("S", prompts, IoiPrompt::s),
            column("Pos", prompts, IoiPrompt::pos),
            column("template", prompts, p -> Integer.toString(p.template())),
            column("opening", prompts, IoiPrompt::opening),
            column("object", prompts, IoiPrompt::object),
            column("place", prompts, IoiPrompt::place)));
  }

  private static Column column(
      String name, List<IoiPrompt> prompts, Function<IoiPrompt, String> value) {
    List<String> values = new ArrayList<>();
    int[] codes = new int[prompts.size()];
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 0; row < codes.length; row++) {
      String text = value.apply(prompts.get(row));
      codes[row] =
          seen.computeIfAbsent(
              text,
              fresh -> {
                values.add(fresh);
                return values.size() - 1;
              });
    }
    return new Column.Categorical(name, codes, values, -1);
  }

  private String filled(String slot) {
    return switch (slot) {
      case "{opening}" -> opening;
      case "{A}" -> ioFirst ? io : s;
      case "{B}" -> ioFirst ? s : io;
      case "{C}" -> s;
      case "{object}" -> object;
      case "{place}" -> place;
      default -> slot;
    };
  }

  private static List<String> words(String template) {
    return Arrays.asList(template.split(" "));
  }
}
