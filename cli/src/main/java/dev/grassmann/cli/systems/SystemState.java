package dev.grassmann.cli.systems;

import dev.grassmann.core.Systems;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.Verdict;
import java.util.List;

/**
 * One system as it stands.
 *
 * @param system who it is
 * @param built whether a method or a proof of it is here
 * @param commands the commands that run it
 * @param outcomes the newest measurement of each of its claims
 */
record SystemState(
    Systems.Entry system, boolean built, List<String> commands, List<Outcome> outcomes) {
  SystemState {
    commands = List.copyOf(commands);
    outcomes = List.copyOf(outcomes);
  }

  long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  /** Claims that were measured, not skipped. */
  long measured() {
    return outcomes.size() - count(Verdict.SKIPPED);
  }

  /** Whether every measured claim holds, and at least one was measured. */
  boolean reproduced() {
    return measured() > 0 && count(Verdict.DOES_NOT_HOLD) == 0;
  }

  /** For a table's cell: {@code 6/6 hold}, or what is missing. */
  String proof() {
    if (!built) {
      return "";
    }
    return measured() == 0 ? "not run" : count(Verdict.OK) + "/" + measured() + " hold";
  }
}
