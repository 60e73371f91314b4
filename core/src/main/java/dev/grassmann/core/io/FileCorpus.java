package dev.grassmann.core.io;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusReader;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.DocumentText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A corpus of files. */
final class FileCorpus implements Corpus {
  private final String name;
  private final List<CorpusFile> files;

  FileCorpus(String name, List<CorpusFile> files) {
    this.name = name;
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return name;
  }

  List<CorpusFile> files() {
    return files;
  }

  @Override
  public List<Part> parts() {
    return files.stream().map(CorpusFile::part).toList();
  }

  @Override
  public CorpusReader open(DocumentText text) {
    return new Reader(text);
  }

  /** Opens one part after the other. */
  private final class Reader implements CorpusReader {
    private final DocumentText text;
    private final List<Long> checksums = new ArrayList<>();
    private PartReader open; // null before the first part and after the last
    private long before; // bytes of the parts read to their end

    Reader(DocumentText text) {
      this.text = text;
    }

    @Override
    public Optional<DocumentBlock> next() {
      while (checksums.size() < files.size()) {
        int part = checksums.size();
        if (open == null) {
          open = open(files.get(part), part);
        }
        Optional<DocumentBlock> block = open.next();
        if (block.isPresent()) {
          return block;
        }
        checksums.add(open.checksum());
        before += files.get(part).bytes();
        open.close();
        open = null;
      }
      return Optional.empty();
    }

    private PartReader open(CorpusFile file, int part) {
      return file.format() == CorpusFile.Format.PARQUET
          ? new ParquetReader(file, part, text.field())
          : new LineReader(file, part, text);
    }

    @Override
    public long position() {
      return before + (open == null ? 0 : open.position());
    }

    @Override
    public long checksum(int part) {
      if (part >= checksums.size()) {
        throw new IllegalStateException("part " + part + " was not read to its end");
      }
      return checksums.get(part);
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }
}
