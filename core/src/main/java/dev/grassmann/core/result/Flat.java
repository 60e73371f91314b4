package dev.grassmann.core.result;

import dev.grassmann.core.subspace.Subspace;
import java.util.Optional;

/**
 * Where the points of a cluster lie: near a point and the directions that lead away from it. With a
 * centre of zeros it is a linear subspace; without directions it is the centre alone.
 *
 * @param centre d numbers
 * @param directions a subspace of R^d; empty where points are only near the centre
 */
public record Flat(double[] centre, Optional<Subspace> directions) {
  public Flat {
    centre = centre.clone();
    if (directions.isPresent() && directions.get().ambientDimension() != centre.length) {
      throw new IllegalArgumentException(
          "a centre of " + centre.length + " numbers and directions in another space");
    }
  }

  /** A linear subspace. */
  public static Flat through0(Subspace directions) {
    return new Flat(new double[directions.ambientDimension()], Optional.of(directions));
  }

  /** A copy of the centre. */
  @Override
  public double[] centre() {
    return centre.clone();
  }

  /** Number of directions, 0 for a point. */
  public int dimension() {
    return directions.map(Subspace::dimension).orElse(0);
  }
}
