package dev.grassmann.compare.classifier;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A trained classifier, with its weights in float64; immutable. */
public final class Classifier {
  /** What the network is. */
  public static final String DESCRIPTION = "model.json";

  /** Its weights. */
  public static final String WEIGHTS = "model.safetensors";

  private static final int ROWS = 512;

  private final Architecture architecture;
  private final Map<String, WeightArray> weights;

  /**
   * @param weights {@code layer.weight} and {@code layer.bias} of each of the network's layers
   * @throws InputException where one is missing, has another shape, or holds NaN or infinity
   */
  public Classifier(Architecture architecture, Map<String, WeightArray> weights) {
    this.architecture = architecture;
    this.weights = new LinkedHashMap<>();
    architecture
        .weights()
        .forEach(
            (layer, shape) -> {
              take(weights, layer + ".weight", shape);
              take(weights, layer + ".bias", shape[0]);
            });
  }

  private void take(Map<String, WeightArray> given, String name, long... shape) {
    WeightArray array = given.get(name);
    if (array == null) {
      throw new InputException("is missing", "tensor '" + name + "'", "give the whole network");
    }
    if (!Arrays.equals(array.shape(), shape)) {
      throw new InputException(
          "has shape " + Arrays.toString(array.shape()) + ", not " + Arrays.toString(shape),
          "tensor '" + name + "'",
          "give the weights of this network");
    }
    if (Arrays.stream(array.values()).anyMatch(w -> !Double.isFinite(w))) {
      throw new InputException(
          "holds NaN or infinity", "tensor '" + name + "'", "train the network anew");
    }
    weights.put(name, array);
  }

  public Architecture architecture() {
    return architecture;
  }

  /** Weights and biases by name, in the order of the layers. */
  public Map<String, WeightArray> weights() {
    return Collections.unmodifiableMap(weights);
  }

  /** Numbers in all. */
  public long parameters() {
    return weights.values().stream().mapToLong(w -> w.values().length).sum();
  }

  /** One row of logits a row of the input, n × classes, in float64. */
  public double[] logits(Vectors rows) {
    double[] logits = new double[Math.multiplyExact(rows.n(), architecture.classes())];
    eachBlock(
        rows,
        "out",
        (from, tensor) -> {
          double[] block = Tensors.doubles(tensor);
          System.arraycopy(block, 0, logits, from * architecture.classes(), block.length);
        });
    return logits;
  }

  /** The most likely class of each row. */
  public int[] classes(Vectors rows) {
    double[] logits = logits(rows);
    int k = architecture.classes();
    int[] classes = new int[rows.n()];
    for (int i = 0; i < classes.length; i++) {
      for (int c = 1; c < k; c++) {
        if (logits[i * k + c] > logits[i * k + classes[i]]) {
          classes[i] = c;
        }
      }
    }
    return classes;
  }

  /** Share of rows whose class is right, in [0, 1]. */
  public double accuracy(Vectors rows, int[] labels) {
    int[] classes = classes(rows);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += classes[i] == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /**
   * What a layer gives, after its ReLU (logits of {@code out}): n × its numbers, for a convolution
   * channel by channel.
   *
   * @param layer one of the architecture's layers
   */
  public Vectors activations(Vectors rows, String layer) {
    if (!architecture.layers().contains(layer)) {
      throw new InputException(
          "there is no layer '" + layer + "'", "", "there are " + architecture.layers());
    }
    float[][] all = new float[1][];
    eachBlock(
        rows,
        layer,
        (from, tensor) -> {
          int d = Math.toIntExact(tensor.numel() / tensor.size(0));
          if (all[0] == null) {
            all[0] = new float[Math.multiplyExact(rows.n(), d)];
          }
          Tensors.copy(tensor, all[0], from * d);
        });
    return Vectors.of(all[0], rows.n(), all[0].length / rows.n());
  }

  private interface Block {
    void take(int from, Tensor output);
  }

  private void eachBlock(Vectors rows, String layer, Block block) {
    if (rows.d() != architecture.inputs()) {
      throw new InputException(
          "rows have " + rows.d() + " numbers, the network takes " + architecture.inputs(),
          "",
          "give the data that it was trained on");
    }
    try (Scope all = Scope.open()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      weights.forEach((name, w) -> tensors.put(name, Tensors.of(w.values(), w.shape())));
      for (int from = 0; from < rows.n(); from += ROWS) {
        int count = Math.min(ROWS, rows.n() - from);
        try (Scope scope = Scope.open()) {
          float[] numbers = rows.slice(from, from + count).toArray();
          double[] wide = new double[numbers.length];
          Arrays.setAll(wide, i -> numbers[i]);
          Tensor x = Tensors.of(wide, count, rows.d());
          block.take(from, ForwardPass.run(architecture, tensors, x).get(layer));
        }
      }
    }
  }

  /** Writes {@value #DESCRIPTION} and {@value #WEIGHTS}. */
  public void save(RunFolder folder) {
    SafetensorsWriter writer = new SafetensorsWriter();
    weights.forEach((name, array) -> writer.add(name, array.values(), array.shape()));
    folder.write(WEIGHTS, writer::writeTo);
    folder.writeJson(DESCRIPTION, architecture.json());
  }

  /**
   * Reads what {@link #save} wrote. Nothing in the files is executed.
   *
   * @throws InputException where a file is missing or is of another network
   */
  public static Classifier load(Path folder) {
    Path description = folder.resolve(DESCRIPTION);
    Architecture network = Architecture.of(Json.read(description), description.toString());
    SafetensorsFile file = SafetensorsFile.open(folder.resolve(WEIGHTS));
    Map<String, WeightArray> weights = new LinkedHashMap<>();
    for (String name : List.copyOf(file.names())) {
      long[] shape = file.shape(name).stream().mapToLong(axis -> axis).toArray();
      weights.put(name, new WeightArray(file.doubles(name), shape));
    }
    return new Classifier(network, weights);
  }
}
