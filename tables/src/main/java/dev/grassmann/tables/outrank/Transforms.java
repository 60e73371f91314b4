package dev.grassmann.tables.outrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Sets of transforms that are tried on every column of numbers. */
public enum Transforms {
  /** No derived columns. */
  NONE,
  /** Roots and logarithms: 4. */
  MINIMAL,
  /** 10: also signs, flags, shares of the maximum. */
  DEFAULT,
  /** 27: also powers, angles, squashing, scaling. */
  EXTENDED,
  /** The extended ones rounded to 1, 2, 3 and 4 decimals: 108. */
  EXTENDED_ROUNDED,
  /** The extended ones and 140 more: of squares, of sizes, and with numbers replaced. */
  VERBOSE,
  /** The default and 128 roots and logarithms above a threshold, at a resolution. */
  FW;

  /** Derived columns whose most frequent value has at least this share are dropped. */
  private static final double MAJORITY = 0.80;

  /** Derived columns of which at least this share is missing are dropped. */
  private static final double MISSING = 0.75;

  private static final int[] THRESHOLDS = {1, 2, 4, 8, 16, 32, 64, 96};
  private static final int[] RESOLUTIONS = {1, 10, 50, 100};

  /** All transforms of the set. */
  List<Transform> list() {
    return switch (this) {
      case NONE -> List.of();
      case MINIMAL -> minimal();
      case DEFAULT -> standard();
      case EXTENDED -> extended();
      case EXTENDED_ROUNDED -> rounded();
      case VERBOSE -> verbose();
      case FW -> thresholds();
    };
  }

  /** Whether a derived column has two values, no overwhelming one, and is not mostly missing. */
  static boolean isUseful(Feature feature) {
    int most = Arrays.stream(feature.codes().size()).max().orElse(0);
    return feature.codes().values() > 1
        && most < MAJORITY * feature.codes().rows()
        && 100 - feature.coverage() < 100 * MISSING;
  }

  private static List<Transform> minimal() {
    List<Transform> list = new ArrayList<>();
    list.add(Transform.each("sqrt(%s)", Math::sqrt));
    list.add(Transform.each("log(%s+1)", x -> Math.log(x + 1)));
    list.add(Transform.each("sqrt(|%s|)", x -> Math.sqrt(Math.abs(x))));
    list.add(Transform.each("log(|%s|+1)", x -> Math.log(Math.abs(x) + 1)));
    return list;
  }

  private static List<Transform> standard() {
    List<Transform> list = minimal();
    list.add(
        Transform.each("sign(%1$s)*log(|%1$s|)", x -> x / Math.abs(x) * Math.log(Math.abs(x))));
    list.add(Transform.each("asinh(%s)", x -> Math.log(x + Math.sqrt(x * x + 1))));
    list.add(Transform.each("log(%1$s+1)*sqrt(%1$s)", x -> Math.log(x + 1) * Math.sqrt(x)));
    list.add(Transform.each("round(100*log(%s+1))", x -> Math.rint(100 * Math.log(x + 1))));
    list.add(Transform.each("%s!=0", x -> Double.isNaN(x) ? x : x != 0 ? 1 : 0));
    list.add(
        new Transform(
            "round(%s/max)",
            numbers -> {
              double max = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).max().orElse(1);
              return x -> Math.rint(x / max);
            }));
    return list;
  }

  private static List<Transform> extended() {
    List<Transform> list = standard();
    list.add(Transform.each("%s^2", x -> x * x));
    list.add(Transform.each("%s^3", x -> x * x * x));
    list.add(Transform.each("1/%s", x -> x == 0 ? 0 : 1 / x));
    list.add(Transform.each("exp(%s)", Math::exp));
    list.add(Transform.each("exp(%s)-1", Math::expm1));
    list.add(Transform.each("sin(%s)", Math::sin));
    list.add(Transform.each("cos(%s)", Math::cos));
    list.add(Transform.each("tan(%s)", Math::tan));
    list.add(Transform.each("asin(clip(%s))", x -> Math.asin(Math.max(-1, Math.min(1, x)))));
    list.add(Transform.each("acos(clip(%s))", x -> Math.acos(Math.max(-1, Math.min(1, x)))));
    list.add(Transform.each("atan(%s)", Math::atan));
    list.add(Transform.each("sign(%s)", Math::signum));
    list.add(
        new Transform(
            "standard(%s)",
            numbers -> {
              double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
              double mean = Arrays.stream(present).average().orElse(0);
              double square =
                  Arrays.stream(present).map(x -> (x - mean) * (x - mean)).average().orElse(1);
              return x -> (x - mean) / Math.sqrt(square);
            }));
    list.add(
        new Transform(
            "minmax(%s)",
            numbers -> {
              double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
              double low = Arrays.stream(present).min().orElse(0);
              double high = Arrays.stream(present).max().orElse(1);
              return x -> (x - low) / (high - low);
            }));
    list.add(Transform.each("cbrt(%s)", Math::cbrt));
    list.add(Transform.each("logistic(%s+0.5)", x -> 1 / (1 + Math.exp(-x - 0.5))));
    list.add(Transform.each("logistic(%s)", x -> 1 / (1 + Math.exp(-x))));
    return list;
  }

  /** As the reference has it, of single precision. */
  private static List<Transform> rounded() {
    List<Transform> list = new ArrayList<>();
    for (Transform transform : extended()) {
      for (int decimals = 1; decimals <= 4; decimals++) {
        double scale = Math.pow(10, decimals);
        list.add(
            new Transform(
                "round(" + transform.pattern() + ", " + decimals + ")",
                numbers -> {
                  DoubleUnaryOperator exact = transform.fit().to(numbers);
                  return x -> Math.rint((float) exact.applyAsDouble(x) * scale) / scale;
                }));
      }
    }
    return list;
  }

  private static List<Transform> verbose() {
    List<Transform> list = extended();
    list.addAll(VerboseTransforms.list());
    return list;
  }

  private static List<Transform> thresholds() {
    List<Transform> list = standard();
    for (double scale : new double[] {1, 100}) {
      for (int resolution : RESOLUTIONS) {
        for (int step : THRESHOLDS) {
          double threshold = step / scale;
          String above = String.format(Locale.ROOT, "(%%s>%s)*%d", threshold, resolution);
          list.add(
              Transform.each(
                  "sqrt" + above, x -> above(x, threshold, resolution, Math.sqrt(x - threshold))));
          list.add(
              Transform.each(
                  "log" + above, x -> above(x, threshold, resolution, Math.log(x - threshold))));
        }
      }
    }
    return list;
  }

  /** The number itself below the threshold, 0 at it, the rounded function above it. */
  private static double above(double x, double threshold, int resolution, double function) {
    if (Double.isNaN(x) || x < threshold) {
      return x;
    }
    return x > threshold ? Math.rint(resolution * function) : 0;
  }
}
