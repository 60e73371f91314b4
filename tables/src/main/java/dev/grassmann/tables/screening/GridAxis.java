package dev.grassmann.tables.screening;

/**
 * One side of a grid of density: cells at equal steps, beginning and ending beyond the data.
 *
 * @param min smallest number of the data, in its own unit
 * @param step between cells, in the unit of the data
 * @param before place of {@code min} on the grid, in cells; a kernel at any datum ends on the grid
 * @param radius how far the kernel reaches, in whole cells
 * @param bandwidth in the unit of the data
 */
record GridAxis(double min, double step, double before, int radius, double bandwidth) {
  /** The grid reaches at least this share of the data's range beyond the data. */
  private static final double SHARE = 0.05;

  /**
   * @param cells number of cells
   * @param kernel what the density is made of
   */
  static GridAxis of(Ordered numbers, int cells, KdeKernel kernel, double bandwidth) {
    double range = numbers.max() - numbers.min();
    double reach = kernel.reach() * bandwidth;
    double margin = Math.max(SHARE * range, reach);
    double step = (range + 2 * margin) / (cells - 1);
    int radius = (int) Math.min(Math.floor(reach / step), cells);
    return new GridAxis(numbers.min(), step, margin / step, radius, bandwidth);
  }

  /** Place of a number on the grid, in cells: between two of them, as a rule. */
  double place(double number) {
    return (number - min) / step + before;
  }

  /** One cell in bandwidths. */
  double cell() {
    return step / bandwidth;
  }
}
