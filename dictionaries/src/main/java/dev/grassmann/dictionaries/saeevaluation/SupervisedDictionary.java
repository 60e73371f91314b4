package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.FiniteRows;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One vector for each value of each attribute, fitted with the attributes in sight: a ≈ mean + sum
 * over attributes i of u_i(value). The skyline that learnt dictionaries are compared with.
 * Immutable.
 */
public final class SupervisedDictionary {
  /** How vectors are fitted. */
  public enum Codes {
    /**
     * All at once, by least squares: centred activations on the attributes' one-hots, the solution
     * of smallest norm. Only differences within an attribute mean something.
     */
    MSE,
    /** Mean of the rows with the value, less the mean of all: right for independent attributes. */
    MEAN
  }

  static final String FILE = "supervised.safetensors";

  /** Eigenvalues of the Gram matrix below this share of the largest are taken for 0. */
  private static final double RANK = 1e-9;

  /** Cramér's V from which mean codes are warned of. */
  private static final double DEPENDENT = 0.1;

  private final List<String> names;
  private final List<List<String>> values;
  private final double[] mean;
  private final double[][] codes;
  private final double[][] centres; // mean code of each attribute over the rows fitted on

  private SupervisedDictionary(
      List<String> names,
      List<List<String>> values,
      double[] mean,
      double[][] codes,
      double[][] centres) {
    this.names = names;
    this.values = values;
    this.mean = mean;
    this.codes = codes;
    this.centres = centres;
  }

  /** Fits, with warnings to nobody. */
  public static SupervisedDictionary fit(Vectors activations, Attributes attributes, Codes codes) {
    return fit(activations, attributes, codes, Run.local());
  }

  /**
   * Fits. MEAN takes O(n d m); MSE one decomposition of the one-hots' Gram matrix more.
   *
   * @param activations n × d
   * @throws InputException where rows and attributes differ in number, or a row is not finite
   */
  public static SupervisedDictionary fit(
      Vectors activations, Attributes attributes, Codes codes, Run run) {
    requireRows(activations, attributes);
    FiniteRows.checkAll(activations);
    if (codes == Codes.MEAN) {
      attributes
          .strongestDependence()
          .filter(found -> found.strength() >= DEPENDENT)
          .ifPresent(
              found ->
                  run.warn(
                      String.format(
                          Locale.ROOT,
                          "%s and %s depend on each other (Cramér's V %.2f): mean codes mix them;"
                              + " --codes mse keeps them apart",
                          found.first(),
                          found.second(),
                          found.strength())));
    }
    OneHots oneHots = OneHots.of(activations, attributes);
    double[] all = codes == Codes.MEAN ? oneHots.means() : leastSquares(oneHots);
    int d = activations.d();
    double[][] parts = new double[attributes.count()][];
    double[][] centres = new double[parts.length][d];
    int at = 0;
    for (int a = 0; a < parts.length; a++) {
      int length = attributes.values(a).size() * d;
      parts[a] = Arrays.copyOfRange(all, at, at + length);
      at += length;
      int[] counts = attributes.counts(a);
      for (int i = 0; i < length; i++) {
        centres[a][i % d] += parts[a][i] * counts[i / d] / activations.n();
      }
    }
    return new SupervisedDictionary(
        attributes.names(), attributes.allValues(), oneHots.mean(), parts, centres);
  }

  static void requireRows(Vectors activations, Attributes attributes) {
    if (activations.n() != attributes.rows()) {
      throw new InputException(
          activations.n() + " vectors, attributes of " + attributes.rows() + " rows",
          "--attributes",
          "give one row of attributes for each vector, in the same order");
    }
  }

  /** (CᵀC)⁺ CᵀA, by eigenvalues: one-hots of several attributes never have full rank. */
  private static double[] leastSquares(OneHots oneHots) {
    int k = oneHots.columns();
    int d = oneHots.mean().length;
    SymmetricEigen eigen = SymmetricEigen.of(oneHots.gram(), k);
    double[] v = eigen.vectors();
    double[] turned = Products.transposedMultiply(v, oneHots.products(), k, k, d);
    for (int i = 0; i < k; i++) {
      double value = eigen.values()[i];
      double inverse = value > RANK * eigen.values()[0] ? 1 / value : 0;
      for (int c = 0; c < d; c++) {
        turned[i * d + c] *= inverse;
      }
    }
    return Products.multiply(v, turned, k, k, d);
  }

  public List<String> names() {
    return names;
  }

  /** What an attribute's values are called, in the order of their numbers. */
  public List<String> values(int attribute) {
    return values.get(attribute);
  }

  /** Dimension of the activations. */
  public int d() {
    return mean.length;
  }

  /** A copy. */
  public double[] mean() {
    return mean.clone();
  }

  /** u of an attribute's value, d numbers, a copy. */
  public double[] code(int attribute, int value) {
    return Arrays.copyOfRange(codes[attribute], value * d(), (value + 1) * d());
  }

  /**
   * u of a value less the attribute's mean code: what remains when constants that may move between
   * attributes are taken out, d numbers.
   */
  double[] centredCode(int attribute, int value) {
    double[] code = code(attribute, value);
    for (int c = 0; c < code.length; c++) {
      code[c] -= centres[attribute][c];
    }
    return code;
  }

  /**
   * Rows with an attribute shrunk: a - share · (u of its value, less the attribute's mean code).
   *
   * @param rows as {@link #numbered} gives them
   * @param share 0 leaves the rows as they are, 1 takes all out that the codes say of the attribute
   * @return n × d
   */
  public Vectors shrunk(Vectors activations, Attributes rows, int attribute, double share) {
    int d = d();
    float[] a = activations.toArray();
    for (int row = 0; row < rows.rows(); row++) {
      double[] code = centredCode(attribute, rows.value(attribute, row));
      for (int c = 0; c < d; c++) {
        a[row * d + c] -= (float) (share * code[c]);
      }
    }
    return Vectors.of(a, rows.rows(), d);
  }

  /**
   * Rows as this dictionary numbers their values.
   *
   * @throws InputException where a value was not seen when fitting
   */
  public Attributes numbered(Attributes attributes) {
    return attributes.numbered(names, values);
  }

  /**
   * mean + sum of the codes of each row's values.
   *
   * @param attributes as {@link #numbered} gives them
   * @return rows × d
   */
  public float[] reconstruct(Attributes attributes) {
    int d = d();
    float[] out = new float[Math.multiplyExact(attributes.rows(), d)];
    for (int row = 0; row < attributes.rows(); row++) {
      for (int c = 0; c < d; c++) {
        double sum = mean[c];
        for (int a = 0; a < codes.length; a++) {
          sum += codes[a][attributes.value(a, row) * d + c];
        }
        out[row * d + c] = (float) sum;
      }
    }
    return out;
  }

  /**
   * a - u(old) + u(new), in place.
   *
   * @param a d numbers from {@code at}
   */
  public void edit(float[] a, int at, int attribute, int from, int to) {
    int d = d();
    for (int c = 0; c < d; c++) {
      a[at + c] += (float) (codes[attribute][to * d + c] - codes[attribute][from * d + c]);
    }
  }

  /**
   * Share of the reconstruction that an edit of this attribute takes away: u(value) · (a_hat -
   * mean) / ‖a_hat - mean‖²; 0 where the reconstruction is the mean.
   *
   * @param row of the attributes, as {@link #numbered} gives them
   */
  double weight(Attributes attributes, int row, int attribute) {
    int d = d();
    double product = 0;
    double square = 0;
    for (int c = 0; c < d; c++) {
      double sum = 0;
      for (int a = 0; a < codes.length; a++) {
        sum += codes[a][attributes.value(a, row) * d + c];
      }
      product += sum * codes[attribute][attributes.value(attribute, row) * d + c];
      square += sum * sum;
    }
    return square > 0 ? product / square : 0;
  }

  /** Writes {@code supervised.safetensors}: mean, and values × d for each attribute. */
  public void save(RunFolder folder) {
    var about = Json.array();
    SafetensorsWriter writer = new SafetensorsWriter().add("mean", mean, d());
    for (int a = 0; a < codes.length; a++) {
      var one = about.addObject().put("name", names.get(a));
      one.set("values", Json.tree(values.get(a)));
      writer.add(a + "." + names.get(a), codes[a], values.get(a).size(), d());
      writer.add(a + ".centre", centres[a], d());
    }
    writer.metadata("attributes", Json.line(about));
    folder.write(FILE, writer::writeTo);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param folder of the run
   * @throws InputException where the file is missing or is no supervised dictionary
   */
  public static SupervisedDictionary load(Path folder) {
    Path file = folder.resolve(FILE);
    SafetensorsFile saved = SafetensorsFile.open(file);
    String about = saved.metadata().get("attributes");
    if (about == null) {
      throw InputException.file(
          file, "is no supervised dictionary", "give the folder of a 'sae supervised' run");
    }
    List<String> names = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    List<double[]> codes = new ArrayList<>();
    List<double[]> centres = new ArrayList<>();
    for (var one : Json.parse(about, file + " attributes")) {
      String name = one.path("name").asText();
      codes.add(saved.doubles(names.size() + "." + name));
      centres.add(saved.doubles(names.size() + ".centre"));
      names.add(name);
      List<String> of = new ArrayList<>();
      one.path("values").forEach(value -> of.add(value.asText()));
      values.add(List.copyOf(of));
    }
    return new SupervisedDictionary(
        List.copyOf(names),
        List.copyOf(values),
        saved.doubles("mean"),
        codes.toArray(double[][]::new),
        centres.toArray(double[][]::new));
  }
}
