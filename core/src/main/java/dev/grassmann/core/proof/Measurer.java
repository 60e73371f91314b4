package dev.grassmann.core.proof;

import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Machine;
import dev.grassmann.core.run.Run;
import java.util.List;

/** Measures claims: skips what this machine cannot measure, and lets no failure pass as success. */
public final class Measurer {
  private final Run run;
  private final String machine;

  /**
   * @param run seed, threads, device, progress and cancellation of every measurement
   */
  public Measurer(Run run) {
    this.run = run;
    Machine here = Machine.here();
    this.machine =
        here.cpu() + ", " + here.cores() + " cores, Java " + here.java() + ", " + run.device();
  }

  /**
   * Measures one claim. A measurement that throws does not hold, with the failure as its note.
   *
   * @param index position in {@link Reproduction#claims()}
   * @throws CancelledException where the run was cancelled
   */
  public Outcome measure(Reproduction reproduction, int index) {
    Claim claim = reproduction.claims().get(index);
    long start = System.nanoTime();
    Measured measured = measured(claim);
    double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    return new Outcome(
        reproduction.system(),
        reproduction.id(),
        index + 1,
        claim.sentence(),
        claim.source(),
        claim.tier(),
        claim.expected(),
        measured.value(),
        measured.verdict(),
        measured.note(),
        seconds,
        machine);
  }

  private Measured measured(Claim claim) {
    List<String> missing =
        claim.data().stream().filter(name -> Catalogue.of(name).path().isEmpty()).toList();
    if (!missing.isEmpty()) {
      return Measured.skipped("needs " + String.join(", ", missing));
    }
    if (claim.tier() == Tier.GPU && !run.device().equals("cuda")) {
      return Measured.skipped("needs --device cuda");
    }
    try {
      return claim.measurement().measure(run);
    } catch (CancelledException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      return new Measured("failed", Verdict.DOES_NOT_HOLD, String.valueOf(e));
    }
  }
}
