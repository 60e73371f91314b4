package dev.grassmann.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  enum Order {
    FIRST_COME,
    SORTED
  }

  record Config(
      @Option(help = "rows scored together", min = 2, max = 1_000, unit = "rows") int batchSize,
      @Option(help = "weight", min = 0, minExclusive = true) double weight,
      @Option(help = "order") Order order,
      @Option(help = "sizes", min = 1) List<Integer> sizes,
      @Option(help = "target", flag = "2nd-target") String target) {}

  private static final Config CONFIG = new Config(10, 0.5, Order.SORTED, List.of(1, 2), "label");

  @Test
  void namesFlagsAndBoundsComeFromTheRecord() {
    List<Options.Entry> entries = Options.of(CONFIG);
    assertEquals("batch-size", entries.get(0).flag());
    assertEquals("2 to 1,000 rows", entries.get(0).bounds());
    assertEquals("above 0", entries.get(1).bounds());
    assertEquals("first-come|sorted", entries.get(2).bounds());
    assertEquals("2nd-target", entries.get(4).flag());
  }

  record Shared(@Option(help = "steps", min = 1) int steps, @Option(help = "rate") double rate) {}

  record Grouped(
      @Option(help = "width") int width, Shared shared, @Option(help = "name") String name) {}

  @Test
  void optionsOfAGroupStandWhereTheGroupStands() {
    Grouped config = new Grouped(3, new Shared(5, 0.1), "a");
    assertEquals(
        List.of("width", "steps", "rate", "name"),
        Options.of(config).stream().map(Options.Entry::flag).toList());
    assertEquals(
        new Grouped(4, new Shared(7, 0.1), "a"),
        Options.with(config, Map.of("width", "4", "steps", "7")));
    assertEquals(
        "{\"width\":3,\"steps\":5,\"rate\":0.1,\"name\":\"a\"}", Options.json(config).toString());
    assertEquals(
        "--steps: is 0; allowed: at least 1",
        assertThrows(InputException.class, () -> Options.check(Options.with(config, "steps", 0)))
            .getMessage());
  }

  @Test
  void textIsReadAsTheOptionsType() {
    Config changed =
        Options.with(CONFIG, Map.of("batch-size", "1_000", "order", "first-come", "sizes", "3, 4"));
    assertEquals(new Config(1000, 0.5, Order.FIRST_COME, List.of(3, 4), "label"), changed);
  }

  @Test
  void aValueOutOfBoundsIsRefusedByName() {
    InputException refused =
        assertThrows(
            InputException.class, () -> Options.check(Options.with(CONFIG, "batchSize", 1)));
    assertEquals("--batch-size: is 1; allowed: 2 to 1,000 rows", refused.getMessage());
    refused =
        assertThrows(
            InputException.class, () -> Options.check(Options.with(CONFIG, "weight", Double.NaN)));
    assertEquals("--weight: is NaN; allowed: above 0", refused.getMessage());
    refused =
        assertThrows(
            InputException.class, () -> Options.check(Options.with(CONFIG, "sizes", "1,0")));
    assertEquals("--sizes: is 0; allowed: at least 1", refused.getMessage());
  }

  @Test
  void unknownNamesAndUnreadableTextsAreRefused() {
    InputException refused =
        assertThrows(InputException.class, () -> Options.with(CONFIG, "colour", "red"));
    assertEquals(
        "unknown option 'colour'; options are batch-size, weight, order, sizes, 2nd-target",
        refused.getMessage());
    refused = assertThrows(InputException.class, () -> Options.with(CONFIG, "order", "random"));
    assertEquals("--order: 'random' is unknown; allowed: first-come|sorted", refused.getMessage());
    refused = assertThrows(InputException.class, () -> Options.with(CONFIG, "batchSize", "ten"));
    assertEquals(
        "--batch-size: 'ten' is not a whole number; allowed: 2 to 1,000 rows",
        refused.getMessage());
  }

  @Test
  void jsonHoldsEveryOption() {
    assertEquals(
        "{\"batchSize\":10,\"weight\":0.5,\"order\":\"sorted\",\"sizes\":[1,2],\"target\":\"label\"}",
        Options.json(CONFIG).toString());
  }
}
