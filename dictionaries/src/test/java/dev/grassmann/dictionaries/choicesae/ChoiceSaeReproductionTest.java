package dev.grassmann.dictionaries.choicesae;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.proof.Tier;
import dev.grassmann.core.proof.Verdict;
import dev.grassmann.core.run.Run;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ChoiceSaeReproductionTest {
  @TestFactory
  Stream<DynamicTest> everyQuickClaimHolds() {
    return new ChoiceSaeReproduction()
        .claims().stream()
            .filter(claim -> claim.tier() == Tier.QUICK)
            .map(
                claim ->
                    DynamicTest.dynamicTest(
                        claim.sentence(),
                        () ->
                            assertEquals(
                                Verdict.OK, claim.measurement().measure(Run.local()).verdict())));
  }
}
