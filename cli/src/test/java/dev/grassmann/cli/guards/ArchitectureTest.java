package dev.grassmann.cli.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's rules, on the compiled classes. */
final class ArchitectureTest {
  /** From the bottom up; a room may use the rooms before it that stand in {@link #mayUse}. */
  private static final List<String> ROOMS =
      List.of(
          "core",
          "engine",
          "tables",
          "dictionaries",
          "clusters",
          "compare",
          "recommend",
          "language",
          "weights",
          "vision",
          "sequences",
          "spark",
          "cli");

  /** Public only because another package of the same family uses it. */
  private static final List<String> WITHIN_A_FAMILY =
      List.of(
          "Autoencoder",
          "CodeRows",
          "ConvAutoencoder",
          "DenseAffinity",
          "DenseAutoencoder",
          "Networks",
          "SymmetricCodes");

  /** Where the module's classes are once it is built, which in a whole build it is before. */
  private static final Path SPARK = Path.of("../spark/target/classes");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importLocations(locations());

  /** What is on the class path, and the room that is not: the command line runs without Spark. */
  private static List<Location> locations() {
    List<Location> locations = new ArrayList<>(Locations.ofPackage("dev.grassmann"));
    if (Files.isDirectory(SPARK)) {
      locations.add(Location.of(SPARK));
    }
    return locations;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core",
        "engine",
        "tables",
        "dictionaries",
        "clusters",
        "compare",
        "recommend",
        "language",
        "weights",
        "vision",
        "sequences",
        "spark"
      })
  void usesOnlyTheRoomsBelowIt(String room) {
    String[] others =
        ROOMS.stream()
            .filter(other -> !other.equals(room) && !mayUse(room).contains(other))
            .map(other -> "dev.grassmann." + other + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that(resideInAPackage("dev.grassmann." + room + ".."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(others)));
  }

  /**
   * Families do not know each other: what two of them share moves down. On a cluster every family
   * may be called, but libtorch's natives stay at home.
   */
  private static List<String> mayUse(String room) {
    return switch (room) {
      case "core" -> List.of();
      case "engine" -> List.of("core");
      case "spark" ->
          ROOMS.subList(0, ROOMS.indexOf("spark")).stream()
              .filter(below -> !below.equals("engine"))
              .toList();
      default -> List.of("core", "engine");
    };
  }

  /** A module that is not looked at would pass every rule. */
  @ParameterizedTest
  @ValueSource(
      strings = {"core", "engine", "tables", "dictionaries", "clusters", "compare", "spark", "cli"})
  void looksAtEveryRoomThereIs(String room) {
    assumeTrue(!room.equals("spark") || Files.isDirectory(SPARK), "spark is not built");
    assertTrue(CLASSES.stream().anyMatch(type -> isIn(type, room)), room + " is not looked at");
  }

  private static boolean isIn(JavaClass type, String room) {
    return type.getPackageName().startsWith("dev.grassmann." + room);
  }

  @Test
  void showsNoTensorOutsideTheEngineAndTheLayers() {
    List<String> shown = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      boolean mayShow =
          Stream.of("engine", "vision", "sequences").anyMatch(room -> isIn(type, room));
      if (mayShow || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
        continue;
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        boolean open =
            unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
        if (open && mentionsLibTorch(unit) && !WITHIN_A_FAMILY.contains(type.getSimpleName())) {
          shown.add(unit.getFullName());
        }
      }
    }
    assertEquals(List.of(), shown, "public signatures with a type of org.bytedeco");
  }

  private static boolean mentionsLibTorch(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .anyMatch(type -> type.getPackageName().startsWith("org.bytedeco"));
  }

  @Test
  void printsNothingButThroughTheTerminal() {
    check(noClasses().should().accessField(System.class, "out"));
    check(noClasses().should().accessField(System.class, "err"));
    check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    check(noClasses().should().callMethod(Throwable.class, "printStackTrace", PrintStream.class));
  }

  @Test
  void drawsEveryRandomNumberFromASeed() {
    check(noClasses().should().callConstructor(Random.class));
    check(noClasses().should().callConstructor(java.util.SplittableRandom.class));
    check(noClasses().should().callMethod(Collections.class, "shuffle", List.class));
    check(noClasses().should().callMethod(Math.class, "random"));
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom"));
  }

  @Test
  void neitherSleepsNorCollectsNorDeserialises() {
    check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    check(noClasses().should().callMethod(System.class, "gc"));
    check(noClasses().should().callMethod(Runtime.class, "gc"));
    check(noClasses().should().callConstructor(ObjectInputStream.class, java.io.InputStream.class));
  }

  @Test
  void namesClassesByTheFieldsTerms() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl)(\\$.*)?")
            .because("such a name says nothing; the field has a word for what it does"));
  }

  @Test
  void inheritsTwoLevelsDeepAtMost() {
    for (JavaClass type : CLASSES) {
      long ours =
          type.getAllRawSuperclasses().stream()
              .filter(above -> above.getPackageName().startsWith("dev.grassmann"))
              .count();
      assertTrue(ours <= 1, type.getName() + " inherits from " + ours + " classes of ours");
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
