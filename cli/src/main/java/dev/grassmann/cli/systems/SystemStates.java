package dev.grassmann.cli.systems;

import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
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
      List<String> commands =
          methods.all().stream()
              .map(Method::info)
              .filter(info -> info.system() == system.number())
              .map(MethodInfo::command)
              .distinct()
              .toList();
      boolean built =
          !commands.isEmpty() || proofs.stream().anyMatch(p -> p.system() == system.number());
      List<Outcome> own =
          outcomes.stream().filter(outcome -> outcome.system() == system.number()).toList();
      states.add(new SystemState(system, built, commands, own));
    }
    return states;
  }
}
