package dev.grassmann.engine.transformer;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.TensorParameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The model. Its parameters are native memory that {@link #close} frees. Made outside of any {@link
 * dev.grassmann.engine.Scope}, or it dies with that.
 */
public final class Transformer implements AutoCloseable {
  /** What layer norms add to the variance. */
  public static final double NORM_EPSILON = 1e-5;

  private static final String SHAPE = "shape";
  private static final String WORDS = "words";
  private static final double EMBEDDING = 0.5; // standard deviation at the start

  /**
   * Added to scores that may not count; far below any score, and finite for the gradient's sake.
   */
  private static final double BLOCKED = -1e9;

  private final TransformerShape shape;
  private final Words words;
  private final Map<String, TensorParameter> parameters = new LinkedHashMap<>();

  private Transformer(TransformerShape shape, Words words) {
    this.shape = shape;
    this.words = words;
  }

  /** A model at its start: normal weights of variance 1 / inputs, biases of 0. */
  public static Transformer start(TransformerShape shape, Words words, RandomGenerator random) {
    if (shape.vocabulary() != words.count()) {
      throw new IllegalArgumentException(words.count() + " words, not " + shape.vocabulary());
    }
    Transformer made = new Transformer(shape, words);
    made.layout()
        .forEach(
            (name, size) -> {
              int count = (int) Arrays.stream(size).reduce(1, (a, b) -> a * b);
              float[] numbers = new float[count];
              if (name.endsWith("norm_weight")) {
                Arrays.fill(numbers, 1);
              } else if (size.length == 2) {
                boolean table = name.endsWith("embedding");
                double deviation = table ? EMBEDDING : 1 / Math.sqrt(size[0]);
                for (int i = 0; i < count; i++) {
                  numbers[i] = (float) (deviation * random.nextGaussian());
                }
              }
              made.put(name, numbers, size);
            });
    return made;
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws InputException where it is no such file
   */
  public static Transformer load(Path file) {
    SafetensorsFile saved = SafetensorsFile.open(file);
    if (!saved.metadata().containsKey(SHAPE) || !saved.metadata().containsKey(WORDS)) {
      throw InputException.file(
          file, "is no transformer of ours", "give a file that was saved by one");
    }
    var sizes = Json.parse(saved.metadata().get(SHAPE), file + " shape");
    var listed = Json.parse(saved.metadata().get(WORDS), file + " words");
    List<String> words = new ArrayList<>();
    listed.forEach(word -> words.add(word.asText()));
    int[] s = new int[6];
    for (int i = 0; i < s.length; i++) {
      s[i] = sizes.path(i).asInt();
    }
    Transformer made =
        new Transformer(new TransformerShape(s[0], s[1], s[2], s[3], s[4], s[5]), new Words(words));
    made.layout()
        .forEach(
            (name, size) -> {
              List<Long> wanted = Arrays.stream(size).boxed().toList();
              if (!saved.has(name) || !saved.shape(name).equals(wanted)) {
                throw InputException.file(
                    file, "lacks '" + name + "' of shape " + wanted, "save the model again");
              }
              made.put(name, saved.floats(name), size);
            });
    return made;
  }

  /** Writes shape, words and parameters to one safetensors file, whole or not at all. */
  public void save(Path file) {
    var sizes = Json.array();
    for (int size :
        new int[] {
          shape.vocabulary(),
          shape.context(),
          shape.width(),
          shape.heads(),
          shape.layers(),
          shape.hidden()
        }) {
      sizes.add(size);
    }
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata(SHAPE, Json.line(sizes))
            .metadata(WORDS, Json.line(Json.tree(words.all())));
    parameters.forEach((name, p) -> writer.add(name, Tensors.floats(p.tensor()), p.shape()));
    try {
      writer.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  private Map<String, long[]> layout() {
    long d = shape.width();
    Map<String, long[]> layout = new LinkedHashMap<>();
    layout.put("word_embedding", new long[] {shape.vocabulary(), d});
    layout.put("position_embedding", new long[] {shape.context(), d});
    for (int layer = 0; layer < shape.layers(); layer++) {
      String at = layer + ".";
      for (String norm : List.of("attention_norm", "mlp_norm")) {
        layout.put(at + norm + "_weight", new long[] {d});
        layout.put(at + norm + "_bias", new long[] {d});
      }
      for (String square : List.of("query", "key", "value", "output")) {
        linear(layout, at + square, d, d);
      }
      linear(layout, at + "up", d, shape.hidden());
      linear(layout, at + "down", shape.hidden(), d);
    }
    layout.put("final_norm_weight", new long[] {d});
    layout.put("final_norm_bias", new long[] {d});
    layout.put("unembedding_weight", new long[] {d, shape.vocabulary()});
    return layout;
  }

  private static void linear(Map<String, long[]> layout, String name, long in, long out) {
    layout.put(name + "_weight", new long[] {in, out});
    layout.put(name + "_bias", new long[] {out});
  }

  private void put(String name, float[] numbers, long... size) {
    parameters.put(name, new TensorParameter(name, Tensors.of(numbers, size)));
  }

  public TransformerShape shape() {
    return shape;
  }

  public Words words() {
    return words;
  }

  /** All parameters, always in the same order. */
  public List<TensorParameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /**
   * Numbers of one parameter, row-major: {@code unembedding_weight} is d × words, {@code
   * 2.output_weight} d × d with the input (z, head by head) as rows.
   */
  public float[] weights(String name) {
    return Tensors.floats(parameters.get(name).tensor());
  }

  /**
   * Scores of the next word, rows × words.
   *
   * @param ids rows × context, int64
   */
  public Tensor logits(Tensor ids, Hook hook) {
    long n = ids.size(0);
    long length = ids.size(1);
    Tensor places = tensor("position_embedding").narrow(0, shape.context() - length, length);
    Tensor stream = torch.embedding(tensor("word_embedding"), ids).add(places);
    Tensor mask = mask(ids);
    for (int layer = 0; layer < shape.layers(); layer++) {
      Block block = new Block(shape, layer, parameters);
      boolean unseen = hook == Hook.NONE && layer == shape.layers() - 1;
      stream = unseen ? block.lastPlace(stream, mask) : block.forward(stream, mask, hook);
    }
    Tensor last = stream.narrow(1, stream.size(1) - 1, 1).reshape(n, shape.width());
    Tensor normed = Block.normalised(last, tensor("final_norm_weight"), tensor("final_norm_bias"));
    return normed.matmul(tensor("unembedding_weight"));
  }

  /**
   * Words see themselves and words before them, never the padding; the padding sees itself, since a
   * row of nothing but blocked scores would mean nothing.
   */
  private static Tensor mask(Tensor ids) {
    int length = (int) ids.size(1);
    float[] later = new float[length * length];
    float[] others = new float[length * length];
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < length; j++) {
        later[i * length + j] = j > i ? 1 : 0;
        others[i * length + j] = j == i ? 0 : 1;
      }
    }
    Tensor padded = ids.eq(new Scalar(0)).to(ScalarType.Float).view(ids.size(0), 1, 1, length);
    Tensor blocked = padded.add(Tensors.of(later, length, length));
    return blocked.mul(Tensors.of(others, length, length)).mul(new Scalar(BLOCKED));
  }

  private Tensor tensor(String name) {
    return parameters.get(name).tensor();
  }

  /** Frees the parameters. */
  @Override
  public void close() {
    parameters.values().forEach(parameter -> parameter.tensor().close());
  }
}
