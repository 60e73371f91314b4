package dev.grassmann.tables.quickselection;

import dev.grassmann.tables.quickselection.QuickSelectionConfig.Output;
import java.util.Arrays;

/**
 * One step of training on a batch. Activations lie unit by unit, the samples side by side, in rows
 * of {@code stride} numbers; what lies beyond the batch's end is kept at 0.
 *
 * <p>Threads share the samples on the way forward and back, and then the connections, so that they
 * meet twice a batch and never add into the same number: the result has the same bytes for any
 * number of threads.
 */
final class Step {
  private static final int GROUP = SparseKernel.GROUP;

  /** Number of equally likely draws of {@link Draws}. */
  private static final int DRAWS = 1 << 16;

  private final Autoencoder net;
  private final QuickSelectionConfig config;
  private final SparseKernel kernel;
  private final Team team;
  private final int batch;
  private final int stride;
  private final int columns;
  private final int hidden;
  private final float[] input; // columns x stride: noisy
  private final float[] delta; // columns x stride: clean, then error, then dE/dz of the outputs
  private final float[] unit; // hidden x stride: sigmoid, then dE/dz of the hidden units
  private final float[] dropped; // hidden x stride: sigmoid, or 0 where left out
  private final float[] squares; // stride: squared error of each sample
  private final float[][][] rows; // of each thread: a group of rows of the data
  private int samples; // of the batch at hand

  Step(Autoencoder net, QuickSelectionConfig config, SparseKernel kernel, Team team) {
    this.net = net;
    this.config = config;
    this.kernel = kernel;
    this.team = team;
    this.batch = config.batch();
    this.stride = (batch + GROUP - 1) / GROUP * GROUP;
    this.columns = net.columns();
    this.hidden = net.hidden();
    this.input = new float[Math.multiplyExact(columns, stride)];
    this.delta = new float[Math.multiplyExact(columns, stride)];
    this.unit = new float[Math.multiplyExact(hidden, stride)];
    this.dropped = new float[Math.multiplyExact(hidden, stride)];
    this.squares = new float[stride];
    this.rows = new float[team.size()][GROUP][columns];
  }

  /**
   * Gradient of one batch, and the step against it.
   *
   * @param order rows of the data; those from place {@code from} on are the batch
   * @return mean squared error, before the step
   */
  double train(Cells cells, int[] order, int from, Draws noise, Draws dropout) {
    forwardAndBack(cells, order, from, noise, dropout);
    int[] outputs = net.second().edges(team.size());
    int[] units = net.first().edges(team.size());
    team.run(
        member -> {
          update(outputs[member], outputs[member + 1], true);
          update(units[member], units[member + 1], false);
        });
    return loss();
  }

  /** The first half of a step: activations and deltas of a batch, nothing learnt. */
  void forwardAndBack(Cells cells, int[] order, int from, Draws noise, Draws dropout) {
    samples = batch;
    Mode mode =
        new Mode(
            noise, (float) config.noise(), dropout, (int) Math.round(config.dropout() * DRAWS), 1);
    team.run(
        member -> {
          int lo = edge(member);
          int hi = edge(member + 1);
          if (lo < hi) {
            read(cells, order, from, lo, Math.min(hi, samples), mode, rows[member]);
            forward(lo, hi, mode);
            compare(lo, hi, mode);
            backward(lo, hi);
          }
        });
  }

  /**
   * Mean squared error of at most a batch of rows with all hidden units and no noise; what goes
   * into the outputs is scaled by the share of units that training left in.
   */
  double error(Cells cells, int[] order, int from) {
    samples = Math.min(batch, order.length - from);
    Draws none = new Draws(0);
    Mode mode = new Mode(none, 0, none, 0, (float) (1 - config.dropout()));
    team.run(
        member -> {
          int lo = edge(member);
          int hi = edge(member + 1);
          if (lo < hi) {
            read(cells, order, from, lo, Math.min(hi, samples), mode, rows[member]);
            forward(lo, hi, mode);
            compare(lo, hi, mode);
          }
        });
    return loss();
  }

  /**
   * What training adds and evaluation does not.
   *
   * @param spread standard deviation of the noise
   * @param left out of {@link #DRAWS}, hidden units that are left out
   * @param keep factor of what goes into the outputs
   */
  private record Mode(Draws noise, float spread, Draws dropout, int left, float keep) {}

  /** First sample of a member. */
  private int edge(int member) {
    return stride / GROUP * member / team.size() * GROUP;
  }

  /** Mean squared error of the last batch, over its samples and columns. */
  double loss() {
    double sum = 0;
    for (int b = 0; b < samples; b++) {
      sum += squares[b];
    }
    return sum / samples / columns;
  }

  /**
   * Rows of the data, turned on their side; noise on the input. A group of rows at a time, so that
   * what is written is whole cache lines.
   */
  private void read(
      Cells cells, int[] order, int from, int lo, int hi, Mode mode, float[][] group) {
    long[] place = new long[GROUP];
    for (int b = lo; b < hi; b += GROUP) {
      int count = Math.min(GROUP, hi - b);
      for (int q = 0; q < count; q++) {
        int sample = order[from + b + q];
        cells.copyRow(sample, group[q]);
        place[q] = (long) sample * ((columns + 3) / 4);
      }
      for (int i = 0; i < columns; i += 4) {
        int most = Math.min(4, columns - i);
        for (int q = 0; q < count; q++) {
          long word = mode.noise().word(place[q] + (i >> 2));
          int at = i * stride + b + q;
          for (int z = 0; z < most; z++) {
            float clean = group[q][i + z];
            delta[at + z * stride] = clean;
            input[at + z * stride] = clean + mode.spread() * Draws.normal(word, z);
          }
        }
      }
    }
  }

  private void forward(int lo, int hi, Mode mode) {
    Connections layer = net.first();
    for (int j = 0; j < hidden; j++) {
      int row = j * stride;
      kernel.gather(
          net.hiddenBias()[j],
          layer.weight(),
          layer.source(),
          layer.start()[j],
          layer.start()[j + 1],
          input,
          stride,
          lo,
          hi,
          unit,
          row);
      kernel.sigmoid(unit, row + lo, hi - lo);
      for (int b = row + lo; b < row + hi; b += 4) {
        long word = mode.left() == 0 ? 0 : mode.dropout().word(b >> 2);
        for (int q = 0; q < 4; q++) {
          int keep = ~((Draws.draw(word, q) - mode.left()) >> 31); // all bits, or none: no branch
          dropped[b + q] = Float.intBitsToFloat(Float.floatToRawIntBits(unit[b + q]) & keep);
        }
      }
    }
  }

  /** Outputs, their error, and the error's derivative by what goes into the output units. */
  private void compare(int lo, int hi, Mode mode) {
    Connections layer = net.second();
    float[] output = new float[stride];
    Arrays.fill(squares, lo, hi, 0);
    for (int k = 0; k < columns; k++) {
      int row = k * stride;
      kernel.gather(
          net.outputBias()[k],
          layer.weight(),
          layer.source(),
          layer.start()[k],
          layer.start()[k + 1],
          dropped,
          stride,
          lo,
          hi,
          output,
          0);
      boolean linear = config.output() == Output.LINEAR;
      if (!linear) {
        tanh(output, mode.keep(), lo, hi);
      }
      kernel.error(output, linear ? mode.keep() : 1, delta, row, squares, lo, hi);
      if (!linear) {
        if (config.output() == Output.TANH_RELEASED) {
          tanh(output, 1, lo, hi); // there the derivative is taken at the function's value
        }
        for (int b = lo; b < hi; b++) {
          delta[row + b] *= 1 - output[b] * output[b];
        }
      }
      for (int b = Math.max(lo, samples); b < hi; b++) {
        delta[row + b] = 0; // what is no sample must not reach a gradient
      }
    }
  }

  private void tanh(float[] z, float keep, int lo, int hi) {
    for (int b = lo; b < hi; b++) {
      z[b] *= 2 * keep;
    }
    kernel.sigmoid(z, lo, hi - lo);
    for (int b = lo; b < hi; b++) {
      z[b] = 2 * z[b] - 1;
    }
  }

  private void backward(int lo, int hi) {
    Mirror mirror = net.mirror();
    float[] back = new float[stride];
    for (int j = 0; j < hidden; j++) {
      int row = j * stride;
      kernel.gather(
          0,
          mirror.weight(),
          mirror.unit(),
          mirror.start()[j],
          mirror.start()[j + 1],
          delta,
          stride,
          lo,
          hi,
          back,
          0);
      kernel.back(back, unit, row, lo, hi);
    }
  }

  /**
   * Momentum on the units {@code from} to {@code to} of a layer: v ← m v - r g, w ← w + v - d w.
   */
  private void update(int from, int to, boolean outputs) {
    Connections layer = outputs ? net.second() : net.first();
    float[] before = outputs ? dropped : input;
    float[] after = outputs ? delta : unit;
    float[] bias = outputs ? net.outputBias() : net.hiddenBias();
    float[] biasVelocity = outputs ? net.outputBiasVelocity() : net.hiddenBiasVelocity();
    float momentum = (float) config.momentum();
    float decay = (float) config.decay();
    float rate = (float) (config.rate() / batch);
    float[] weight = layer.weight();
    float[] velocity = layer.velocity();
    float[] gradient = new float[widest(layer, from, to)];
    for (int u = from; u < to; u++) {
      int row = u * stride;
      int start = layer.start()[u];
      int end = layer.start()[u + 1];
      kernel.gradients(layer.source(), start, end, before, stride, after, row, gradient);
      for (int e = start; e < end; e++) {
        velocity[e] = momentum * velocity[e] - rate * gradient[e - start];
        weight[e] += velocity[e] - decay * weight[e];
      }
      float sum = kernel.sum(after, row, stride);
      biasVelocity[u] = momentum * biasVelocity[u] - rate * sum;
      bias[u] += biasVelocity[u] - decay * bias[u];
    }
    if (outputs) {
      net.mirror().copy(weight, layer.start()[from], layer.start()[to]);
    }
  }

  /** Most connections of one unit. */
  private static int widest(Connections layer, int from, int to) {
    int widest = 0;
    for (int u = from; u < to; u++) {
      widest = Math.max(widest, layer.start()[u + 1] - layer.start()[u]);
    }
    return widest;
  }

  /** Numbers from one unit's activations to the next one's. */
  int stride() {
    return stride;
  }
}
