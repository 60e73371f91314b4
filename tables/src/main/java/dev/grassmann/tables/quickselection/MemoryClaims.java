package dev.grassmann.tables.quickselection;

import com.sun.management.ThreadMXBean;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** That memory grows with the connections, and not with all that there could be. */
final class MemoryClaims {
  private static final int ROWS = 200;
  private static final int COLUMNS = 50_000;
  private static final int ENTRIES_A_ROW = 100;

  private MemoryClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "50,000 sparse columns with 1,000 hidden units are trained, pruned and grown in less"
                + " than 1 GiB",
            "abstract: memory of truly sparse training",
            "all allocations together < 1,024 MiB",
            MemoryClaims::wide));
  }

  /** Whatever is allocated while the work is done is at least what is ever in use at once. */
  private static Measured wide(Run run) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counter)
        || !counter.isThreadAllocatedMemorySupported()) {
      return Measured.skipped("this virtual machine does not count what a thread allocates");
    }
    SparseMatrix matrix = matrix(run.random("sparse rows"));
    QuickSelectionConfig config = QuickSelectionConfig.DEFAULTS.with(Map.of("epochs", 2));
    long thread = Thread.currentThread().getId();
    long before = counter.getThreadAllocatedBytes(thread);
    new QuickSelection(config).rank(matrix, run.but().threads(1).folder(null).build());
    double mebi = (counter.getThreadAllocatedBytes(thread) - before) / 1048576.0;
    return Measured.of(String.format(Locale.ROOT, "%,.0f MiB", mebi), mebi < 1024);
  }

  private static SparseMatrix matrix(SplittableRandom random) {
    int[] start = new int[ROWS + 1];
    int[] column = new int[ROWS * ENTRIES_A_ROW];
    double[] value = new double[column.length];
    int stretch = COLUMNS / ENTRIES_A_ROW;
    for (int e = 0; e < column.length; e++) {
      column[e] = e % ENTRIES_A_ROW * stretch + random.nextInt(stretch);
      value[e] = 1 + random.nextInt(5);
    }
    for (int i = 1; i <= ROWS; i++) {
      start[i] = i * ENTRIES_A_ROW;
    }
    return SparseMatrix.of(COLUMNS, start, column, value);
  }
}
