package dev.grassmann.clusters.molrg.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.engine.layers.ParameterSet;
import java.util.ArrayList;
import java.util.List;

/** The shape of a network. */
public sealed interface Architecture {
  /** Numbers a point. */
  int n();

  /** A network of this shape with parameters from a set. */
  Network build(ParameterSet set);

  /** As {@link #read} takes it. */
  ObjectNode json();

  /**
   * Fully connected.
   *
   * @param n numbers a point
   * @param width of the hidden layers
   * @param layers how many of them
   */
  record Dense(int n, int width, int layers) implements Architecture {
    @Override
    public Network build(ParameterSet set) {
      return new Perceptron(set, this);
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("kind", "mlp").put("n", n).put("width", width).put("layers", layers);
    }
  }

  /**
   * A U-Net of two residual blocks a resolution.
   *
   * @param channels of the images
   * @param height of the images, divisible by two as often as there are halvings
   * @param width of the images, likewise
   * @param widths channels at each resolution, the images' own first
   */
  record Unet(int channels, int height, int width, List<Integer> widths) implements Architecture {
    public Unet {
      widths = List.copyOf(widths);
      int parts = 1 << (widths.size() - 1);
      if (height % parts != 0 || width % parts != 0) {
        throw new InputException(
            height + " x " + width + " pixels cannot be halved " + (widths.size() - 1) + " times",
            "--channels",
            "give fewer numbers, or images of other sides");
      }
    }

    @Override
    public int n() {
      return channels * height * width;
    }

    @Override
    public Network build(ParameterSet set) {
      return new ConvolutionalUnet(set, this);
    }

    @Override
    public ObjectNode json() {
      ObjectNode node = Json.object().put("kind", "unet").put("channels", channels);
      node.put("height", height).put("width", width);
      node.set("widths", Json.tree(widths));
      return node;
    }
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @param where for the refusal
   */
  static Architecture read(JsonNode node, String where) {
    switch (node.path("kind").asText()) {
      case "mlp":
        return new Dense(
            node.path("n").asInt(), node.path("width").asInt(), node.path("layers").asInt());
      case "unet":
        List<Integer> widths = new ArrayList<>();
        node.path("widths").forEach(w -> widths.add(w.asInt()));
        return new Unet(
            node.path("channels").asInt(),
            node.path("height").asInt(),
            node.path("width").asInt(),
            widths);
      default:
        throw new InputException(
            "knows no network of kind '" + node.path("kind").asText() + "'",
            where,
            "train the denoiser again");
    }
  }
}
