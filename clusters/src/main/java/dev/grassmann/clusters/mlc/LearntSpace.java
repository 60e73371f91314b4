package dev.grassmann.clusters.mlc;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.ParameterFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** A network that was learnt, as plain numbers: what takes a new row to its features. */
public final class LearntSpace {
  private static final String ABOUT = "network.json";
  private static final String NUMBERS = "network.safetensors";
  private static final int BLOCK = 4_096;

  private final NetworkShape shape;
  private final List<ArrayParameter> weights;

  /**
   * @param weights in the network's own order
   */
  LearntSpace(NetworkShape shape, List<ArrayParameter> weights) {
    this.shape = shape;
    this.weights = weights;
  }

  NetworkShape shape() {
    return shape;
  }

  List<ArrayParameter> weights() {
    return weights;
  }

  /** The one that a run left in its folder; empty where there is none. */
  public static Optional<LearntSpace> in(Path folder) {
    Path about = folder.resolve(ABOUT);
    if (!Files.isRegularFile(about)) {
      return Optional.empty();
    }
    NetworkShape shape = NetworkShape.of(Json.read(about));
    LibTorch.load();
    try (LinearizingNetwork network =
        new LinearizingNetwork(shape, new SplittableRandom(0), Device.CPU)) {
      List<ArrayParameter> weights = network.learnt().weights();
      ParameterFile.read(folder.resolve(NUMBERS), weights);
      return Optional.of(new LearntSpace(shape, weights));
    }
  }

  void save(RunFolder folder) {
    ParameterFile.write(weights, folder.file(NUMBERS));
    folder.writeJson(ABOUT, shape.json());
  }

  /**
   * Features of rows, n × dim, each of length 1.
   *
   * @throws InputException where rows have another number of numbers than those learnt from
   */
  public Vectors features(Vectors rows) {
    return through(rows, true);
  }

  /** What the cluster head says, n × dim, each of length 1; scores for point-cluster. */
  Vectors said(Vectors rows) {
    return through(rows, false);
  }

  private Vectors through(Vectors rows, boolean features) {
    if (rows.d() != shape.inputs()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "rows have %,d numbers, the network was learnt from rows of %,d",
              rows.d(),
              shape.inputs()),
          "",
          "give rows of the same columns");
    }
    int d = features ? shape.options().dim() : shape.said();
    boolean scores = d != shape.options().dim();
    float[] all = new float[Math.multiplyExact(rows.n(), d)];
    try (LinearizingNetwork network =
        new LinearizingNetwork(shape, new SplittableRandom(0), Device.CPU)) {
      network.take(this);
      for (int from = 0; from < rows.n(); from += BLOCK) {
        try (Scope scope = Scope.open()) {
          Tensor some = Tensors.of(rows, from, Math.min(BLOCK, rows.n() - from));
          Tensor shared = network.shared(some, false);
          Tensor out = features ? network.features(shared) : network.said(shared, scores);
          Tensors.copy(out.detach(), all, from * d);
        }
      }
    }
    return rows.ids().isPresent()
        ? Vectors.of(all, rows.n(), d, rows.ids().get())
        : Vectors.of(all, rows.n(), d);
  }
}
