package dev.grassmann.tables.screening;

/**
 * Kernels of a density estimate. A bandwidth is a kernel's standard deviation along one axis of the
 * line, whatever its shape; on the plane the same profile is turned around the origin.
 */
public enum KdeKernel {
  GAUSSIAN(1, false),
  EPA(1.0 / 5, true),
  BOX(1.0 / 3, true),
  TRI(1.0 / 6, true),
  BIWEIGHT(1.0 / 7, true),
  TRIWEIGHT(1.0 / 9, true),
  TRICUBE(35.0 / 243, true),
  COSINE(1 - 8 / (Math.PI * Math.PI), true),
  EXPONENTIAL(2, false);

  /** A kernel without an end is cut where its density on the line, at bandwidth 1, is this. */
  private static final double SMALLEST = 1e-4;

  private final double deviation;
  private final boolean ends;

  /**
   * @param variance of the profile on the line before it is scaled to 1
   */
  KdeKernel(double variance, boolean ends) {
    this.deviation = Math.sqrt(variance);
    this.ends = ends;
  }

  /** How far the kernel reaches, in bandwidths. */
  double reach() {
    return switch (this) {
      case GAUSSIAN -> Math.sqrt(-2 * Math.log(SMALLEST * Math.sqrt(2 * Math.PI)));
      case EXPONENTIAL -> deviation(Math.log(1 / (SMALLEST * Math.sqrt(2))));
      default -> 1 / deviation;
    };
  }

  /** Density at a distance on the line, both in bandwidths. */
  double onLine(double distance) {
    return profile(distance * deviation) * deviation / (2 * lineWeight());
  }

  /** Density at a distance on the plane, in bandwidths. */
  double onPlane(double distance) {
    return profile(distance * deviation) * deviation * deviation / (Math.PI * planeWeight());
  }

  private double deviation(double exponent) {
    return exponent / deviation;
  }

  private double profile(double u) {
    if (ends && u >= 1) {
      return 0;
    }
    return switch (this) {
      case GAUSSIAN -> Math.exp(-u * u / 2);
      case EXPONENTIAL -> Math.exp(-u);
      case BOX -> 1;
      case TRI -> 1 - u;
      case EPA -> 1 - u * u;
      case BIWEIGHT -> (1 - u * u) * (1 - u * u);
      case TRIWEIGHT -> (1 - u * u) * (1 - u * u) * (1 - u * u);
      case TRICUBE -> (1 - u * u * u) * (1 - u * u * u) * (1 - u * u * u);
      case COSINE -> Math.cos(Math.PI * u / 2);
    };
  }

  /** Integral of the profile over u from 0. */
  private double lineWeight() {
    return switch (this) {
      case GAUSSIAN -> Math.sqrt(Math.PI / 2);
      case EXPONENTIAL, BOX -> 1;
      case TRI -> 1.0 / 2;
      case EPA -> 2.0 / 3;
      case BIWEIGHT -> 8.0 / 15;
      case TRIWEIGHT -> 16.0 / 35;
      case TRICUBE -> 81.0 / 140;
      case COSINE -> 2 / Math.PI;
    };
  }

  /** Twice the integral of u times the profile. */
  private double planeWeight() {
    return switch (this) {
      case GAUSSIAN, EXPONENTIAL -> 2;
      case BOX -> 1;
      case TRI, BIWEIGHT -> 1.0 / 3;
      case EPA -> 1.0 / 2;
      case TRIWEIGHT -> 1.0 / 4;
      case TRICUBE -> 81.0 / 220;
      case COSINE -> 4 / Math.PI * (1 - 2 / Math.PI);
    };
  }
}
