package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusReader;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.Slice;
import dev.grassmann.core.data.TextUnit;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;

/**
 * Writes some documents of a corpus as they are: lines byte for byte, rows with all their columns.
 * Documents of one format go into one file, packed as the first of that format was. The files
 * appear when all are whole, or not at all.
 */
public final class CorpusCopy {
  private static final int BUFFER = 1 << 16;

  private final Corpus corpus;
  private final DocumentText text;
  private final LongPredicate chosen;
  private final Map<CorpusFile.Format, Path> temporary = new EnumMap<>(CorpusFile.Format.class);
  private final Map<CorpusFile.Format, OutputStream> open = new EnumMap<>(CorpusFile.Format.class);
  private final Map<CorpusFile.Format, String> names = new EnumMap<>(CorpusFile.Format.class);
  private final ParquetCopy rows = new ParquetCopy();

  private CorpusCopy(Corpus corpus, DocumentText text, LongPredicate chosen) {
    this.corpus = corpus;
    this.text = text;
    this.chosen = chosen;
  }

  /** Looks at what was read before the files appear; throws to prevent it. */
  @FunctionalInterface
  public interface Check {
    /**
     * @param documents how many the corpus has
     * @param checksums of its parts
     */
    void pass(long documents, List<Long> checksums);
  }

  /**
   * Copies documents into a folder.
   *
   * @param chosen which documents, by number
   * @param stem name of the files without their ending
   * @param visit told of each chosen document, in order: name of its part, and number
   * @return names of the files
   * @throws InputException where the corpus cannot be read; no file has then appeared
   */
  public static List<String> write(
      Corpus corpus,
      DocumentText text,
      LongPredicate chosen,
      RunFolder folder,
      String stem,
      Run run,
      ObjLongConsumer<String> visit,
      Check check) {
    CorpusCopy copy = new CorpusCopy(corpus, text, chosen);
    try {
      return copy.run(folder, stem, run, visit, check);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into " + folder.path(), e);
    } finally {
      copy.clear();
    }
  }

  private List<String> run(
      RunFolder folder, String stem, Run run, ObjLongConsumer<String> visit, Check check)
      throws IOException {
    long number = 0;
    int part = -1;
    long first = 0; // number of the part's first document
    List<Long> checksums = new ArrayList<>();
    List<Corpus.Part> parts = corpus.parts();
    try (CorpusReader reader = corpus.open(text)) {
      Optional<DocumentBlock> next = reader.next();
      while (next.isPresent()) {
        DocumentBlock block = next.get();
        run.step("writing", reader.position(), corpus.bytes());
        if (block.part() != part) {
          part = block.part();
          first = number;
        }
        while (block.next()) {
          if (chosen.test(number)) {
            write(block, number - first, folder, stem);
            visit.accept(parts.get(block.part()).name(), number);
          }
          number++;
        }
        next = reader.next();
      }
      for (int i = 0; i < parts.size(); i++) {
        checksums.add(reader.checksum(i));
      }
    }
    for (OutputStream out : open.values()) {
      out.close();
    }
    open.clear();
    check.pass(number, checksums);
    List<String> written = new ArrayList<>();
    for (Map.Entry<CorpusFile.Format, Path> file : temporary.entrySet()) {
      String name = names.get(file.getKey());
      AtomicFile.move(file.getValue(), folder.file(name));
      written.add(name);
    }
    if (!rows.isEmpty()) {
      String name = stem + ".parquet";
      AtomicFile.writePath(folder.file(name), rows::writeTo);
      written.add(name);
    }
    return written;
  }

  private void write(DocumentBlock block, long row, RunFolder folder, String stem)
      throws IOException {
    CorpusFile file = corpus instanceof FileCorpus files ? files.files().get(block.part()) : null;
    if (file != null && file.format() == CorpusFile.Format.PARQUET) {
      rows.add(file.path(), row);
      return;
    }
    CorpusFile.Format format = file == null ? CorpusFile.Format.TEXT : file.format();
    OutputStream out = open.get(format);
    if (out == null) {
      CorpusFile.Packing packing = file == null ? CorpusFile.Packing.NONE : file.packing();
      names.put(format, stem + "." + format.ending() + packing.ending());
      Path path = AtomicFile.temporary(folder.path(), "." + stem);
      temporary.put(format, path);
      out =
          new BufferedOutputStream(
              CorpusBytes.packing(Files.newOutputStream(path), packing), BUFFER);
      open.put(format, out);
    }
    Slice raw = block.raw();
    out.write(raw.array(), raw.from(), raw.length());
    out.write('\n');
    if (format == CorpusFile.Format.TEXT && text.unit() != TextUnit.LINE) {
      out.write('\n'); // a blank line parts paragraphs
    }
  }

  private void clear() {
    try {
      for (OutputStream out : open.values()) {
        out.close();
      }
      for (Path path : temporary.values()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("clearing away temporary files", e);
    }
  }
}
