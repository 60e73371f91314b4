package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.BlockColumn.Kind;
import dev.grassmann.core.run.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plain text table read by all processors, each a stretch of the file's bytes at a time. A column
 * is of numbers until a text turns up in it; then the file is read again with it as texts, since a
 * number does not say how it was written. What is unusual or broken is left to {@link LineTable}
 * and {@link DuckCsv}, which give the same table and say where it is broken.
 */
final class CsvBlocks {
  /** A stretch's bytes and what becomes of them stay in a processor's own cache, more or less. */
  private static final int BLOCK_BYTES = 1 << 20;

  private final Path file;
  private final CsvFormat format;
  private final TableRead read;
  private final int blockBytes;
  private final Set<String> missing;
  private final int[] places; // of the columns wanted

  CsvBlocks(Path file, CsvFormat format, TableRead read) {
    this(file, format, read, BLOCK_BYTES);
  }

  /** The table with every column as texts, as they are written. */
  Optional<Table> readTexts() {
    return read(Kind.TEXTS);
  }

  /**
   * @param blockBytes length of a stretch, at least 1
   */
  CsvBlocks(Path file, CsvFormat format, TableRead read, int blockBytes) {
    this.file = file;
    this.format = format;
    this.read = read;
    this.blockBytes = blockBytes;
    this.missing = new HashSet<>(read.missing());
    missing.add("");
    this.places = ColumnNames.choose(format.names(), read.columns(), file);
  }

  /**
   * What readers are told.
   *
   * @param kinds of each column of the file
   * @param nothing as many columns, all skipped: how a header is read
   * @param texts columns of numbers in which a text was found: set by any reader, read after all
   * @param missing texts that mean missing
   */
  record Layout(
      CsvFormat format, Kind[] kinds, Kind[] nothing, boolean[] texts, Set<String> missing) {
    int width() {
      return kinds.length;
    }

    void foundText(int column) {
      texts[column] = true;
    }
  }

  /** The table; empty where something in it is for others. */
  Optional<Table> read() {
    return read(Kind.NUMBERS);
  }

  private Optional<Table> read(Kind first) {
    Kind[] kinds = nothing();
    for (int place : places) {
      kinds[place] = first;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      // a text in the first stretch need not be found by reading the whole
      blocks(channel, kinds, Math.min(channel.size(), blockBytes));
      List<CsvBlock> blocks = settled(channel, kinds);
      List<Column> columns = new BlockColumns(file, format, read).columns(places, kinds, blocks);
      boolean inexact = false;
      for (int c = 0; c < places.length; c++) {
        if (ColumnTypes.isInexact(columns.get(c))) {
          kinds[places[c]] = Kind.TEXTS;
          inexact = true;
        }
      }
      if (inexact) {
        columns = null; // free before all is read again
        columns =
            new BlockColumns(file, format, read).columns(places, kinds, settled(channel, kinds));
      }
      return Optional.of(new Table(file.getFileName().toString(), columns));
    } catch (UnusualTextException e) {
      return Optional.empty();
    } catch (UncheckedIOException e) {
      throw InputFiles.unreadable(file, e.getCause());
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** All stretches, read once no further column turns out to be of texts. */
  private List<CsvBlock> settled(FileChannel channel, Kind[] kinds) throws IOException {
    long size = channel.size();
    List<CsvBlock> blocks = blocks(channel, kinds, size);
    while (blocks == null) {
      blocks = blocks(channel, kinds, size);
    }
    return blocks;
  }

  /**
   * Reads the stretches up to {@code end}.
   *
   * @param kinds changed where a column of numbers is one of texts
   * @return null where kinds have changed
   */
  private List<CsvBlock> blocks(FileChannel channel, Kind[] kinds, long end) throws IOException {
    Layout layout = new Layout(format, kinds, nothing(), new boolean[kinds.length], missing);
    long size = channel.size();
    int count = (int) ((end + blockBytes - 1) / blockBytes); // of a file below 2 PiB
    List<CsvBlock> blocks =
        Workers.map(
            count,
            Runtime.getRuntime().availableProcessors(),
            () -> new BlockReader(channel, size, layout),
            (k, reader) -> block(reader, k, end));
    boolean changed = false;
    for (int c = 0; c < kinds.length; c++) {
      if (layout.texts[c]) {
        kinds[c] = Kind.TEXTS;
        changed = true;
      }
    }
    for (int k = 1; k < count; k++) {
      if (blocks.get(k).first() != blocks.get(k - 1).next()) {
        throw new UnusualTextException("a line feed within quotes");
      }
    }
    return changed ? null : blocks;
  }

  private CsvBlock block(BlockReader reader, int k, long end) {
    long from = (long) k * blockBytes;
    try {
      return reader.read(from, Math.min(end, from + blockBytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Kind[] nothing() {
    Kind[] kinds = new Kind[format.names().size()];
    Arrays.fill(kinds, Kind.SKIPPED);
    return kinds;
  }
}
