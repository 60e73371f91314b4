package dev.grassmann.compare.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequential classifier: 3 x 3 convolutions that keep the size, each with ReLU; 2 x 2 max-pools;
 * then dense layers with ReLU; then one logit a class.
 *
 * @param channels of the input
 * @param height of the input
 * @param width of the input
 * @param features channels after each convolution; a 0 is a max-pool; empty for an MLP
 * @param hidden widths of the dense layers between
 * @param classes logits
 */
public record Architecture(
    int channels,
    int height,
    int width,
    List<Integer> features,
    List<Integer> hidden,
    int classes) {
  public Architecture {
    features = List.copyOf(features);
    hidden = List.copyOf(hidden);
    long pools = features.stream().filter(f -> f == 0).count();
    boolean wide = channels > 0 && height > 0 && width > 0 && classes > 1;
    boolean shrinks = pools < 31 && height >> pools > 0 && width >> pools > 0;
    boolean named = features.stream().allMatch(f -> f >= 0) && hidden.stream().allMatch(h -> h > 0);
    if (!wide || !shrinks || !named) {
      throw new InputException(
          "is no network: input "
              + channels
              + " x "
              + height
              + " x "
              + width
              + ", features "
              + features
              + ", hidden "
              + hidden
              + ", classes "
              + classes,
          "architecture",
          "give an input that outlives its pools, widths above 0 and two classes or more");
    }
  }

  /** Dense layers only. */
  public static Architecture mlp(int inputs, List<Integer> hidden, int classes) {
    return new Architecture(1, 1, inputs, List.of(), hidden, classes);
  }

  /** Numbers a row of the input. */
  public int inputs() {
    return channels * height * width;
  }

  /** Pixels of each channel where the dense layers begin. */
  public int pixels() {
    int pools = (int) features.stream().filter(f -> f == 0).count();
    return (height >> pools) * (width >> pools);
  }

  /**
   * Names of the layers with weights, in order: {@code conv0}, ..., {@code dense0}, ..., {@code
   * out}.
   */
  public List<String> layers() {
    List<String> names = new ArrayList<>();
    int convolutions = (int) features.stream().filter(f -> f > 0).count();
    for (int i = 0; i < convolutions; i++) {
      names.add("conv" + i);
    }
    for (int i = 0; i < hidden.size(); i++) {
      names.add("dense" + i);
    }
    names.add("out");
    return names;
  }

  /** Shape of each layer's weight: out × in × 3 × 3, or out × in. */
  public Map<String, long[]> weights() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    long in = channels;
    int index = 0;
    for (int out : features) {
      if (out > 0) {
        shapes.put("conv" + index++, new long[] {out, in, 3, 3});
        in = out;
      }
    }
    in *= pixels();
    index = 0;
    for (int out : hidden) {
      shapes.put("dense" + index++, new long[] {out, in});
      in = out;
    }
    shapes.put("out", new long[] {classes, in});
    return shapes;
  }

  /** The same network with other widths. */
  public Architecture withWidths(List<Integer> newFeatures, List<Integer> newHidden) {
    return new Architecture(channels, height, width, newFeatures, newHidden, classes);
  }

  JsonNode json() {
    return Json.tree(
        Map.of(
            "channels", channels,
            "height", height,
            "width", width,
            "features", features,
            "hidden", hidden,
            "classes", classes,
            "activation", "relu"));
  }

  static Architecture of(JsonNode json, String where) {
    String activation = json.path("activation").asText("relu");
    if (!activation.equals("relu")) {
      throw new InputException(
          "activation '" + activation + "' is not known", where, "only relu networks are read");
    }
    return new Architecture(
        whole(json, "channels", where),
        whole(json, "height", where),
        whole(json, "width", where),
        wholes(json, "features", where),
        wholes(json, "hidden", where),
        whole(json, "classes", where));
  }

  private static int whole(JsonNode json, String name, String where) {
    if (!json.path(name).canConvertToInt() || !json.path(name).isIntegralNumber()) {
      throw new InputException("'" + name + "' is no whole number", where, "name the input's size");
    }
    return json.path(name).intValue();
  }

  private static List<Integer> wholes(JsonNode json, String name, String where) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode number : json.path(name)) {
      if (!number.isIntegralNumber() || !number.canConvertToInt()) {
        throw new InputException("'" + name + "' holds " + number, where, "give whole numbers");
      }
      numbers.add(number.intValue());
    }
    return numbers;
  }
}
