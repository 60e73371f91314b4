package dev.grassmann.cli.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.cli.Console;
import dev.grassmann.cli.method.CommandTexts;
import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.Systems;
import dev.grassmann.core.proof.Reproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is built is documented, and what is documented is there. */
final class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySystemWithAProofHasAPage() {
    List<String> pages = new ArrayList<>();
    for (Reproduction proof : ServiceLoader.load(Reproduction.class)) {
      if (Systems.all().stream().anyMatch(s -> s.id().equals(proof.id()))) {
        pages.add("docs/systems/" + proof.id() + ".md");
      }
    }
    assertEquals(List.of(), missing(pages));
  }

  @Test
  void everyCommandHasAPage() {
    List<String> nouns = new ArrayList<>(List.of("systems", "reproduce", "data"));
    MethodIndex.load().commands().forEach(command -> nouns.add(command.split(" ")[0]));
    List<String> pages = nouns.stream().map(noun -> "docs/verbs/" + noun + ".md").toList();
    assertEquals(List.of(), missing(pages));
  }

  @Test
  void everyCommandHasASummaryAndTwoExamples() {
    CommandTexts texts = CommandTexts.load();
    List<String> poor =
        MethodIndex.load().commands().stream()
            .filter(c -> texts.of(c).summary().isEmpty() || texts.of(c).examples().size() < 2)
            .toList();
    assertEquals(List.of(), poor, "commands without a summary or two examples in commands.tsv");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path file : Sources.all()) {
      if (!file.toString().endsWith(".md")) {
        continue;
      }
      Matcher link = LINK.matcher(Sources.text(file).orElseThrow());
      while (link.find()) {
        Path page = file.getParent().resolve(link.group(1).strip()).normalize();
        if (!missing(List.of(Sources.name(page))).isEmpty()) {
          broken.add(Sources.name(file) + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  /** The tests whose names end in DocsExampleTest hold the lines as they stand, and run them. */
  @Test
  void everyLineOfJavaThatASystemsPageShowsIsRunByATest() {
    Set<String> run =
        Sources.java().stream()
            .filter(file -> file.endsWith("DocsExampleTest.java"))
            .flatMap(file -> Sources.text(file).orElseThrow().lines())
            .map(String::strip)
            .collect(Collectors.toSet());
    List<String> untried = new ArrayList<>();
    for (Path page : Sources.all()) {
      if (page.startsWith(Sources.root().resolve("docs/systems"))) {
        Matcher block = JAVA.matcher(Sources.text(page).orElseThrow());
        while (block.find()) {
          block
              .group(1)
              .lines()
              .map(String::strip)
              .filter(line -> !run.contains(line))
              .forEach(line -> untried.add(Sources.name(page) + ": " + line));
        }
      }
    }
    assertEquals(List.of(), untried);
  }

  @Test
  void theReadmesTableIsWhatTheCommandPrints() throws IOException {
    String readme = Files.readString(Sources.root().resolve("README.md"));
    String begin = "<!-- systems: made by 'grassmann systems --markdown' -->\n";
    String end = "<!-- end of systems -->";
    int from = readme.indexOf(begin) + begin.length();
    String table = readme.substring(from, readme.indexOf(end));
    assertEquals(Console.run("systems", "--markdown").out(), table);
  }

  private static List<String> missing(List<String> pages) {
    return pages.stream()
        .distinct()
        .filter(page -> !Files.exists(Sources.root().resolve(page)))
        .toList();
  }
}
