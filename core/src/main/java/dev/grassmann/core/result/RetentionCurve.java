package dev.grassmann.core.result;

import java.util.List;

/**
 * How well a model does with a ranking's best columns alone.
 *
 * @param ranking what ranked them
 * @param points by ascending number of columns
 */
public record RetentionCurve(String ranking, List<Point> points) {
  public RetentionCurve {
    points = List.copyOf(points);
  }

  /**
   * The best so many columns.
   *
   * @param columns how many
   * @param score how well the model did with them, the more the better
   */
  public record Point(int columns, double score) {}

  /** The score with this many columns, NaN where it was not measured. */
  public double score(int columns) {
    return points.stream()
        .filter(point -> point.columns() == columns)
        .mapToDouble(Point::score)
        .findFirst()
        .orElse(Double.NaN);
  }
}
