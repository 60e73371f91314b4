package dev.grassmann.cli.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules on the text of the repository. */
final class SourceRulesTest {
  private static final int LONGEST = 800;
  private static final int MEDIAN = 150;

  /** Paths of one machine, and hosts that serve packages; written so as not to match themselves. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?<![\\w.~])/(?:work|root|home/\\w+|Users/\\w+)/\\w"
              + "|repo[.]maven|repo1[.]maven|registry[.]npm|files[.]python"
              + "hosted|crates[.]io/api"
              + "|proxy[.]golang|deb[.]debian");

  @Test
  void everyPackageSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    for (Path file : Sources.java()) {
      Path folder = file.getParent();
      boolean main = Sources.name(file).contains("/src/main/java/");
      if (main && !Files.exists(folder.resolve("package-info.java"))) {
        silent.add(Sources.name(folder));
      }
    }
    assertEquals(List.of(), silent.stream().distinct().toList(), "packages without package-info");
  }

  @Test
  void filesAreShort() {
    Map<Long, String> tooLong = new TreeMap<>();
    List<Long> lengths = new ArrayList<>();
    for (Path file : Sources.java()) {
      long lines = Sources.text(file).orElseThrow().lines().count();
      lengths.add(lines);
      if (lines > LONGEST) {
        tooLong.put(lines, Sources.name(file));
      }
    }
    assertEquals(Map.of(), tooLong, "files of more than " + LONGEST + " lines");
    lengths.sort(null);
    long median = lengths.get(lengths.size() / 2);
    assertTrue(median < MEDIAN, "half of all files have more than " + median + " lines");
  }

  @Test
  void noFileNamesOneMachineOrAPackageHost() {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.all()) {
      if (file.endsWith("SourceRulesTest.java")) {
        continue;
      }
      Sources.text(file)
          .ifPresent(
              text ->
                  FOREIGN
                      .matcher(text)
                      .results()
                      .forEach(hit -> found.add(Sources.name(file) + ": " + hit.group())));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nothingIsLeftForLater() {
    Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled");
    List<String> found = new ArrayList<>();
    for (Path file : Sources.java()) {
      if (!file.endsWith("SourceRulesTest.java")
          && later.matcher(Sources.text(file).orElseThrow()).find()) {
        found.add(Sources.name(file));
      }
    }
    assertEquals(List.of(), found);
  }
}
