package dev.grassmann.cli.systems;

import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.Method;
import dev.grassmann.core.Systems;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Puts together what is known of each system. */
final class SystemStates {
  private SystemStates() {}

  static List<SystemState> of(MethodIndex methods, List<Outcome> outcomes) {
    List<Reproduction> proofs = new ArrayList<>();
    ServiceLoader.load(Reproduction.class).forEach(proofs::add);
    List<SystemState> states = new ArrayList<>();
    for (Systems.Entry system : Systems.all()) {
      List<Method<?, ?, ?>> own = own(methods, system);
      // a family's baselines carry the number of its first system, so both are asked for
      boolean built = !own.isEmpty() && proofs.stream().anyMatch(p -> p.id().equals(system.id()));
      List<String> commands =
          built ? own.stream().map(m -> m.info().command()).distinct().toList() : List.of();
      List<Outcome> measured =
          outcomes.stream().filter(outcome -> outcome.id().equals(system.id())).toList();
      states.add(new SystemState(system, built, commands, built ? measured : List.of()));
    }
    return states;
  }

  /** Methods that live in the system's own package. */
  private static List<Method<?, ?, ?>> own(MethodIndex methods, Systems.Entry system) {
    String home = "dev.grassmann." + system.room() + "." + system.id();
    return methods.all().stream()
        .filter(
            method -> {
              String at = method.getClass().getPackageName();
              return at.equals(home) || at.startsWith(home + ".");
            })
        .toList();
  }
}
