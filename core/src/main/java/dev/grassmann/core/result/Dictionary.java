package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A learnt dictionary of features: what is needed to encode vectors into sparse codes and back.
 *
 * <p>With y = scaled input, codes z and rows D_i of {@link #atoms}, the reconstruction is y_hat = b
 * + sum over i of z_i D_i.
 *
 * @param architecture how codes are found, e.g. {@code mp}, {@code topk}, {@code batchtopk}
 * @param k most latents a row that it was trained with; 0 where the architecture has no such number
 * @param atoms F × d, one feature's direction a row; the decoder
 * @param parameters what else the architecture needs, by name: see {@link #ENCODER}, {@link
 *     #ENCODER_BIAS}, {@link #BIAS}, {@link #THRESHOLD}; may hold names of an architecture's own
 * @param settings choices that change the encoding, by name, e.g. {@code tolerance}
 * @param scaling what is done to a vector before it is encoded
 */
public record Dictionary(
    String architecture,
    int k,
    Vectors atoms,
    Map<String, Vectors> parameters,
    Map<String, Double> settings,
    Scaling scaling)
    implements Result {
  /** F × d, one latent's encoder direction a row. */
  public static final String ENCODER = "encoder";

  /** 1 × F, added to the encoder's products. */
  public static final String ENCODER_BIAS = "encoder_bias";

  /** 1 × d, subtracted before encoding and added after decoding. */
  public static final String BIAS = "bias";

  /** 1 × 1 or 1 × F, value that a pre-activation must exceed. */
  public static final String THRESHOLD = "threshold";

  private static final int HEAT_MAP_ATOMS = 64;

  public Dictionary {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
    require(parameters.get(ENCODER), ENCODER, atoms.n(), atoms.d());
    require(parameters.get(ENCODER_BIAS), ENCODER_BIAS, 1, atoms.n());
    require(parameters.get(BIAS), BIAS, 1, atoms.d());
    scaling.mean().ifPresent(mean -> require(mean, "mean", 1, atoms.d()));
    if (k < 0 || k > atoms.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "k is %,d with %,d features", k, atoms.n()),
          "",
          "give a k from 0 to the number of features");
    }
  }

  /** What is done to a vector before it is encoded, and undone after decoding. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** All vectors times one number, which gives them a mean norm of sqrt(d). */
    SQRT_D,
    /** Each vector times the number that gives it a norm of sqrt(d). */
    ROW,
    /** Each vector less its own mean, over its own standard deviation. */
    LAYER,
    /** Less the mean vector, then times one number, which gives a mean norm of sqrt(d). */
    CENTRE;

    /** Whether each vector is scaled by figures of its own, which codes do not hold. */
    public boolean byVector() {
      return this == ROW || this == LAYER;
    }
  }

  /**
   * How vectors are scaled: y = (x - mean) · factor; for {@link Kind#ROW} and {@link Kind#LAYER} by
   * each vector's own figures.
   *
   * @param mean 1 × d, only for {@link Kind#CENTRE}
   * @param factor above 0; 1 where it is each vector's own, and for {@link Kind#NONE}
   */
  public record Scaling(Kind kind, Optional<Vectors> mean, double factor) {
    public Scaling {
      if (!(factor > 0) || Double.isInfinite(factor)) {
        throw new InputException(
            "the scaling factor is " + factor, "", "give a finite number above 0");
      }
      if ((kind == Kind.CENTRE) != mean.isPresent()) {
        throw new InputException(
            "scaling "
                + Options.word(kind)
                + (mean.isPresent() ? " with" : " without")
                + " a mean vector",
            "",
            "a mean belongs to centre, and only there");
      }
    }

    /** Vectors are encoded as they are. */
    public static Scaling none() {
      return new Scaling(Kind.NONE, Optional.empty(), 1);
    }
  }

  /** Number of features, F. */
  public int features() {
    return atoms.n();
  }

  /** Dimension of the vectors, d. */
  public int d() {
    return atoms.d();
  }

  /** A parameter's numbers in a new array; null where the dictionary has no such parameter. */
  public Optional<float[]> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).map(Vectors::toArray);
  }

  /**
   * A parameter's numbers in a new array.
   *
   * @throws InputException where the dictionary lacks it
   */
  public float[] required(String name) {
    return parameter(name)
        .orElseThrow(
            () ->
                new InputException(
                    "a dictionary of architecture " + architecture + " lacks '" + name + "'",
                    "",
                    "save it again with the program that trained it"));
  }

  /** A setting, or the value given where the dictionary has none. */
  public double setting(String name, double otherwise) {
    return settings.getOrDefault(name, otherwise);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param path the run's folder, or its {@code dictionary.json}
   * @throws InputException where files are missing, cut short, or do not fit together
   */
  public static Dictionary load(Path path) {
    return DictionaryFiles.load(path);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d features of %,d numbers (%s%s)",
        features(),
        d(),
        architecture,
        k > 0 ? ", k = " + k : "");
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("scaling  ").append(Options.word(scaling.kind())).append('\n');
    new TreeMap<>(settings)
        .forEach((name, value) -> text.append(name).append("  ").append(value).append('\n'));
    return text.toString();
  }

  @Override
  public JsonNode json() {
    return DictionaryFiles.about(this);
  }

  /** Writes {@code dictionary.safetensors} and {@code dictionary.json}. */
  @Override
  public void save(RunFolder folder) {
    DictionaryFiles.save(this, folder);
  }

  /** Adds a map of the cosines between the first features. */
  @Override
  public void describe(Report report) {
    int shown = Math.min(HEAT_MAP_ATOMS, features());
    report.chart(
        new HeatMap(
            "Cosines between features" + (shown < features() ? ", the first " + shown : ""),
            IntStream.range(0, shown).mapToObj(Integer::toString).toList(),
            IntStream.range(0, shown).mapToObj(Integer::toString).toList(),
            cosines(shown),
            "cosine"));
  }

  /** Cosines between the first atoms, {@code count} × {@code count}; 0 beside an atom of zeros. */
  public double[][] cosines(int count) {
    float[] rows = new float[Math.multiplyExact(count, d())];
    atoms.copyRows(0, count, rows, 0);
    double[][] products = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int c = 0; c < d(); c++) {
          sum += (double) rows[i * d() + c] * rows[j * d() + c];
        }
        products[i][j] = sum;
      }
    }
    double[] norms =
        IntStream.range(0, count).mapToDouble(i -> Math.sqrt(products[i][i])).toArray();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double both = norms[i] * norms[j];
        products[i][j] = both == 0 ? 0 : products[i][j] / both;
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static void require(Vectors given, String name, int n, int d) {
    if (given != null && (given.n() != n || given.d() != d)) {
      throw new InputException(
          String.format(Locale.ROOT, "is %,d x %,d, not %,d x %,d", given.n(), given.d(), n, d),
          "parameter '" + name + "'",
          "parameters must fit the features");
    }
  }
}
