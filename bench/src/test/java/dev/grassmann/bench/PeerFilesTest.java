package dev.grassmann.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerFilesTest {
  @TempDir Path folder;

  @Test
  void writesNumbersTheWayNumPyReadsThem() throws IOException {
    Path file = folder.resolve("x.npy");
    NpyFile.write(file, new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    byte[] bytes = Files.readAllBytes(file);
    int header = 10 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    assertEquals(0, header % 64);
    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
        new String(bytes, 10, header - 10, StandardCharsets.US_ASCII).strip());
    assertEquals('\n', bytes[header - 1]);
    float[] numbers = new float[6];
    ByteBuffer.wrap(bytes, header, 24).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, numbers);
    assertEquals(header + 24, bytes.length);
  }

  @Test
  void writesAShapeOfOneDimensionWithItsComma() throws IOException {
    Path file = folder.resolve("labels.npy");
    NpyFile.write(file, new long[] {7, -1});
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("'descr': '<i8', 'fortran_order': False, 'shape': (2,), }"), text);
  }

  @Test
  void drawsTheSameWorkForTheSameSeed() {
    assertArrayEquals(new Draws(3).normal(5, 1), new Draws(3).normal(5, 1));
    float[] rows = new Draws(4).unitRows(3, 50);
    for (int i = 0; i < 3; i++) {
      double square = 0;
      for (float v : Arrays.copyOfRange(rows, i * 50, (i + 1) * 50)) {
        square += (double) v * v;
      }
      assertEquals(1, square, 1e-6);
    }
  }

  @Test
  void refusesAComparisonThatIsNotThere() {
    InputException refused =
        assertThrows(InputException.class, () -> Comparisons.named(List.of("outrankk")));
    assertTrue(
        refused.getMessage().startsWith("there is no comparison 'outrankk'; there are "),
        refused.getMessage());
  }

  @Test
  void skipsACheckoutThatTheUserDoesNotHaveAndSaysSo() {
    List<String> said = new ArrayList<>();
    Bench bench = new Bench(folder, Optional.of(folder), "python3", folder, 1, said::add);
    assertTrue(bench.checkout("subspace-clustering").isEmpty());
    assertEquals(
        List.of(
            "  skipped: needs a checkout named subspace-clustering in the folder given by --peers"
                + " or GRASSMANN_PEERS"),
        said);
  }

  @Test
  void findsTheCacheWhereTheUserPutIt() {
    assertEquals(Path.of("/big/grassmann"), Caches.folder(Map.of("XDG_CACHE_HOME", "/big")));
    assertEquals(
        Path.of(System.getProperty("user.home"), ".cache", "grassmann"), Caches.folder(Map.of()));
  }

  @Test
  void startsOurSideByTheLauncherThatStartedIt() {
    assertEquals(
        Path.of("/opt/grassmann/grassmann"),
        Launcher.command(Map.of("GRASSMANN_HOME", "/opt/grassmann")));
    InputException refused = assertThrows(InputException.class, () -> Launcher.command(Map.of()));
    assertEquals(
        "GRASSMANN_HOME is not set; start with the 'grassmann' script of the repository",
        refused.getMessage());
  }

  @Test
  void comparesScoresByNameWhateverTheirOrder() throws IOException {
    Path ours =
        Files.writeString(
            folder.resolve("pairs.csv"),
            """
        featureA,featureB,score,cardinality
        label,label,0.6,2
        a,label,0.25,3
        label,a,0.25,2
        """);
    Path theirs =
        Files.writeString(
            folder.resolve("pairwise_ranks.tsv"),
            """
        FeatureA\tFeatureB\tScore
        label-(2; 100)\ta-(3; 100)\t0.250004
        label-(2; 100)\tlabel-(2; 100)\t0.6
        """);
    Answers answers = PairScores.compare(PairScores.ours(ours), PairScores.theirs(theirs), 1e-5);
    assertEquals(
        new Answers(true, "2 scores differ by at most 4.0e-06 (allowed 1.0e-05)"), answers);
  }

  @Test
  void callsAMissingScoreADifference() {
    assertEquals(
        new Answers(false, "we have no score of a | b"),
        PairScores.compare(Map.of("a | c", 1.0), Map.of("a | b", 1.0), 1e-5));
    assertEquals(
        new Answers(false, "the peer wrote no scores"),
        PairScores.compare(Map.of("a | c", 1.0), Map.of(), 1e-5));
  }

  @Test
  void givesNoTwoColumnsOfTheTableAsManyValues() throws IOException {
    for (int column = 1; column < 99; column++) {
      assertTrue(OutRankTable.values(column) > OutRankTable.values(column - 1), "column " + column);
    }
    assertEquals(1_050, OutRankTable.values(98));
    List<String> lines = Files.readAllLines(OutRankTable.write(folder, 50));
    assertEquals(51, lines.size());
    for (String line : lines) {
      assertEquals(100, line.split(",", -1).length);
    }
  }
}
