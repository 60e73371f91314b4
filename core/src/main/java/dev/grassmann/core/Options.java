package dev.grassmann.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads a config record's {@link Option} components: the one place that knows options. */
public final class Options {
  private Options() {}

  /**
   * One option of a config.
   *
   * @param name the component's name, in camel case
   * @param flag the command line's name, with dashes, e.g. {@code batch-size}
   * @param type class of a single value ({@code int}, {@code double}, an enum, ...)
   * @param list whether several values may be given
   * @param about help, bounds and unit
   * @param value the default
   */
  public record Entry(
      String name, String flag, Class<?> type, boolean list, Option about, Object value) {
    /** Values allowed, for people: {@code 1 to 100 rows}, {@code mi|ami}, or empty. */
    public String bounds() {
      if (type.isEnum()) {
        return String.join("|", words(type));
      }
      boolean low = about.min() != Double.NEGATIVE_INFINITY;
      boolean high = about.max() != Double.POSITIVE_INFINITY;
      String unit = about.unit().isEmpty() ? "" : " " + about.unit();
      if (low && high) {
        String upper = (about.maxExclusive() ? "below " : "") + number(about.max());
        return (about.minExclusive() ? "above " : "") + number(about.min()) + " to " + upper + unit;
      }
      if (low) {
        return (about.minExclusive() ? "above " : "at least ") + number(about.min()) + unit;
      }
      return high
          ? (about.maxExclusive() ? "below " : "at most ") + number(about.max()) + unit
          : about.unit();
    }
  }

  /**
   * All options of a config, in the record's order, with the config's values. A component that is
   * itself a record of options stands for all of them, so that methods can share a group.
   */
  public static List<Entry> of(Record config) {
    List<Entry> entries = new ArrayList<>();
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      if (component.getType().isRecord()) {
        entries.addAll(of((Record) get(config, component)));
        continue;
      }
      Option about = component.getAnnotation(Option.class);
      if (about == null) {
        throw new IllegalStateException(component + " of " + config.getClass() + " lacks @Option");
      }
      boolean list = component.getType() == List.class;
      Class<?> type =
          list
              ? (Class<?>)
                  ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
              : component.getType();
      entries.add(
          new Entry(
              component.getName(),
              about.flag().isEmpty() ? flag(component.getName()) : about.flag(),
              type,
              list,
              about,
              get(config, component)));
    }
    return entries;
  }

  /**
   * The config itself, when every value is within its bounds.
   *
   * @throws InputException naming the option, its value and its bounds
   */
  public static <C extends Record> C check(C config) {
    for (Entry entry : of(config)) {
      if (entry.value() == null) {
        throw new InputException("--" + entry.flag() + " has no value", "", "give one");
      }
      List<?> values = entry.list() ? (List<?>) entry.value() : List.of(entry.value());
      for (Object value : values) {
        checkBounds(entry, value);
      }
    }
    return config;
  }

  /** A copy of the config with one component changed; {@code name} as in the record. */
  public static <C extends Record> C with(C config, String name, Object value) {
    return with(config, Map.of(name, value));
  }

  /**
   * A copy with several components changed, each given as a value of its type or as text.
   *
   * @throws InputException where a name is unknown, or a text cannot be read as the option's type
   */
  public static <C extends Record> C with(C config, Map<String, ?> changes) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Entry> entries = of(config);
    for (Entry entry : entries) {
      values.put(entry.name(), entry.value());
    }
    for (Map.Entry<String, ?> change : changes.entrySet()) {
      Entry entry =
          entries.stream()
              .filter(e -> e.name().equals(change.getKey()) || e.flag().equals(change.getKey()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "unknown option '" + change.getKey() + "'",
                          "",
                          "options are "
                              + String.join(", ", entries.stream().map(Entry::flag).toList())));
      values.put(entry.name(), value(entry, change.getValue()));
    }
    return make(config, values);
  }

  /** The config as JSON, for {@code run.json}. */
  public static ObjectNode json(Record config) {
    ObjectNode node = Json.object();
    for (Entry entry : of(config)) {
      Object value = entry.type().isEnum() ? words(entry) : entry.value();
      node.set(entry.name(), Json.tree(value));
    }
    return node;
  }

  /**
   * Words of an enum as the command line writes them: {@code LABEL_CONDITIONED} is {@code
   * label-conditioned}.
   */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object words(Entry entry) {
    return entry.list()
        ? ((List<?>) entry.value()).stream().map(v -> word((Enum<?>) v)).toList()
        : word((Enum<?>) entry.value());
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(v -> word((Enum<?>) v)).toList();
  }

  private static Object value(Entry entry, Object given) {
    if (!entry.list()) {
      return given instanceof String text ? parse(entry, text) : given;
    }
    if (given instanceof String text) {
      return text.isBlank()
          ? List.of()
          : Arrays.stream(text.split(",", -1)).map(part -> parse(entry, part.strip())).toList();
    }
    return ((List<?>) given)
        .stream().map(v -> v instanceof String text ? parse(entry, text) : v).toList();
  }

  private static Object parse(Entry entry, String text) {
    Class<?> type = entry.type();
    try {
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(text.replace("_", ""));
      }
      if (type == long.class || type == Long.class) {
        return Long.valueOf(text.replace("_", ""));
      }
      if (type == double.class || type == Double.class) {
        return Double.valueOf(text);
      }
    } catch (NumberFormatException e) {
      String kind = type == double.class || type == Double.class ? "number" : "whole number";
      throw refusal(entry, "'" + text + "' is not a " + kind);
    }
    if (type == boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw refusal(entry, "'" + text + "' is neither true nor false");
      }
      return Boolean.valueOf(text);
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (word((Enum<?>) constant).equals(text.toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw refusal(entry, "'" + text + "' is unknown");
    }
    return text;
  }

  private static void checkBounds(Entry entry, Object value) {
    if (!(value instanceof Number number)) {
      return;
    }
    double x = number.doubleValue();
    Option about = entry.about();
    boolean low = about.minExclusive() ? x > about.min() : x >= about.min();
    boolean high = about.maxExclusive() ? x < about.max() : x <= about.max();
    boolean unbounded =
        about.min() == Double.NEGATIVE_INFINITY && about.max() == Double.POSITIVE_INFINITY;
    if (Double.isNaN(x) || !(unbounded || (low && high))) {
      throw refusal(entry, "is " + number(x));
    }
  }

  private static InputException refusal(Entry entry, String what) {
    String bounds = entry.bounds();
    return new InputException(
        what, "--" + entry.flag(), bounds.isEmpty() ? "see --help" : "allowed: " + bounds);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Double.toString(value);
  }

  private static String flag(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static Object get(Record config, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <C extends Record> C make(C config, Map<String, Object> named) {
    @SuppressWarnings("unchecked")
    Class<C> type = (Class<C>) config.getClass();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(
                component ->
                    component.getType().isRecord()
                        ? make((Record) get(config, component), named)
                        : named.get(component.getName()))
            .toArray();
    try {
      var constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException refused) {
        throw refused;
      }
      throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
