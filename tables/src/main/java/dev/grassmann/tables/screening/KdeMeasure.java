package dev.grassmann.tables.screening;

import java.util.Arrays;

/**
 * Mutual information by kernel densities: on a square grid for two columns of numbers, on a line a
 * class for numbers and classes, by counting for two columns of classes.
 */
final class KdeMeasure implements Measure {
  /** A class of as few rows has no density. */
  private static final int FEW = 2;

  private final KdeKernel kernel;
  private final Bandwidth rule;
  private final double factor;
  private final int planeCells;
  private final int lineCells;
  private PlaneDensity plane;
  private double[] mass;
  private Numbers lastY;
  private GridAxis lastYAxis;

  /**
   * @param factor multiplies every bandwidth
   * @param planeCells side of the grid of two columns of numbers
   * @param lineCells cells for numbers and classes
   */
  KdeMeasure(KdeKernel kernel, Bandwidth rule, double factor, int planeCells, int lineCells) {
    this.kernel = kernel;
    this.rule = rule;
    this.factor = factor;
    this.planeCells = planeCells;
    this.lineCells = lineCells;
  }

  @Override
  public double ofNumbers(Numbers x, Numbers y) {
    if (plane == null) {
      plane = new PlaneDensity(planeCells, kernel);
      mass = new double[planeCells * planeCells];
    }
    GridAxis xAxis = axis(x.ordered(), planeCells);
    if (y != lastY) {
      lastY = y;
      lastYAxis = axis(y.ordered(), planeCells);
    }
    plane.fill(x.values(), y.values(), x.count(), xAxis, lastYAxis, mass);
    // the released program does not divide by the mass that the grid holds, which is 1 but for 1e-4
    return PlugIn.nats(mass, planeCells, planeCells, rule != Bandwidth.AS_RELEASED);
  }

  @Override
  public double ofNumbersAndClasses(Numbers x, int[] classes, int count) {
    GridAxis grid = axis(x.ordered(), lineCells);
    double[] joint = new double[count * lineCells];
    double[] members = new double[x.count()];
    for (int c = 0; c < count; c++) {
      int size = 0;
      for (int row = 0; row < classes.length; row++) {
        if (classes[row] == c) {
          members[size++] = x.values()[row];
        }
      }
      if (size > FEW) {
        addClass(Arrays.copyOf(members, size), grid, joint, c * lineCells, 1.0 / classes.length);
      }
    }
    return PlugIn.nats(joint, count, lineCells, rule != Bandwidth.AS_RELEASED);
  }

  @Override
  public double ofClasses(int[] x, int xCount, int[] y, int yCount) {
    return PlugIn.nats(x, xCount, y, yCount);
  }

  /** Adds a class's density times its share, by its own bandwidth; what leaves the grid is lost. */
  private void addClass(double[] members, GridAxis grid, double[] joint, int from, double share) {
    double[] binned = new double[lineCells + 1];
    for (double member : members) {
      double place = grid.place(member);
      int cell = (int) place;
      binned[cell] += share * (1 - (place - cell));
      binned[cell + 1] += share * (place - cell);
    }
    Ordered ordered = Ordered.of(members, members.length);
    double bandwidth = bandwidth(ordered);
    double cell = grid.step() / bandwidth;
    int radius = (int) Math.min(kernel.reach() / cell, lineCells);
    double[] weights = new double[radius + 1];
    for (int i = 0; i <= radius; i++) {
      weights[i] = cell * kernel.onLine(i * cell);
    }
    for (int i = 0; i < lineCells; i++) {
      if (binned[i] > 0) {
        int low = Math.max(0, i - radius);
        int high = Math.min(lineCells - 1, i + radius);
        for (int at = low; at <= high; at++) {
          joint[from + at] += binned[i] * weights[Math.abs(at - i)];
        }
      }
    }
  }

  private GridAxis axis(Ordered numbers, int cells) {
    return GridAxis.of(numbers, cells, kernel, bandwidth(numbers));
  }

  /** A class whose numbers are all equal has no width: it gets a thousandth of the unit's. */
  private double bandwidth(Ordered numbers) {
    double own = factor * rule.of(numbers);
    return own > 0 ? own : 1e-3 * numbers.scale();
  }
}
