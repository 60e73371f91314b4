package dev.grassmann.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  @Test
  void everySetSaysWhatItIsAndWhereItComesFrom() {
    for (DataSet set : Catalogue.all()) {
      assertTrue(set.sha256().matches("[0-9a-f]{64}"), set.name());
      assertTrue(set.name().matches("[a-z0-9-]+"), set.name());
      assertTrue(
          !set.what().isBlank() && !set.licence().isBlank() && !set.source().isBlank(), set.name());
    }
  }

  @Test
  void noTwoSetsShareANameOrAFile() {
    List<DataSet> all = Catalogue.all();
    assertEquals(all.size(), all.stream().map(DataSet::name).distinct().count());
    assertEquals(all.size(), all.stream().map(DataSet::file).distinct().count());
  }

  @Test
  void whatIsShippedIsThereAndIntact() throws IOException {
    Path data = Path.of(System.getenv("GRASSMANN_HOME"), "data");
    for (DataSet set : Catalogue.all()) {
      if (set.shipped()) {
        assertEquals(set.sha256(), Fingerprint.sha256(data.resolve(set.file())), set.name());
      }
    }
  }

  @Test
  void nothingIsShippedWithoutALine() throws IOException {
    Path data = Path.of(System.getenv("GRASSMANN_HOME"), "data");
    List<String> named =
        Catalogue.all().stream().filter(DataSet::shipped).map(DataSet::file).sorted().toList();
    try (var files = Files.walk(data)) {
      List<String> present =
          files
              .filter(Files::isRegularFile)
              .map(file -> data.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertEquals(named, present);
    }
  }

  @Test
  void refusesAnUnknownName() {
    InputException refusal = assertThrows(InputException.class, () -> Catalogue.of("nosuch"));
    assertEquals("there is no data set 'nosuch'", refusal.what());
    assertTrue(refusal.mend().startsWith("names are mushrooms, "), refusal.mend());
  }
}
