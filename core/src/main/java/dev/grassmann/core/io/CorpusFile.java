package dev.grassmann.core.io;

import dev.grassmann.core.data.Corpus;
import java.nio.file.Path;

/**
 * One part of a corpus on disk.
 *
 * @param path the file
 * @param entry name of the entry in a zip file; empty for a file of its own
 * @param format what is in it
 * @param packing how it is compressed; of an entry, on top of the zip file's own compression
 * @param bytes size on disk
 */
record CorpusFile(Path path, String entry, Format format, Packing packing, long bytes) {
  enum Format {
    JSONL("jsonl"),
    TEXT("txt"),
    PARQUET("parquet");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }
  }

  enum Packing {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private final String ending;

    Packing(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }
  }

  Corpus.Part part() {
    String name = entry.isEmpty() ? path.toString() : path + "!/" + entry;
    return new Corpus.Part(name, bytes, format == Format.PARQUET);
  }
}
