package dev.grassmann.clusters.franca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.ParameterFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A teacher's transformer, as plain numbers. Its heads are thrown away, as the paper does. */
public final class FrancaModel {
  private static final String ABOUT = "vit.json";
  private static final String NUMBERS = "vit.safetensors";
  private static final int BLOCK = 256;

  private final VitShape shape;
  private final List<ArrayParameter> weights;

  FrancaModel(VitShape shape, List<ArrayParameter> weights) {
    this.shape = shape;
    this.weights = weights;
  }

  /** Numbers a token. */
  public int dim() {
    return shape.options().dim();
  }

  /** Patches along a side of an image. */
  public int grid() {
    return shape.grid();
  }

  void save(RunFolder folder) {
    ParameterFile.write(weights, folder.file(NUMBERS));
    ObjectNode node = Json.object().put("channels", shape.channels()).put("size", shape.size());
    node.put("mean", shape.mean()).put("deviation", shape.deviation());
    node.set("vit", Options.json(shape.options()));
    folder.writeJson(ABOUT, node);
  }

  /** Reads back what a run left in its folder. */
  public static FrancaModel load(Path folder) {
    Path about = folder.resolve(ABOUT);
    if (!Files.isRegularFile(about)) {
      throw InputException.file(
          folder, "holds no transformer", "give the folder that 'train image' wrote with --out");
    }
    LibTorch.load();
    JsonNode node = Json.read(about);
    JsonNode vit = node.path("vit");
    VitShape shape =
        new VitShape(
            new VitOptions(
                vit.path("dim").asInt(),
                vit.path("depth").asInt(),
                vit.path("attentionHeads").asInt(),
                vit.path("patch").asInt(),
                vit.path("dropPath").asDouble(),
                vit.path("layerScale").asDouble()),
            node.path("channels").asInt(),
            node.path("size").asInt(),
            node.path("mean").asDouble(),
            node.path("deviation").asDouble());
    try (ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
      new Vit(set, shape);
      List<ArrayParameter> weights = set.copies();
      ParameterFile.read(folder.resolve(NUMBERS), weights);
      return new FrancaModel(shape, weights);
    }
  }

  /**
   * Tokens of whole images, resampled to the side that was learnt from.
   *
   * @return n × (1 + grid²) · dim: of each image the class token, then its patches row by row
   * @throws InputException where images have another number of channels
   */
  public Vectors tokens(Images images) {
    if (images.channels() != shape.channels()) {
      throw new InputException(
          "images have " + images.channels() + " channels, those learnt from " + shape.channels(),
          "",
          "give images of the same kind");
    }
    int n = images.n();
    int size = shape.size();
    int numbers = shape.channels() * size * size;
    int out = (1 + shape.grid() * shape.grid()) * dim();
    float[] all = new float[Math.multiplyExact(n, out)];
    Resampling whole = new Resampling(images.channels(), images.height(), images.width());
    float[] image = new float[images.pixels().d()];
    try (ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
      Vit vit = new Vit(set, shape);
      set.take(weights);
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(BLOCK, n - from);
        float[] rows = new float[count * numbers];
        for (int i = 0; i < count; i++) {
          images.pixels().copyRow(from + i, image);
          whole.rectangle(
              image, 0, 0, images.height(), images.width(), size, false, rows, i * numbers);
        }
        try (Scope scope = Scope.open();
            NoGradGuard frozen = new NoGradGuard()) {
          Tensor tokens = vit.tokens(Tensors.of(rows, count, numbers), size, null, false);
          Tensors.copy(tokens, all, from * out);
        }
      }
    }
    return Vectors.of(all, n, out);
  }
}
