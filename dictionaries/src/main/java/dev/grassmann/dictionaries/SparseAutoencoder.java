package dev.grassmann.dictionaries;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * A dictionary at work: vectors into sparse codes and back, whatever its architecture. The door for
 * Java users who have a trained dictionary.
 *
 * <pre>{@code
 * SparseAutoencoder sae = SparseAutoencoder.load(Path.of("runs/digits"));
 * SparseCodes codes = sae.encode(vectors);
 * }</pre>
 */
public final class SparseAutoencoder {
  /** Numbers of input read at a time. */
  private static final int BLOCK = 1 << 20;

  private final Dictionary dictionary;
  private final InputScaler scaler;
  private final Decoder decoder;
  private final Architecture architecture;

  private SparseAutoencoder(Dictionary dictionary, Architecture architecture) {
    this.dictionary = dictionary;
    this.architecture = architecture;
    this.scaler = new InputScaler(dictionary.scaling(), dictionary.d());
    this.decoder = architecture.decoder(dictionary);
  }

  /**
   * Puts a dictionary to work.
   *
   * @throws InputException where its architecture is unknown or lacks a parameter
   */
  public static SparseAutoencoder of(Dictionary dictionary) {
    return of(dictionary, Run.local());
  }

  /** As {@link #of(Dictionary)}; what had to be mended becomes a warning of the run. */
  public static SparseAutoencoder of(Dictionary dictionary, Run run) {
    Map<String, Architecture> known = new TreeMap<>();
    ServiceLoader.load(Architecture.class).forEach(found -> known.put(found.id(), found));
    Architecture architecture = known.get(dictionary.architecture());
    if (architecture == null) {
      throw new InputException(
          "unknown architecture '" + dictionary.architecture() + "'",
          "",
          "known are " + String.join(", ", known.keySet()));
    }
    return new SparseAutoencoder(architecture.accept(dictionary, run), architecture);
  }

  /** Reads a dictionary (see {@link Dictionary#load}) and puts it to work. */
  public static SparseAutoencoder load(Path path) {
    return of(Dictionary.load(path));
  }

  public Dictionary dictionary() {
    return dictionary;
  }

  /** Codes of all vectors, with the sparsity that the dictionary was trained with. */
  public SparseCodes encode(Vectors vectors) {
    return encode(vectors, OptionalInt.empty(), Run.local());
  }

  /** Codes of all vectors with at most k latents a row, 1 to F. */
  public SparseCodes encode(Vectors vectors, int k) {
    return encode(vectors, OptionalInt.of(k), Run.local());
  }

  /**
   * Codes of all vectors.
   *
   * @param k sparsity; empty for the one that the dictionary was trained with
   * @throws InputException where the dimension is not the dictionary's, a row is not finite, or k
   *     is not 1 to F
   */
  public SparseCodes encode(Vectors vectors, OptionalInt k, Run run) {
    requireDimension(vectors);
    requireK(k);
    Encoder encoder = architecture.encoder(dictionary, k);
    SparseCodes.Builder codes = SparseCodes.builder(dictionary.features());
    int block = Math.max(1, Math.min(vectors.n(), BLOCK / vectors.d()));
    for (int from = 0; from < vectors.n(); from += block) {
      run.step("encoding", from, vectors.n());
      int count = Math.min(block, vectors.n() - from);
      codes.addAll(encoder.encode(scaler.read(vectors, from, count), count));
    }
    run.step("encoding", vectors.n(), vectors.n());
    return codes.build();
  }

  /**
   * Reconstructions, one row of codes a row, in the units of the data.
   *
   * @throws InputException where the dictionary scales each vector by its own figures, which codes
   *     do not hold: use {@link #reconstruct}
   */
  public Vectors decode(SparseCodes codes) {
    if (dictionary.scaling().kind().byVector()) {
      throw new InputException(
          "codes alone do not hold each vector's own scale",
          "",
          "reconstruct from the vectors, or train with another scaling");
    }
    float[] out = new float[Math.multiplyExact(codes.n(), dictionary.d())];
    for (int row = 0; row < codes.n(); row++) {
      decoder.decode(codes, row, out, row * dictionary.d());
      scaler.unscale(out, row * dictionary.d(), out, row * dictionary.d());
    }
    return Vectors.of(out, codes.n(), dictionary.d());
  }

  /** Encodes and decodes: the vectors as the dictionary sees them, in the units of the data. */
  public Vectors reconstruct(Vectors vectors) {
    SparseCodes codes = encode(vectors);
    List<float[]> rows = new ArrayList<>();
    float[] original = new float[dictionary.d()];
    for (int row = 0; row < vectors.n(); row++) {
      vectors.copyRow(row, original);
      float[] out = new float[dictionary.d()];
      reconstruct(codes, row, original, out);
      rows.add(out);
    }
    return Vectors.of(rows.toArray(float[][]::new));
  }

  /**
   * Reconstruction of one row from its codes, in the units of the data.
   *
   * @param original the row itself
   * @param out d numbers, overwritten
   */
  public void reconstruct(SparseCodes codes, int row, float[] original, float[] out) {
    decoder.decode(codes, row, out, 0);
    scaler.unscale(out, 0, original, 0);
  }

  private void requireDimension(Vectors vectors) {
    if (vectors.d() != dictionary.d()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "the vectors have dimension %,d, the dictionary %,d",
              vectors.d(),
              dictionary.d()),
          "",
          "give the vectors that the dictionary was made for");
    }
  }

  private void requireK(OptionalInt k) {
    if (k.isPresent() && (k.getAsInt() < 1 || k.getAsInt() > dictionary.features())) {
      throw new InputException(
          String.format(
              Locale.ROOT, "k is %,d with %,d features", k.getAsInt(), dictionary.features()),
          "",
          "give a k from 1 to the number of features");
    }
  }
}
