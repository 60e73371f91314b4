package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusPass;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorpusFilesTest {
  private static final DocumentText PARAGRAPH = new DocumentText("text", TextUnit.PARAGRAPH);

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private static List<String> texts(Corpus corpus, DocumentText text, int threads) {
    List<String> texts = new ArrayList<>();
    CorpusPass.<List<String>>run(
        corpus,
        text,
        "reading",
        Run.builder().threads(threads).build(),
        () ->
            block -> {
              List<String> found = new ArrayList<>();
              while (block.next()) {
                found.add(block.text().text());
              }
              return found;
            },
        (part, found) -> {
          texts.addAll(found);
          return true;
        });
    return texts;
  }

  private static List<String> texts(Path path) {
    return texts(CorpusFiles.open(path), DocumentText.DEFAULT, 2);
  }

  private static String refusal(Path path) {
    return assertThrows(InputException.class, () -> texts(path)).getMessage();
  }

  private static byte[] packed(String packing, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        packing.equals("gz") ? new GZIPOutputStream(bytes) : new ZstdOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void readsTheFieldOfEveryLineAndPassesBlankLinesOver() throws IOException {
    Path path =
        file(
            "a.jsonl",
            "{\"text\": \"one\"}\n\n  \n{\"id\": [1, {\"text\": \"no\"}], \"text\": \"two\\n"
                + "\\u00e9\\ud83d\\ude00\\\"\\/\"}\r\n{\"text\":\"\"}");
    assertEquals(List.of("one", "two\né😀\"/", ""), texts(path));
  }

  @Test
  void readsAnInnerFieldAndTheLastOfTwo() throws IOException {
    Path path = file("a.jsonl", "{\"a\":{\"c\":1,\"b\":\"x\"},\"b\":\"no\",\"a\":{\"b\":\"y\"}}\n");
    DocumentText inner = new DocumentText("a.b", TextUnit.LINE);
    assertEquals(List.of("y"), texts(CorpusFiles.open(path), inner, 1));
  }

  @Test
  void aPlainTextsDocumentIsALineAParagraphOrTheFile() throws IOException {
    Path path = file("a.txt", "\uFEFFone\ntwo\r\n\n \n\nthree\nfour");
    assertEquals(List.of("one", "two", "three", "four"), texts(path));
    Corpus corpus = CorpusFiles.open(path);
    assertEquals(List.of("one\ntwo", "three\nfour"), texts(corpus, PARAGRAPH, 1));
    DocumentText whole = new DocumentText("text", TextUnit.FILE);
    assertEquals(List.of("one\ntwo\r\n\n \n\nthree\nfour"), texts(corpus, whole, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst"})
  void unpacksWhateverTheNameSaysAndSeveralPiecesBehindEachOther(String packing)
      throws IOException {
    Path path = folder.resolve("no-ending");
    byte[] one = packed(packing, "{\"text\":\"one\"}\n");
    byte[] two = packed(packing, "{\"text\":\"two\"}\n");
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    Files.write(path, both);
    assertEquals(List.of("one", "two"), texts(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst"})
  void refusesAPackedFileThatIsCutShort(String packing) throws IOException {
    Path path = folder.resolve("a.jsonl." + packing);
    byte[] whole = packed(packing, "{\"text\":\"" + "one ".repeat(10_000) + "\"}\n");
    Files.write(path, Arrays.copyOf(whole, whole.length - 10));
    String message = refusal(path);
    assertTrue(
        message.startsWith(path + ": cannot be unpacked (")
            && message.endsWith("); the file is cut short or damaged: fetch it again"),
        message);
  }

  @Test
  void readsFoldersZipFilesAndPatternsInTheOrderOfNames() throws IOException {
    file("all/b/2.txt", "three\n");
    file("all/a.jsonl", "{\"text\":\"one\"}\n");
    file("all/.hidden.txt", "no\n");
    file("all/picture.png", "no\n");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("all/az.zip")))) {
      for (String name : List.of("z.txt", "y/x.jsonl", "skip.bin")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            (name.endsWith("l") ? "{\"text\":\"two\"}" : "two and a half")
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    List<String> expected = List.of("one", "two", "two and a half", "three");
    assertEquals(expected, texts(folder.resolve("all")));
    assertEquals(List.of("three"), texts(folder.resolve("all/*/*.txt")));
  }

  @Test
  void manyBlocksOnManyThreadsGiveTheOrderOfTheFile() throws IOException {
    StringBuilder lines = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      String text = "document " + i + " " + "x".repeat(i % 50);
      expected.add(text);
      lines.append("{\"text\":\"").append(text).append("\"}\n");
    }
    Path path = file("a.jsonl", lines.toString());
    assertTrue(Files.size(path) > 8 * LineReader.BLOCK);
    for (int threads : new int[] {1, 2, 7}) {
      assertEquals(expected, texts(CorpusFiles.open(path), DocumentText.DEFAULT, threads));
    }
  }

  @Test
  void aDocumentMayBeLongerThanABlock() throws IOException {
    String text = "long ".repeat(LineReader.BLOCK);
    Path path = file("a.txt", "short\n" + text + "\nshort\n");
    assertEquals(List.of("short", text, "short"), texts(path));
  }

  @Test
  void namesTheLineThatCannotBeRead() throws IOException {
    String good = "{\"text\":\"" + "x".repeat(1_000) + "\"}\n";
    String mend = "; mend the line: one JSON object a line is read";
    Path path = file("a.jsonl", good.repeat(2_000) + "\n" + "{\"text\":\"x\"\n" + good);
    assertEquals(path + " line 2002: is not JSON (it ends too early)" + mend, refusal(path));
    path = file("b.jsonl", good + "{\"text\":\"x\"} {}\n");
    assertEquals(
        path + " line 2: is not JSON (something follows the object)" + mend, refusal(path));
    path = file("c.jsonl", "{\"other\":\"x\"}\n");
    assertEquals(
        path + " line 1: has no field 'text'; name the field that holds the text with --text",
        refusal(path));
    path = file("d.jsonl", "{\"text\":42}\n");
    assertEquals(
        path
            + " line 1: field 'text' is not a text but 42;"
            + " name the field that holds the text with --text",
        refusal(path));
    path = file("e.json", "[{\"text\":\"x\"}]\n");
    assertEquals(
        path
            + " line 1: begins an array, not an object;"
            + " one JSON object a line is read: jq -c '.[]' makes lines of an array",
        refusal(path));
    path = file("f.jsonl", "{\"text\":\"\\ud800\"}\n");
    assertEquals(
        path + " line 1: holds half of a surrogate pair, which is no character" + mend,
        refusal(path));
    path = file("g.jsonl", "{\"a\":" + "[".repeat(600) + "]".repeat(600) + ",\"text\":\"x\"}\n");
    assertEquals(path + " line 1: is nested more than 500 deep" + mend, refusal(path));
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    Path path = folder.resolve("a.txt");
    Files.write(path, new byte[] {'o', 'k', '\n', 'n', (byte) 0xE9, 'e', '\n'});
    assertEquals(
        path + " line 2: is not UTF-8 text; convert the file, e.g. iconv -f latin1 -t utf-8",
        refusal(path));
    path = file("b.bin", "ab\0cd");
    assertEquals(
        path + " line 1: holds a zero byte, so it is not text; name a text, JSONL or Parquet file",
        refusal(path));
  }

  @Test
  void refusesPathsThatLeadNowhere() throws IOException {
    Path none = folder.resolve("none.txt");
    assertEquals(none + ": there is no such file; check the path", refusal(none));
    Files.createDirectories(folder.resolve("empty"));
    String mend =
        " no text, JSONL or Parquet file; names end in .jsonl, .txt or .parquet,"
            + " packed ones in .gz, .zst or .zip behind it";
    Path empty = folder.resolve("empty");
    assertEquals(empty + ": holds" + mend, refusal(empty));
    Path pattern = folder.resolve("*.txt");
    assertEquals(pattern + ": matches" + mend, refusal(pattern));
    Path twice = file("a.txt", "x\n");
    assertEquals(
        twice + ": is named twice; name each file once",
        assertThrows(InputException.class, () -> CorpusFiles.open(List.of(twice, twice)))
            .getMessage());
  }

  private Path parquet(String name, String select) throws SQLException {
    Path path = folder.resolve(name);
    try (DuckDb duck = new DuckDb()) {
      duck.execute(
          "COPY (" + select + ") TO " + DuckDb.quote(path.toString()) + " (FORMAT parquet)");
    }
    return path;
  }

  @Test
  void readsTheTextColumnOfParquetInTheOrderOfItsRows() throws SQLException {
    Path path =
        parquet("a.parquet", "SELECT i, 'text ' || i AS text FROM range(10000) t(i) ORDER BY i");
    List<String> texts = texts(path);
    assertEquals(10_000, texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertEquals("text " + i, texts.get(i));
    }
  }

  @Test
  void refusesParquetWithoutTheColumnOrWithMissingTexts() throws SQLException {
    Path path = parquet("a.parquet", "SELECT 1 AS id, 'x' AS body");
    assertEquals(
        path
            + ": has no column 'text';"
            + " name the column that holds the text with --text: there are id, body",
        refusal(path));
    path = parquet("b.parquet", "SELECT 1 AS text");
    assertEquals(
        path
            + ": column 'text' is not text but INTEGER;"
            + " name the column that holds the text with --text",
        refusal(path));
    path =
        parquet(
            "c.parquet",
            "SELECT CASE WHEN i = 2500 THEN NULL ELSE 'x' END AS text FROM range(3000) t(i)");
    assertEquals(
        path + " row 2501: its text is missing; leave such rows out or fill them", refusal(path));
  }

  @Test
  void copiesChosenLinesByteForByteAndPackedAsTheyWere() throws IOException {
    List<String> lines =
        List.of("{ \"text\" : \"a\", \"n\":1.50 }", "{\"text\":\"b\"}", "{\"text\":\"\\u00e9\"}");
    Path path = folder.resolve("a.jsonl.zst");
    Files.write(path, packed("zst", lines.get(0) + "\r\n\n" + lines.get(1) + "\n" + lines.get(2)));
    RunFolder out = RunFolder.at(folder.resolve("out"));
    List<String> visited = new ArrayList<>();
    List<String> written =
        CorpusCopy.write(
            CorpusFiles.open(path),
            DocumentText.DEFAULT,
            number -> number != 1,
            out,
            "selected",
            Run.local(),
            (file, number) -> visited.add(file + " " + number),
            (documents, checksums) -> assertEquals(3, documents));
    assertEquals(List.of("selected.jsonl.zst"), written);
    assertEquals(List.of(path + " 0", path + " 2"), visited);
    try (var in = new ZstdInputStream(Files.newInputStream(out.file("selected.jsonl.zst")))) {
      assertEquals(
          lines.get(0) + "\n" + lines.get(2) + "\n",
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void copiesChosenRowsOfSeveralParquetFilesWithAllTheirColumns() throws SQLException {
    String select =
        "SELECT %d + i AS id, [i, i + 1] AS list, 'text ' || i AS text, i * 0.5 AS half"
            + " FROM range(5000) t(i) ORDER BY i";
    Path a = parquet("a.parquet", String.format(Locale.ROOT, select, 0));
    Path b = parquet("b.parquet", String.format(Locale.ROOT, select, 100_000));
    RunFolder out = RunFolder.at(folder.resolve("out"));
    CorpusCopy.write(
        CorpusFiles.open(List.of(a, b)),
        DocumentText.DEFAULT,
        number -> number % 1000 == 7,
        out,
        "selected",
        Run.local(),
        (file, number) -> {},
        (documents, checksums) -> assertEquals(10_000, documents));
    try (DuckDb duck = new DuckDb()) {
      List<String[]> rows =
          duck.texts(
              "SELECT CAST(id AS VARCHAR), CAST(list AS VARCHAR), text, CAST(half AS VARCHAR) FROM"
                  + " read_parquet("
                  + DuckDb.quote(out.file("selected.parquet").toString())
                  + ")");
      assertEquals(10, rows.size());
      assertArrayEquals(new String[] {"1007", "[1007, 1008]", "text 1007", "503.5"}, rows.get(1));
      assertArrayEquals(new String[] {"100007", "[7, 8]", "text 7", "3.5"}, rows.get(5));
      assertEquals(
          "id,list,text,half",
          String.join(
              ",",
              duck
                  .texts(
                      "SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet("
                          + DuckDb.quote(out.file("selected.parquet").toString())
                          + "))")
                  .stream()
                  .map(row -> row[0])
                  .toList()));
    }
  }

  @Test
  void aCopyThatIsNotAcceptedLeavesNoFile() throws IOException {
    Path path = file("a.txt", "one\ntwo\n");
    RunFolder out = RunFolder.at(folder.resolve("out"));
    assertThrows(
        InputException.class,
        () ->
            CorpusCopy.write(
                CorpusFiles.open(path),
                DocumentText.DEFAULT,
                number -> true,
                out,
                "selected",
                Run.local(),
                (file, number) -> {},
                (documents, checksums) -> {
                  throw new InputException("changed", "a.txt", "weigh it again");
                }));
    try (Stream<Path> left = Files.list(out.path())) {
      assertFalse(left.findAny().isPresent());
    }
  }
}
