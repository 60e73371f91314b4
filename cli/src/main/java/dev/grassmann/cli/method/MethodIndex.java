package dev.grassmann.cli.method;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** All methods, by command; within a command the default first, then by id. */
public final class MethodIndex {
  private final SortedMap<String, List<Method<?, ?, ?>>> byCommand = new TreeMap<>();

  MethodIndex(Iterable<Method<?, ?, ?>> methods) {
    for (Method<?, ?, ?> method : methods) {
      byCommand.computeIfAbsent(method.info().command(), c -> new ArrayList<>()).add(method);
    }
    for (List<Method<?, ?, ?>> group : byCommand.values()) {
      group.sort(
          Comparator.comparing((Method<?, ?, ?> m) -> !m.info().standard())
              .thenComparing(m -> m.info().id()));
    }
  }

  /** Those named in {@code META-INF/services/dev.grassmann.core.Method}. */
  public static MethodIndex load() {
    List<Method<?, ?, ?>> methods = new ArrayList<>();
    ServiceLoader.load(Method.class).forEach(methods::add);
    return new MethodIndex(methods);
  }

  /** All commands, in alphabetical order. */
  public List<String> commands() {
    return List.copyOf(byCommand.keySet());
  }

  /** The methods of a command, the default first; at least one. */
  public List<Method<?, ?, ?>> methods(String command) {
    return List.copyOf(byCommand.get(command));
  }

  /** All methods, by command. */
  public List<Method<?, ?, ?>> all() {
    return byCommand.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The method of this id, or the command's default where the id is null.
   *
   * @throws InputException naming the command's methods
   */
  Method<?, ?, ?> method(String command, String id) {
    List<Method<?, ?, ?>> group = byCommand.get(command);
    if (id == null) {
      return group.get(0);
    }
    return group.stream()
        .filter(method -> method.info().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "there is no method '" + id + "'",
                    "--method",
                    "methods of '"
                        + command
                        + "' are "
                        + String.join(", ", group.stream().map(m -> m.info().id()).toList())));
  }
}
