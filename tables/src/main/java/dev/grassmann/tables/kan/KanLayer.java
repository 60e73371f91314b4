package dev.grassmann.tables.kan;

import dev.grassmann.core.run.Workers;
import dev.grassmann.engine.kernel.Kernel;
import dev.grassmann.engine.train.ArrayParameter;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of curves: y_o = sum over i of phi_oi(x_i), where phi_oi(x) = Wb_oi SiLU(x) + S_oi sum
 * over k of Ws_oik B_k(x). Numbers of one input lie together, outputs last, so that a row's x_i
 * adds a few contiguous stretches to its outputs.
 */
final class KanLayer {
  private static final Kernel KERNEL = Kernel.best();

  /** Rows whose outputs stay in the nearest cache while they are added to. */
  private static final int TILE = 16;

  /** Inputs whose weights stay there at the same time. */
  private static final int INPUTS = 4;

  /** Below so many outputs a call costs more than its loop. */
  private static final int NARROW = 16;

  /** Multiplications that are worth another thread. */
  private static final int A_THREAD = 1 << 15;

  private final int inputs;
  private final int outputs;
  private final SplineGrid grid;
  private final ArrayParameter base; // inputs x outputs
  private final ArrayParameter spline; // inputs x functions x outputs
  private final ArrayParameter scale; // inputs x outputs
  private final float[] weights; // inputs x (base, then functions times scale) x outputs
  private final float[] weightGradient;

  /** Takes the numbers over. */
  KanLayer(
      String name,
      int inputs,
      int outputs,
      SplineGrid grid,
      float[] base,
      float[] spline,
      float[] scale) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.grid = grid;
    this.base = new ArrayParameter(name + ".base", base, inputs, outputs);
    this.spline = new ArrayParameter(name + ".spline", spline, inputs, grid.functions(), outputs);
    this.scale = new ArrayParameter(name + ".scale", scale, inputs, outputs);
    this.weights = new float[Math.addExact(base.length, spline.length)];
    this.weightGradient = new float[weights.length];
    refresh();
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  SplineGrid grid() {
    return grid;
  }

  List<ArrayParameter> parameters() {
    return List.of(base, spline, scale);
  }

  /** Wb of an input's curve to an output. */
  float base(int input, int output) {
    return base.values()[input * outputs + output];
  }

  /** S · Ws of an input's curve to an output. */
  float coefficient(int input, int function, int output) {
    return weights[at(input) + (1 + function) * outputs + output];
  }

  /** Where an input's stretches start: Wb, then S · Ws of each function. */
  private int at(int input) {
    return input * (1 + grid.functions()) * outputs;
  }

  /** To be called when parameters have moved. */
  void refresh() {
    refresh(1);
  }

  void refresh(int threads) {
    float[] s = scale.values();
    float[] w = spline.values();
    int functions = grid.functions();
    Workers.ranges(
        inputs,
        inputsAThread(),
        threads,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            System.arraycopy(base.values(), i * outputs, weights, at(i), outputs);
            for (int k = 0; k < functions; k++) {
              int own = (i * functions + k) * outputs;
              int whole = at(i) + (1 + k) * outputs;
              for (int o = 0; o < outputs; o++) {
                weights[whole + o] = w[own + o] * s[i * outputs + o];
              }
            }
          }
        });
  }

  /** Fewer are not worth another thread. */
  private int inputsAThread() {
    return 1 + A_THREAD / ((1 + grid.functions()) * outputs);
  }

  /** Outputs of the rows whose bases a tape holds; {@code y} is rows × outputs, overwritten. */
  void forward(Bases bases, float[] y, int threads) {
    int least = 1 + A_THREAD / (inputs * (1 + grid.width()) * outputs);
    Workers.ranges(bases.rows(), least, threads, (from, to) -> forward(bases, y, from, to));
  }

  /** A tile of outputs and the weights of a few inputs are in the nearest cache together. */
  private void forward(Bases bases, float[] y, int from, int to) {
    Arrays.fill(y, from * outputs, to * outputs, 0);
    if (outputs == 1) {
      forwardSingle(bases, y, from, to);
      return;
    }
    if (outputs < NARROW) {
      for (int row = from; row < to; row++) {
        for (int i = 0; i < inputs; i++) {
          addCurve(bases, row, i, 1, y, row * outputs);
        }
      }
      return;
    }
    Terms terms = new Terms(weights, outputs);
    for (int tile = from; tile < to; tile += TILE) {
      int end = Math.min(to, tile + TILE);
      for (int first = 0; first < inputs; first += INPUTS) {
        int last = Math.min(inputs, first + INPUTS);
        for (int row = tile; row < end; row++) {
          terms.to(y, row * outputs);
          for (int i = first; i < last; i++) {
            add(bases, row, i, terms);
          }
          terms.end();
        }
      }
    }
  }

  /** Of one output a curve's weights lie together: nothing is worth a call or an index. */
  private void forwardSingle(Bases bases, float[] y, int from, int to) {
    int width = grid.width();
    int stride = 1 + grid.functions();
    for (int row = from; row < to; row++) {
      float sum = 0;
      int cell = row * inputs;
      for (int start = 0; start < inputs * stride; start += stride, cell++) {
        sum += bases.silu()[cell] * weights[start];
        int place = start + 1 + bases.first()[cell];
        int value = cell * width;
        for (int r = 0; r < width; r++) {
          sum += bases.values()[value + r] * weights[place + r];
        }
      }
      y[row] = sum;
    }
  }

  private void add(Bases bases, int row, int input, Terms terms) {
    int cell = row * inputs + input;
    int start = at(input);
    terms.add(bases.silu()[cell], start);
    int place = start + (1 + bases.first()[cell]) * outputs;
    int width = grid.width();
    for (int r = 0; r < width; r++) {
      float value = bases.values()[cell * width + r];
      if (value != 0) {
        terms.add(value, place + r * outputs);
      }
    }
  }

  /** Adds {@code sign * phi_oi(x_i)} of one row and input to its outputs. */
  void addCurve(Bases bases, int row, int input, float sign, float[] y, int at) {
    int cell = row * inputs + input;
    int width = grid.width();
    add(sign * bases.silu()[cell], at(input), y, at);
    int place = at(input) + (1 + bases.first()[cell]) * outputs;
    for (int r = 0; r < width; r++) {
      add(sign * bases.values()[cell * width + r], place + r * outputs, y, at);
    }
  }

  private void add(float factor, int from, float[] y, int at) {
    if (outputs >= NARROW) {
      KERNEL.axpy(factor, weights, from, y, at, outputs);
      return;
    }
    for (int o = 0; o < outputs; o++) {
      y[at + o] += factor * weights[from + o];
    }
  }

  /** Adds to the parameters' gradients what follows from those of the outputs. */
  void backward(Bases bases, float[] dy, int threads) {
    int least = 1 + A_THREAD / (bases.rows() * (1 + grid.width()) * outputs);
    Workers.ranges(
        inputs,
        least,
        threads,
        (from, to) -> {
          Arrays.fill(weightGradient, at(from), at(to), 0);
          if (outputs < NARROW) {
            backwardNarrow(bases, dy, from, to);
          } else {
            backwardWide(bases, dy, from, to);
          }
          unscale(from, to);
        });
  }

  private void backwardNarrow(Bases bases, float[] dy, int from, int to) {
    int width = grid.width();
    for (int row = 0; row < bases.rows(); row++) {
      int at = row * outputs;
      for (int i = from; i < to; i++) {
        int cell = row * inputs + i;
        int start = at(i);
        int place = start + (1 + bases.first()[cell]) * outputs;
        for (int o = 0; o < outputs; o++) {
          weightGradient[start + o] += bases.silu()[cell] * dy[at + o];
          for (int r = 0; r < width; r++) {
            weightGradient[place + r * outputs + o] +=
                bases.values()[cell * width + r] * dy[at + o];
          }
        }
      }
    }
  }

  /** A stretch of the gradient is loaded and stored once for four rows. */
  private void backwardWide(Bases bases, float[] dy, int from, int to) {
    Terms terms = new Terms(dy, outputs);
    int width = grid.width();
    int rows = bases.rows();
    for (int tile = 0; tile < rows; tile += TILE) {
      int end = Math.min(rows, tile + TILE);
      for (int i = from; i < to; i++) {
        terms.to(weightGradient, at(i));
        for (int row = tile; row < end; row++) {
          terms.add(bases.silu()[row * inputs + i], row * outputs);
        }
        terms.end();
        for (int k = 0; k < grid.functions(); k++) {
          terms.to(weightGradient, at(i) + (1 + k) * outputs);
          for (int row = tile; row < end; row++) {
            int cell = row * inputs + i;
            int r = k - bases.first()[cell];
            if (r >= 0 && r < width && bases.values()[cell * width + r] != 0) {
              terms.add(bases.values()[cell * width + r], row * outputs);
            }
          }
          terms.end();
        }
      }
    }
  }

  /** From the gradient of S · Ws to those of S and Ws; that of Wb is there. */
  private void unscale(int from, int to) {
    float[] s = scale.values();
    float[] w = spline.values();
    float[] baseGradient = base.gradient();
    float[] splineGradient = spline.gradient();
    float[] scaleGradient = scale.gradient();
    int functions = grid.functions();
    for (int i = from; i < to; i++) {
      int own = i * outputs;
      for (int o = 0; o < outputs; o++) {
        baseGradient[own + o] += weightGradient[at(i) + o];
      }
      for (int k = 0; k < functions; k++) {
        int at = (i * functions + k) * outputs;
        int whole = at(i) + (1 + k) * outputs;
        for (int o = 0; o < outputs; o++) {
          splineGradient[at + o] += weightGradient[whole + o] * s[own + o];
        }
        for (int o = 0; o < outputs; o++) {
          scaleGradient[own + o] += weightGradient[whole + o] * w[at + o];
        }
      }
    }
  }

  /**
   * Gradients of the inputs, rows × inputs.
   *
   * @param dx overwritten
   */
  void inputGradient(Bases bases, float[] dy, float[] dx, int threads) {
    int least = 1 + A_THREAD / (inputs * (1 + grid.width()) * outputs);
    Workers.ranges(
        bases.rows(), least, threads, (from, to) -> inputGradient(bases, dy, dx, from, to));
  }

  private void inputGradient(Bases bases, float[] dy, float[] dx, int begin, int end) {
    int width = grid.width();
    float[] slopes = new float[width];
    for (int row = begin; row < end; row++) {
      int at = row * outputs;
      for (int i = 0; i < inputs; i++) {
        int cell = row * inputs + i;
        float x = bases.x()[cell];
        float sum = Silu.slope(x) * dot(at(i), dy, at);
        int from = at(i) + (1 + grid.slopes(x, slopes, 0)) * outputs;
        for (int r = 0; r < width; r++) {
          if (slopes[r] != 0) {
            sum += slopes[r] * dot(from + r * outputs, dy, at);
          }
        }
        dx[cell] = sum;
      }
    }
  }

  /** Few outputs are not worth a call. */
  private float dot(int from, float[] dy, int at) {
    if (outputs >= NARROW) {
      return KERNEL.dot(weights, from, dy, at, outputs);
    }
    float sum = 0;
    for (int o = 0; o < outputs; o++) {
      sum += weights[from + o] * dy[at + o];
    }
    return sum;
  }
}
