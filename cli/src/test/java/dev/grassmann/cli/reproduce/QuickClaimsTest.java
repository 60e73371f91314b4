package dev.grassmann.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measurer;
import dev.grassmann.core.proof.Outcome;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.proof.Tier;
import dev.grassmann.core.proof.Verdict;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every quick claim of every system holds; none is skipped, for they need shipped data only. */
final class QuickClaimsTest {
  @TestFactory
  List<DynamicContainer> quickClaims() {
    Measurer measurer = new Measurer(Run.local());
    List<DynamicContainer> systems = new ArrayList<>();
    for (Reproduction proof : ReproduceCommand.known()) {
      List<DynamicTest> tests = new ArrayList<>();
      for (int i = 0; i < proof.claims().size(); i++) {
        Claim claim = proof.claims().get(i);
        int index = i;
        if (claim.tier() == Tier.QUICK) {
          tests.add(
              DynamicTest.dynamicTest(
                  claim.sentence(), () -> holds(measurer.measure(proof, index))));
        }
      }
      systems.add(DynamicContainer.dynamicContainer(proof.id(), tests));
    }
    return systems;
  }

  private static void holds(Outcome outcome) {
    assertEquals(
        Verdict.OK,
        outcome.verdict(),
        () ->
            outcome.sentence()
                + ": expected "
                + outcome.expected()
                + ", measured "
                + outcome.measured()
                + "; "
                + outcome.note());
  }
}
