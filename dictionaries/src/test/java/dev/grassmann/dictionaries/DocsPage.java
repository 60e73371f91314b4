package dev.grassmann.dictionaries;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a system's page to the test that runs its lines. */
public final class DocsPage {
  private DocsPage() {}

  /**
   * Checks that each Java line of a page stands in a test, which runs it.
   *
   * @return how many lines there are
   */
  public static int shownBy(String page, Class<?> test) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    root = Files.exists(root.resolve("docs")) ? root : root.getParent();
    String text = Files.readString(root.resolve("docs/systems/" + page + ".md"));
    String here = "dictionaries/src/test/java/" + test.getName().replace('.', '/') + ".java";
    String source = Files.readString(root.resolve(here));
    List<String> shown = new ArrayList<>();
    boolean java = false;
    for (String line : text.lines().toList()) {
      java = line.equals("```java") || (java && !line.equals("```"));
      if (java && !line.startsWith("```")) {
        shown.add(line);
      }
    }
    shown.forEach(line -> assertTrue(source.contains("    " + line + "\n"), line));
    return shown.size();
  }
}
