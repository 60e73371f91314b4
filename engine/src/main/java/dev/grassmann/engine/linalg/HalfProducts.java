package dev.grassmann.engine.linalg;

import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * A · Bᵀ in bfloat16 with sums in float32, rounded to bfloat16 once: half the time of float32 where
 * the processor has instructions for it (51 GFLOP in 0.13 s against 0.30 s on two cores with
 * AVX512-BF16). Its numbers have 8 significant bits: enough to see which products may be among the
 * largest, which are then computed again. Open one in a try statement; belongs to the thread that
 * opened it.
 */
public final class HalfProducts implements AutoCloseable {
  private static final Path FLAGS = Path.of("/proc/cpuinfo");
  private static final Pattern NATIVE = Pattern.compile("\\b(avx512_bf16|amx_bf16)\\b");

  /** Rows that a thread hands over at a time. */
  private static final int TOGETHER = 32;

  private final Scope scope;
  private final int n;
  private final int k;
  private final Tensor transposed;

  /** Where rows come from, rounded as {@link dev.grassmann.engine.kernel.Kernel#toHalf} does. */
  @FunctionalInterface
  public interface Source {
    /**
     * Writes a row's k numbers from {@code out[at]} on, or the first of them where the rest is 0.
     * Called by several threads, once for each row.
     */
    void row(int i, short[] out, int at);
  }

  /**
   * @param b rows of B, handed over once
   */
  public HalfProducts(Source b, int n, int k) {
    this.scope = Scope.open();
    this.n = n;
    this.k = k;
    this.transposed = tensor(b, 0, n, k).t();
  }

  /** Whether this machine multiplies bfloat16 faster than float32, as far as Linux tells. */
  public static boolean fast() {
    return Capability.FAST;
  }

  /** Asked of the system once a process. */
  private static final class Capability {
    static final boolean FAST = read();

    private static boolean read() {
      try {
        return Files.isReadable(FLAGS)
            && NATIVE.matcher(Files.readString(FLAGS, StandardCharsets.ISO_8859_1)).find();
      } catch (IOException e) {
        return false; // then float32 serves
      }
    }
  }

  /** Products of rows of A with all rows of B; valid while they are lent, for any thread. */
  public static final class Lent {
    private final ShortPointer start;
    private final int n;

    private Lent(ShortPointer start, int n) {
      this.start = start;
      this.n = n;
    }

    /** Fills {@code target[0 .. n)} with the products of one row. */
    public void row(int row, short[] target) {
      new ShortPointer(start).position((long) row * n).get(target, 0, n);
    }
  }

  /**
   * Multiplies some rows.
   *
   * @param a rows of A
   * @param first the first of those wanted
   * @param work is lent the products, whose rows count from {@code first}
   */
  public void of(Source a, int first, int rows, Consumer<Lent> work) {
    Scope.run(
        () -> {
          Tensor product = tensor(a, first, rows, k).matmul(transposed);
          work.accept(new Lent(new ShortPointer(product.contiguous().data_ptr()), n));
        });
  }

  private static Tensor tensor(Source source, int first, int rows, int k) {
    LibTorch.load();
    Tensor tensor =
        torch.empty(
            new long[] {rows, k},
            new TensorOptions(torch.ScalarType.BFloat16),
            new MemoryFormatOptional());
    ShortPointer start = new ShortPointer(tensor.data_ptr());
    RowRanges.forEach(
        rows,
        TOGETHER,
        (from, to) -> {
          short[] some = new short[TOGETHER * k];
          for (int at = from; at < to; at += TOGETHER) {
            int count = Math.min(TOGETHER, to - at);
            for (int i = 0; i < count; i++) {
              source.row(first + at + i, some, i * k);
            }
            new ShortPointer(start).position((long) at * k).put(some, 0, count * k);
          }
        });
    return tensor;
  }

  @Override
  public void close() {
    scope.close();
  }
}
