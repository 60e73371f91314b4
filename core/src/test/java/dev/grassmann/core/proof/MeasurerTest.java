package dev.grassmann.core.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeasurerTest {
  @TempDir private Path folder;

  private record Proof(List<Claim> claims) implements Reproduction {
    @Override
    public int system() {
      return 7;
    }

    @Override
    public String id() {
      return "seven";
    }
  }

  private static Outcome measure(Claim claim) {
    return new Measurer(Run.local()).measure(new Proof(List.of(claim)), 0);
  }

  @Test
  void aMeasurementThatThrowsDoesNotHold() {
    Outcome outcome =
        measure(
            Claim.quick(
                "s",
                "ground truth",
                "1",
                run -> {
                  throw new IOException("disk full");
                }));
    assertEquals(Verdict.DOES_NOT_HOLD, outcome.verdict());
    assertEquals("java.io.IOException: disk full", outcome.note());
  }

  @Test
  void aClaimWhoseDataIsNotHereIsSkippedByName() {
    String absent = "criteo-10k";
    Claim claim = Claim.full("s", "table 1", "1", List.of(absent), run -> Measured.of("1", true));
    if (dev.grassmann.core.catalogue.Catalogue.of(absent).path().isPresent()) {
      assertEquals(Verdict.OK, measure(claim).verdict());
    } else {
      assertEquals(Verdict.SKIPPED, measure(claim).verdict());
      assertEquals("needs criteo-10k", measure(claim).note());
    }
  }

  @Test
  void aClaimForAGpuIsSkippedOnACpu() {
    Claim claim = new Claim("s", "t", Tier.GPU, "1", List.of(), run -> Measured.of("1", true));
    assertEquals("needs --device cuda", measure(claim).note());
  }

  @Test
  void stoppingIsNoFailure() {
    Claim claim =
        Claim.quick(
            "s",
            "t",
            "1",
            run -> {
              throw new CancelledException("measuring");
            });
    assertThrows(CancelledException.class, () -> measure(claim));
  }

  @Test
  void aNewMeasurementReplacesTheOldAndASkipDoesNot() {
    Claim held = Claim.quick("a", "t", "1", run -> Measured.of("1", true));
    Claim fell = Claim.quick("a", "t", "1", run -> Measured.of("0", false));
    Claim skipped = Claim.quick("a", "t", "1", run -> Measured.skipped("needs x"));
    List<Reproduction> known = List.of(new Proof(List.of(held)));
    OutcomeFile file = new OutcomeFile(folder.resolve("deep/reproduction.json"));
    file.merge(List.of(measure(held)), known);
    file.merge(List.of(measure(skipped)), known);
    assertEquals(List.of("1"), file.read().stream().map(Outcome::measured).toList());
    file.merge(List.of(measure(fell)), known);
    assertEquals(List.of("0"), file.read().stream().map(Outcome::measured).toList());
    assertEquals(Verdict.DOES_NOT_HOLD, file.read().get(0).verdict());
  }

  @Test
  void aClaimThatIsNoLongerMadeIsForgotten() {
    Claim old = Claim.quick("old", "t", "1", run -> Measured.of("1", true));
    Claim now = Claim.quick("new", "t", "1", run -> Measured.of("1", true));
    OutcomeFile file = new OutcomeFile(folder.resolve("reproduction.json"));
    file.merge(List.of(measure(old)), List.of(new Proof(List.of(old))));
    file.merge(List.of(measure(now)), List.of(new Proof(List.of(now))));
    assertEquals(List.of("new"), file.read().stream().map(Outcome::sentence).toList());
  }

  @Test
  void anOlderMeasurementTakesTheNumberThatItsClaimHasByNow() {
    Claim old = Claim.quick("old", "t", "1", run -> Measured.of("1", true));
    Claim now = Claim.quick("new", "t", "1", run -> Measured.of("1", true));
    OutcomeFile file = new OutcomeFile(folder.resolve("reproduction.json"));
    file.merge(List.of(measure(old)), List.of(new Proof(List.of(old))));
    file.merge(List.of(measure(now)), List.of(new Proof(List.of(now, old))));
    assertEquals(List.of("new", "old"), file.read().stream().map(Outcome::sentence).toList());
    assertEquals(List.of(1, 2), file.read().stream().map(Outcome::claim).toList());
  }

  @Test
  void refusesAFileOfSomethingElse() throws IOException {
    Path file = folder.resolve("reproduction.json");
    Files.writeString(file, "{\"outcomes\": [{\"tier\": \"slow\"}]}");
    InputException refusal = assertThrows(InputException.class, () -> new OutcomeFile(file).read());
    assertEquals(
        file
            + ": is not a file of outcomes (No enum constant dev.grassmann.core.proof.Tier.SLOW);"
            + " delete it and run 'grassmann reproduce' again",
        refusal.getMessage());
  }
}
