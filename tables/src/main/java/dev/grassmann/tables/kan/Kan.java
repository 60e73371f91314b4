package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.tables.Outcomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A Kolmogorov-Arnold network with B-splines of order p on a uniform grid of G intervals over [-1,
 * 1]: to be trained, asked, saved and loaded. It has no bias; its grid stays where it is.
 *
 * <pre>{@code
 * Kan kan = Kan.untrained(5, 3, Run.seeded(0), 10, 21, 1);
 * kan.train(x, outcomes, TrainingPlan.ofEpochs(100, 64), Run.local());
 * float[] y = kan.outputs(x.toArray(), x.n());
 * }</pre>
 */
public final class Kan {
  private static final String KIND = "kan";

  private final KanNetwork network;

  Kan(KanNetwork network) {
    this.network = network;
  }

  /**
   * A network to be trained; its curves are nearly the scaled base function.
   *
   * @param grid intervals, 1 to 256
   * @param order of the splines, 1 to 5
   * @param widths inputs, hidden units of each layer, outputs; at least two numbers
   */
  public static Kan untrained(int grid, int order, Run run, int... widths) {
    boolean good = grid >= 1 && grid <= 256 && order >= 1 && order <= 5 && widths.length >= 2;
    if (!good || Arrays.stream(widths).anyMatch(width -> width < 1)) {
      throw new InputException(
          "a network of grid " + grid + ", order " + order + ", widths " + Arrays.toString(widths),
          "",
          "give a grid of 1 to 256, an order of 1 to 5, and two widths at least, none below 1");
    }
    return new Kan(
        KanNetwork.untrained(new SplineGrid(grid, order), widths, run.random("kan start")));
  }

  public int inputs() {
    return network.inputs();
  }

  public int outputs() {
    return network.outputs();
  }

  /**
   * The numbers that are learnt, themselves and not copies: of each layer {@code base} (inputs ×
   * outputs), {@code spline} (inputs × functions × outputs) and {@code scale} (inputs × outputs).
   * Who changes them calls {@link #changed()}.
   */
  public List<ArrayParameter> parameters() {
    return network.parameters();
  }

  /** To be called when {@link #parameters()} were changed from outside. */
  public void changed() {
    network.refresh();
  }

  /**
   * The outputs, rows × outputs, row-major.
   *
   * @param x rows × inputs, row-major
   */
  public float[] outputs(float[] x, int rows) {
    if (x.length != (long) rows * inputs()) {
      throw new IllegalArgumentException(
          x.length + " numbers are not " + rows + " rows of " + inputs());
    }
    return network.outputs(x, rows);
  }

  /**
   * Learns: classes by softmax cross-entropy, numbers by squared error.
   *
   * @param x one row an outcome, {@link #inputs()} numbers each
   * @param outcomes as many classes as there are outputs, or numbers for one output
   */
  public Training train(Vectors x, Outcomes outcomes, TrainingPlan plan, Run run) {
    Objective objective = Objective.of(outcomes);
    if (objective.outputs() != outputs() || x.d() != inputs() || x.n() != outcomes.rows()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d rows of %,d numbers and %,d outcomes of %,d kinds do not fit a network of %,d"
                  + " inputs and %,d outputs",
              x.n(),
              x.d(),
              outcomes.rows(),
              objective.outputs(),
              inputs(),
              outputs()),
          "",
          "give rows, outcomes and a network of the same sizes");
    }
    return new Trainer(plan, run).train(new KanLearner(network, objective, run.threads()), x);
  }

  /** Writes it whole or not at all. */
  public void save(RunFolder folder, String name) {
    SplineGrid grid = network.first().grid();
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata("kind", KIND)
            .metadata("grid", Integer.toString(grid.intervals()))
            .metadata("order", Integer.toString(grid.order()));
    for (ArrayParameter parameter : parameters()) {
      writer.add(parameter.name(), parameter.values(), parameter.shape());
    }
    folder.write(name, writer::writeTo);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws InputException where the file holds no such network
   */
  public static Kan load(Path file) {
    SafetensorsFile saved = SafetensorsFile.open(file);
    if (!KIND.equals(saved.metadata().get("kind"))) {
      throw InputException.file(file, "holds no KAN", "give a file that a KAN was saved to");
    }
    SplineGrid grid =
        new SplineGrid(
            Integer.parseInt(saved.metadata().get("grid")),
            Integer.parseInt(saved.metadata().get("order")));
    List<KanLayer> layers = new ArrayList<>();
    for (String name = "layer0"; saved.has(name + ".base"); name = "layer" + layers.size()) {
      List<Long> shape = saved.shape(name + ".base");
      layers.add(
          new KanLayer(
              name,
              Math.toIntExact(shape.get(0)),
              Math.toIntExact(shape.get(1)),
              grid,
              saved.floats(name + ".base"),
              saved.floats(name + ".spline"),
              saved.floats(name + ".scale")));
    }
    return new Kan(new KanNetwork(layers));
  }
}
