package dev.grassmann.cli.method;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.format.Format;
import java.nio.file.Path;
import java.util.List;

/**
 * How a class of input is read.
 *
 * @param type the class
 * @param files how many files make one value; {@link #ANY} for one or more, {@link #NONE} for none
 * @param usage the positional arguments, as usage shows them
 * @param about one line for each positional argument
 * @param standard the data set that is meant where no file is named; empty where one is needed
 * @param reader reads the files
 */
record InputKind(
    Class<?> type, int files, String usage, List<String> about, String standard, Reader reader) {
  /** As many files as are named, at least one. */
  static final int ANY = 0;

  /** No file at all. */
  static final int NONE = -1;

  /** What {@code explore} looks at when told nothing: 1,797 digits, shipped. */
  private static final String QUICKSTART = "digits8x8";

  /** Makes the value from files that exist. */
  @FunctionalInterface
  interface Reader {
    Object read(List<Path> files);
  }

  /** All kinds that the command line can read. */
  static List<InputKind> all() {
    return List.of(
        new InputKind(
            DataSource.class,
            1,
            "[DATA]",
            List.of(
                "DATA  a file, a folder of images, or the name of a data set; "
                    + QUICKSTART
                    + " where none is given"),
            QUICKSTART,
            files -> new DataSource(files.get(0))),
        new InputKind(
            Table.class,
            1,
            "TABLE",
            List.of("TABLE  a CSV, TSV, Parquet, JSON or ARFF file, or the name of a data set"),
            "",
            files -> TableFiles.read(files.get(0))),
        new InputKind(
            Vectors.class,
            1,
            "VECTORS",
            List.of("VECTORS  a .npy, .mat or CSV file, images, or the name of a data set"),
            "",
            files -> VectorFiles.read(files.get(0))),
        new InputKind(
            Images.class,
            1,
            "IMAGES",
            List.of("IMAGES  an IDX or .mat file, a folder or zip file, or a data set's name"),
            "",
            files -> ImageFiles.read(files.get(0))),
        new InputKind(
            Dictionary.class,
            1,
            "DICTIONARY",
            List.of("DICTIONARY  the folder of a sae train run, or of SAELens or sparsify"),
            "",
            files -> Format.load(files.get(0))),
        new InputKind(
            Corpus.class,
            ANY,
            "CORPUS...",
            List.of(
                "CORPUS  JSONL, text or Parquet files (also packed by gzip, zstd or zip), folders of"
                    + " them, or names of data sets"),
            "",
            CorpusFiles::open),
        new InputKind(
            VectorPair.class,
            2,
            "A B",
            List.of(
                "A  a .npy, .mat or CSV file, images, or the name of a data set",
                "B  another description of the same rows, in the same order"),
            "",
            files ->
                new VectorPair(VectorFiles.read(files.get(0)), VectorFiles.read(files.get(1)))),
        new InputKind(NoInput.class, NONE, "", List.of(), "", files -> new NoInput()));
  }
}
