package dev.grassmann.core.subspace;

import java.util.function.DoubleUnaryOperator;

/**
 * Distances between subspaces as functions of their principal angles (Edelman, Arias, Smith 1998,
 * section 4.3; Ye, Lim 2016). Projector libraries have the lengths times the square root of 2.
 */
public enum Distance {
  /** Arc length: sqrt of the sum of theta². */
  GEODESIC {
    @Override
    double of(double[] angles) {
      return Math.sqrt(sum(angles, t -> t * t));
    }
  },
  /**
   * sqrt of the sum of sin² theta, the Frobenius norm of the projectors' difference over sqrt 2.
   */
  CHORDAL {
    @Override
    double of(double[] angles) {
      return Math.sqrt(sum(angles, t -> Math.sin(t) * Math.sin(t)));
    }
  },
  /** Sine of the largest angle, the spectral norm of the projectors' difference. */
  PROJECTION {
    @Override
    double of(double[] angles) {
      return Math.sin(angles[angles.length - 1]);
    }
  },
  /** The largest angle. */
  ASIMOV {
    @Override
    double of(double[] angles) {
      return angles[angles.length - 1];
    }
  },
  /** Arc cosine of the product of the cosines. */
  FUBINI_STUDY {
    @Override
    double of(double[] angles) {
      return Math.acos(Math.min(1, product(angles)));
    }
  },
  /** sqrt of 1 less the product of the squared cosines. */
  BINET_CAUCHY {
    @Override
    double of(double[] angles) {
      double product = product(angles);
      return Math.sqrt(Math.max(0, 1 - product * product));
    }
  },
  /** 2 sqrt of the sum of sin²(theta / 2). */
  PROCRUSTES {
    @Override
    double of(double[] angles) {
      return 2 * Math.sqrt(sum(angles, t -> Math.sin(t / 2) * Math.sin(t / 2)));
    }
  },
  /** sqrt of less the sum of ln cos² theta; infinite where an angle is right. */
  MARTIN {
    @Override
    double of(double[] angles) {
      return Math.sqrt(Math.max(0, -2 * sum(angles, t -> Math.log(Math.cos(t)))));
    }
  };

  abstract double of(double[] angles);

  private static double sum(double[] angles, DoubleUnaryOperator term) {
    double sum = 0;
    for (double angle : angles) {
      sum += term.applyAsDouble(angle);
    }
    return sum;
  }

  private static double product(double[] angles) {
    double product = 1;
    for (double angle : angles) {
      product *= Math.cos(angle);
    }
    return product;
  }
}
