package dev.grassmann.tables.kan;

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

  private final int inputs;
  private final int outputs;
  private final SplineGrid grid;
  private final ArrayParameter base; // inputs x outputs
  private final ArrayParameter spline; // inputs x functions x outputs
  private final ArrayParameter scale; // inputs x outputs
  private final float[] scaled; // scale times spline
  private final float[] scaledGradient;

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
    this.scaled = new float[spline.length];
    this.scaledGradient = new float[spline.length];
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
    return scaled[(input * grid.functions() + function) * outputs + output];
  }

  /** To be called when parameters have moved. */
  void refresh() {
    float[] s = scale.values();
    float[] w = spline.values();
    int functions = grid.functions();
    for (int i = 0; i < inputs; i++) {
      for (int k = 0; k < functions; k++) {
        int at = (i * functions + k) * outputs;
        for (int o = 0; o < outputs; o++) {
          scaled[at + o] = w[at + o] * s[i * outputs + o];
        }
      }
    }
  }

  /** Outputs of the rows whose bases a tape holds; {@code y} is rows × outputs, overwritten. */
  void forward(Bases bases, float[] y) {
    int rows = bases.rows();
    Arrays.fill(y, 0, rows * outputs, 0);
    for (int i = 0; i < inputs; i++) {
      for (int row = 0; row < rows; row++) {
        addCurve(bases, row, i, 1, y, row * outputs);
      }
    }
  }

  /** Adds {@code sign * phi_oi(x_i)} of one row and input to its outputs. */
  void addCurve(Bases bases, int row, int input, float sign, float[] y, int at) {
    int cell = row * inputs + input;
    int width = grid.width();
    int value = cell * width;
    float[] values = bases.values();
    int from = (input * grid.functions() + bases.first()[cell]) * outputs;
    addThree(
        y,
        at,
        sign * bases.silu()[cell],
        base.values(),
        input * outputs,
        sign * values[value],
        sign * values[value + 1],
        scaled,
        from,
        outputs);
    for (int r = 2; r < width; r++) {
      KERNEL.axpy(sign * values[value + r], scaled, from + r * outputs, y, at, outputs);
    }
  }

  /** One pass over y instead of three; the compiler makes vectors of it. */
  private static void addThree(
      float[] y,
      int at,
      float a,
      float[] base,
      int baseFrom,
      float b,
      float c,
      float[] spline,
      int from,
      int n) {
    for (int o = 0; o < n; o++) {
      y[at + o] += a * base[baseFrom + o] + b * spline[from + o] + c * spline[from + n + o];
    }
  }

  /** Adds to the parameters' gradients what follows from those of the outputs. */
  void backward(Bases bases, float[] dy) {
    Arrays.fill(scaledGradient, 0);
    float[] baseGradient = base.gradient();
    int width = grid.width();
    for (int i = 0; i < inputs; i++) {
      for (int row = 0; row < bases.rows(); row++) {
        int cell = row * inputs + i;
        int from = (i * grid.functions() + bases.first()[cell]) * outputs;
        int at = row * outputs;
        KERNEL.axpy(bases.silu()[cell], dy, at, baseGradient, i * outputs, outputs);
        for (int r = 0; r < width; r++) {
          float value = bases.values()[cell * width + r];
          KERNEL.axpy(value, dy, at, scaledGradient, from + r * outputs, outputs);
        }
      }
    }
    unscale();
  }

  /** From the gradient of S · Ws to those of S and Ws. */
  private void unscale() {
    float[] s = scale.values();
    float[] w = spline.values();
    float[] splineGradient = spline.gradient();
    float[] scaleGradient = scale.gradient();
    int functions = grid.functions();
    for (int i = 0; i < inputs; i++) {
      for (int k = 0; k < functions; k++) {
        int at = (i * functions + k) * outputs;
        for (int o = 0; o < outputs; o++) {
          splineGradient[at + o] += scaledGradient[at + o] * s[i * outputs + o];
          scaleGradient[i * outputs + o] += scaledGradient[at + o] * w[at + o];
        }
      }
    }
  }

  /**
   * Gradients of the inputs, rows × inputs.
   *
   * @param dx overwritten
   */
  void inputGradient(Bases bases, float[] dy, float[] dx) {
    int width = grid.width();
    float[] slopes = new float[width];
    for (int row = 0; row < bases.rows(); row++) {
      int at = row * outputs;
      for (int i = 0; i < inputs; i++) {
        int cell = row * inputs + i;
        float x = bases.x()[cell];
        float sum = Silu.slope(x) * dot(base.values(), i * outputs, dy, at);
        int first = grid.slopes(x, slopes, 0);
        int from = (i * grid.functions() + first) * outputs;
        for (int r = 0; r < width; r++) {
          if (slopes[r] != 0) {
            sum += slopes[r] * dot(scaled, from + r * outputs, dy, at);
          }
        }
        dx[cell] = sum;
      }
    }
  }

  /** Few outputs are not worth a call. */
  private float dot(float[] w, int from, float[] dy, int at) {
    if (outputs >= 16) {
      return KERNEL.dot(w, from, dy, at, outputs);
    }
    float sum = 0;
    for (int o = 0; o < outputs; o++) {
      sum += w[from + o] * dy[at + o];
    }
    return sum;
  }
}
