package dev.grassmann.dictionaries.polysae;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Tier;
import dev.grassmann.core.proof.Verdict;
import dev.grassmann.core.run.Run;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolySaeReproductionTest {
  @TestFactory
  Stream<DynamicTest> everyQuickClaimHolds() {
    return new PolySaeReproduction()
        .claims().stream()
            .filter(claim -> claim.tier() == Tier.QUICK)
            .map(claim -> DynamicTest.dynamicTest(claim.sentence(), () -> check(claim)));
  }

  private static void check(Claim claim) throws Exception {
    Measured measured = claim.measurement().measure(Run.local());
    assertEquals(
        Verdict.OK,
        measured.verdict(),
        claim.expected() + " expected, measured " + measured.value() + " " + measured.note());
  }
}
