package dev.grassmann.engine.train;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;

/** Some rows of the data, drawn for one step; read when first asked for. */
public final class Batch {
  private final Vectors data;
  private final int[] rows;
  private final Device device;
  private float[] numbers;
  private Tensor tensor;

  Batch(Vectors data, int[] rows, Device device) {
    this.data = data;
    this.rows = rows;
    this.device = device;
  }

  /** How many rows. */
  public int size() {
    return rows.length;
  }

  /** Numbers a row. */
  public int d() {
    return data.d();
  }

  /** Which rows of the data, e.g. to look their labels up. */
  public int[] rows() {
    return rows.clone();
  }

  /** The rows, size × d, row-major; the learner may change them. */
  public float[] numbers() {
    if (numbers == null) {
      numbers = data.rows(rows).toArray();
    }
    return numbers;
  }

  /** The rows as a float32 tensor, size × d, on the run's device; it dies with the step. */
  public Tensor tensor() {
    if (tensor == null) {
      tensor = device.place(Tensors.of(numbers(), rows.length, data.d()));
    }
    return tensor;
  }
}
