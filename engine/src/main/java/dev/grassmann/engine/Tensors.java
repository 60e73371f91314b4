package dev.grassmann.engine;

import dev.grassmann.core.data.Vectors;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Numbers into tensors and back. Every conversion copies: a tensor never looks into a Java array,
 * and an array never changes with a tensor. Tensors made here live in main memory, row-major, and
 * belong to the scope that is open, or to the caller where none is.
 */
public final class Tensors {
  private Tensors() {}

  /** A float32 tensor of this shape from the first numbers of an array. */
  public static Tensor of(float[] numbers, long... shape) {
    int count = count(numbers.length, shape);
    Tensor tensor = empty(ScalarType.Float, shape);
    try (Scope scope = Scope.open()) {
      new FloatPointer(tensor.data_ptr()).put(numbers, 0, count);
    }
    return tensor;
  }

  /** A float64 tensor of this shape from the first numbers of an array. */
  public static Tensor of(double[] numbers, long... shape) {
    int count = count(numbers.length, shape);
    Tensor tensor = empty(ScalarType.Double, shape);
    try (Scope scope = Scope.open()) {
      new DoublePointer(tensor.data_ptr()).put(numbers, 0, count);
    }
    return tensor;
  }

  /** An int64 tensor of this shape, libtorch's type for indices and classes. */
  public static Tensor of(long[] numbers, long... shape) {
    int count = count(numbers.length, shape);
    Tensor tensor = empty(ScalarType.Long, shape);
    try (Scope scope = Scope.open()) {
      new LongPointer(tensor.data_ptr()).put(numbers, 0, count);
    }
    return tensor;
  }

  /** An int64 tensor of indices or classes. */
  public static Tensor of(int[] numbers) {
    return of(Arrays.stream(numbers).asLongStream().toArray(), numbers.length);
  }

  /** A float32 tensor, count × d, of rows {@code from .. from + count}. */
  public static Tensor of(Vectors vectors, int from, int count) {
    Objects.checkFromIndexSize(from, count, vectors.n());
    int d = vectors.d();
    Tensor tensor = empty(ScalarType.Float, count, d);
    // through a buffer that stays in cache: no second copy of the whole in the Java heap
    int block = Math.max(1, Math.min(count, (1 << 18) / d));
    float[] rows = new float[block * d];
    try (Scope scope = Scope.open()) {
      FloatPointer target = new FloatPointer(tensor.data_ptr());
      for (int done = 0; done < count; done += block) {
        int now = Math.min(block, count - done);
        vectors.copyRows(from + done, now, rows, 0);
        target.position((long) done * d).put(rows, 0, now * d);
      }
    }
    return tensor;
  }

  /** All vectors as one float32 tensor, n × d. */
  public static Tensor of(Vectors vectors) {
    return of(vectors, 0, vectors.n());
  }

  /** Overwrites a float32 tensor in main memory with the first numbers of an array. */
  public static void set(Tensor target, float[] numbers) {
    requirePlain(target, ScalarType.Float);
    int count = count(numbers.length, target.numel());
    try (Scope scope = Scope.open()) {
      new FloatPointer(target.data_ptr()).put(numbers, 0, count);
    }
  }

  /**
   * The numbers of a tensor as float32, row-major, whatever its element type, device and strides.
   */
  public static float[] floats(Tensor tensor) {
    float[] numbers = new float[Math.toIntExact(tensor.numel())];
    copy(tensor, numbers, 0);
    return numbers;
  }

  /** Fills {@code target[offset ..]} with the numbers of a tensor. */
  public static void copy(Tensor tensor, float[] target, int offset) {
    int count = Math.toIntExact(tensor.numel());
    Objects.checkFromIndexSize(offset, count, target.length);
    try (Scope scope = Scope.open()) {
      new FloatPointer(plain(tensor, ScalarType.Float).data_ptr()).get(target, offset, count);
    }
  }

  /** The numbers of a tensor as float64, row-major. */
  public static double[] doubles(Tensor tensor) {
    double[] numbers = new double[Math.toIntExact(tensor.numel())];
    try (Scope scope = Scope.open()) {
      new DoublePointer(plain(tensor, ScalarType.Double).data_ptr()).get(numbers);
    }
    return numbers;
  }

  /** The numbers of a tensor of whole numbers, row-major. */
  public static long[] longs(Tensor tensor) {
    long[] numbers = new long[Math.toIntExact(tensor.numel())];
    try (Scope scope = Scope.open()) {
      new LongPointer(plain(tensor, ScalarType.Long).data_ptr()).get(numbers);
    }
    return numbers;
  }

  /** The numbers of a tensor of whole numbers that fit an int, row-major. */
  public static int[] ints(Tensor tensor) {
    return Arrays.stream(longs(tensor)).mapToInt(Math::toIntExact).toArray();
  }

  /** Rows of a two-dimensional tensor as vectors. */
  public static Vectors vectors(Tensor tensor) {
    if (tensor.dim() != 2) {
      throw new IllegalArgumentException("2 dimensions expected, got " + tensor.dim());
    }
    return Vectors.of(
        floats(tensor), Math.toIntExact(tensor.size(0)), Math.toIntExact(tensor.size(1)));
  }

  /** An uninitialised tensor in main memory. */
  static Tensor empty(ScalarType type, long... shape) {
    LibTorch.load();
    try (Scope scope = Scope.open()) {
      return scope.keep(torch.empty(shape, new TensorOptions(type), new MemoryFormatOptional()));
    }
  }

  private static Tensor plain(Tensor tensor, ScalarType type) {
    return Device.CPU.place(tensor.detach()).to(type).contiguous();
  }

  private static void requirePlain(Tensor tensor, ScalarType type) {
    if (tensor.is_cuda() || tensor.scalar_type().value != type.value || !tensor.is_contiguous()) {
      throw new IllegalArgumentException("a row-major " + type + " tensor on the CPU is needed");
    }
  }

  private static int count(int have, long... shape) {
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    if (count > have) {
      throw new IllegalArgumentException(
          have + " numbers cannot fill a tensor of shape " + Arrays.toString(shape));
    }
    return (int) count;
  }
}
