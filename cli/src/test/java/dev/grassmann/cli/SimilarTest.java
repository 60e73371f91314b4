package dev.grassmann.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimilarTest {
  /** Distances as in the literature on spelling: the first four are textbook pairs. */
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "saturday,sunday,3", "ca,ac,1", "abc,abc,0", "'',abc,3"})
  void countsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int distance) {
    assertEquals(distance, Similar.distance(a, b));
    assertEquals(distance, Similar.distance(b, a));
  }

  @Test
  void findsTheNearestWordWhateverItsCase() {
    List<String> known = List.of("systems", "reproduce", "data");
    assertEquals(Optional.of("systems"), Similar.to("SYSTMES", known));
    assertEquals(Optional.of("data"), Similar.to("date", known));
  }

  @Test
  void findsNothingWhereNothingIsNear() {
    assertEquals(Optional.empty(), Similar.to("xyz", List.of("systems", "reproduce", "data")));
  }
}
