package dev.grassmann.tables.outrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * What the verbose set adds to the extended one. Left out of the reference's 232 are those that
 * repeat another, those that are one number for the whole column, and those that make a row's
 * number of the rows above it (running sums and products, differences, sorting, turning around): in
 * a table whose rows are in no order they say nothing.
 */
final class VerboseTransforms {
  private final List<Transform> list = new ArrayList<>();

  private VerboseTransforms() {}

  static List<Transform> list() {
    VerboseTransforms made = new VerboseTransforms();
    made.logarithms();
    made.powers();
    made.angles();
    made.flags();
    made.activations();
    made.distributions();
    made.ofSquares();
    made.ofCubesAndSizes();
    made.replacements();
    return made.list;
  }

  private void each(String pattern, DoubleUnaryOperator function) {
    list.add(Transform.each(pattern, function));
  }

  private void logarithms() {
    for (int base : new int[] {2, 10}) {
      DoubleUnaryOperator log = log(base);
      each("log" + base + "(%s)", log);
      each("log" + base + "(%s+1)", x -> log.applyAsDouble(x + 1));
      each("log" + base + "(|%s|+1)", x -> log.applyAsDouble(Math.abs(x) + 1));
      each("log" + base + "(%1$s+1)*sqrt(%1$s)", x -> log.applyAsDouble(x + 1) * Math.sqrt(x));
      each("round(100*log" + base + "(%s+1))", x -> Math.rint(100 * log.applyAsDouble(x + 1)));
    }
    each("sign(%1$s)*log10(|%1$s|)", x -> x / Math.abs(x) * Math.log10(Math.abs(x)));
    each("sign(%1$s)*log(|%1$s|+1)", x -> Math.signum(x) * Math.log(Math.abs(x) + 1));
  }

  private static DoubleUnaryOperator log(int base) {
    return base == 10 ? Math::log10 : x -> Math.log(x) / Math.log(2);
  }

  private void powers() {
    each("|%s|", Math::abs);
    each("%s^(1/4)", x -> Math.sqrt(Math.sqrt(x)));
    each("|%s|^(1/4)", x -> Math.sqrt(Math.sqrt(Math.abs(x))));
    each("%s^4", x -> Math.pow(x, 4));
    each("%s^5", x -> Math.pow(x, 5));
    each("1/|%s|", x -> x == 0 ? 0 : 1 / Math.abs(x));
    each("1/%s^2", x -> x == 0 ? 0 : 1 / (x * x));
    each("sqrt(1/%s)", x -> x == 0 ? 0 : Math.sqrt(1 / x));
    each("2^%s", x -> Math.pow(2, x));
    each("(%s+1)^2", x -> x * x + 2 * x + 1);
    each("2*(sqrt(%s)-1)", x -> x > 0 ? 2 * (Math.sqrt(x) - 1) : Double.NaN);
    each("exp(%1$s)-log(%1$s+1)", x -> Math.exp(x) - Math.log(x + 1));
    each("sqrt(2pi/%1$s)*(%1$s/e)^%1$s", VerboseTransforms::stirling);
  }

  private static double stirling(double x) {
    return Math.sqrt(2 * Math.PI / x) * Math.pow(x / Math.E, x);
  }

  private void angles() {
    each("sinh(%s)", Math::sinh);
    each("cosh(%s)", Math::cosh);
    each("tanh(%s)", Math::tanh);
    each("acosh(%s)", VerboseTransforms::acosh);
    each("atanh(%s)", VerboseTransforms::atanh);
    each("1/cos(%s)", x -> 1 / Math.cos(x));
    each("1/sin(%s)", x -> 1 / Math.sin(x));
    each("1/tan(%s)", x -> 1 / Math.tan(x));
    each("sinc(%s)", VerboseTransforms::sinc);
    each("sin(%1$s)+cos(%1$s)", x -> Math.sin(x) + Math.cos(x));
  }

  private static double acosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  private static double atanh(double x) {
    return (Math.log1p(x) - Math.log1p(-x)) / 2;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private void flags() {
    each("%s>0", x -> Double.isNaN(x) ? x : x > 0 ? 1 : 0);
    each("%s<0", x -> Double.isNaN(x) ? x : x < 0 ? 1 : 0);
    each("%s==0", x -> Double.isNaN(x) ? x : x == 0 ? 1 : 0);
    each("missing(%s)", x -> Double.isNaN(x) ? 1 : 0);
    each("finite(%s)", x -> Double.isFinite(x) ? 1 : 0);
    each("infinite(%s)", x -> Double.isInfinite(x) ? 1 : 0);
  }

  private void activations() {
    each("softplus(%s)", VerboseTransforms::softplus);
    each("1/softplus(%s)", x -> 1 / softplus(x));
    each("leaky(%s)", x -> x > 0 ? x : 0.01 * x);
    each("elu(%s)", x -> x > 0 ? x : Math.exp(x) - 1);
    each("softsign(%s)", x -> x / (1 + Math.abs(x)));
    each("swish(%s)", x -> x / (1 + Math.exp(-x)));
    each("%1$s/(1+exp(%1$s))", x -> x / (1 + Math.exp(x)));
    each("mish(%s)", x -> x * Math.tanh(softplus(x)));
    each(
        "gelu(%s)",
        x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));
    for (double[] ends : new double[][] {{0, 1}, {0, 2}, {-1, 1}}) {
      String range = String.format(Locale.ROOT, "clip(%%s,%.0f,%.0f)", ends[0], ends[1]);
      each(range, x -> clip(x, ends[0], ends[1]));
    }
    each("clip((%s+1)/2,0,1)", x -> clip((x + 1) / 2, 0, 1));
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static double clip(double x, double low, double high) {
    return Math.max(low, Math.min(high, x)); // a missing number stays one
  }

  private void distributions() {
    each("exp(-%s^2)", x -> Math.exp(-x * x));
    each("1-exp(-%s)", x -> 1 - Math.exp(-x));
    for (double[] at : new double[][] {{3, 4}, {0.5, 2}, {2, 1.2}}) {
      String name = String.format(Locale.ROOT, "gumbel((%%s-%s)/%s)", at[0], at[1]);
      each(name, x -> Math.exp(-Math.exp(-(x - at[0]) / at[1])));
    }
    list.add(new Transform("cdf(%s)", VerboseTransforms::cdf));
    list.add(new Transform("round(%s/median)", VerboseTransforms::byMedian));
    for (int percent : new int[] {1, 5, 10, 25}) {
      list.add(
          new Transform(
              "clip(%s," + percent + "%%," + (100 - percent) + "%%)",
              numbers -> {
                double[] sorted = sorted(numbers);
                double low = quantile(sorted, percent / 100.0);
                double high = quantile(sorted, 1 - percent / 100.0);
                return x -> clip(x, low, high);
              }));
    }
  }

  /** Share of the numbers that are at most so large. */
  private static DoubleUnaryOperator cdf(double[] numbers) {
    double[] sorted = sorted(numbers);
    return x -> {
      if (Double.isNaN(x)) {
        return x;
      }
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= x) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return (double) low / sorted.length;
    };
  }

  private static DoubleUnaryOperator byMedian(double[] numbers) {
    double median = quantile(sorted(numbers), 0.5);
    return x -> Math.rint(x / median);
  }

  private void ofSquares() {
    List<Transform> of =
        List.of(
            Transform.each("sin(%s)", Math::sin),
            Transform.each("cos(%s)", Math::cos),
            Transform.each("tan(%s)", Math::tan),
            Transform.each("atan(%s)", Math::atan),
            Transform.each("exp(%s)", Math::exp),
            Transform.each("log(%s+1)", x -> Math.log1p(x)),
            Transform.each("%s/|x|*log10(|x|)", q -> Math.sqrt(q) * Math.log10(Math.sqrt(q))),
            Transform.each("log10(%1$s+1)*|x|", q -> Math.log10(q + 1) * Math.sqrt(q)),
            Transform.each("log2(%1$s+1)*|x|", q -> log(2).applyAsDouble(q + 1) * Math.sqrt(q)),
            Transform.each("log10(%s+1)", q -> Math.log10(q + 1)),
            Transform.each("log2(%s+1)", q -> log(2).applyAsDouble(q + 1)),
            Transform.each("round(100*log10(%s+1))", q -> Math.rint(100 * Math.log10(q + 1))),
            Transform.each(
                "round(100*log2(%s+1))", q -> Math.rint(100 * log(2).applyAsDouble(q + 1))),
            Transform.each("log10(%s)", Math::log10),
            Transform.each("log2(%s)", log(2)),
            new Transform("round(%s/median)", VerboseTransforms::byMedian),
            new Transform("cdf(%s)", VerboseTransforms::cdf),
            Transform.each("(%s)^3", q -> q * q * q),
            Transform.each("(%s)^4", q -> Math.pow(q, 4)),
            Transform.each("(%s)^5", q -> Math.pow(q, 5)),
            Transform.each("1/(%s)^2", q -> q == 0 ? 0 : 1 / (q * q)),
            Transform.each("2^(%s)", q -> Math.pow(2, q)),
            Transform.each("sinh(%s)", Math::sinh),
            Transform.each("cosh(%s)", Math::cosh),
            Transform.each("tanh(%s)", Math::tanh),
            Transform.each("sinc(%s)", VerboseTransforms::sinc),
            Transform.each("1/cos(%s)", q -> 1 / Math.cos(q)),
            Transform.each("1/sin(%s)", q -> 1 / Math.sin(q)),
            Transform.each("1/tan(%s)", q -> 1 / Math.tan(q)),
            Transform.each("asinh(%s)", q -> Math.log(q + Math.sqrt(q * q + 1))),
            Transform.each("acosh(%s)", VerboseTransforms::acosh),
            Transform.each("atanh(%s)", VerboseTransforms::atanh),
            Transform.each("(%s+1)^2", q -> (q + 1) * (q + 1)),
            Transform.each("sin(%1$s)+cos(%1$s)", q -> Math.sin(q) + Math.cos(q)),
            Transform.each("exp(%1$s)-log(%1$s+1)", q -> Math.exp(q) - Math.log(q + 1)),
            Transform.each("clip(%s,0,1)", q -> clip(q, 0, 1)),
            Transform.each("1-exp(-%s)", q -> 1 - Math.exp(-q)));
    of.forEach(transform -> list.add(inside(transform, "x^2", x -> x * x)));
  }

  private void ofCubesAndSizes() {
    for (Transform transform :
        List.of(
            Transform.each("log(%s+1)", x -> Math.log1p(x)),
            Transform.each("exp(%s)-1", Math::expm1),
            Transform.each("softplus(%s)", VerboseTransforms::softplus))) {
      list.add(inside(transform, "x^3", x -> x * x * x));
    }
    for (Transform transform : Transforms.EXTENDED.list()) {
      if (List.of("standard(%s)", "minmax(%s)", "logistic(%s)", "logistic(%s+0.5)")
          .contains(transform.pattern())) {
        list.add(inside(transform, "|x|", Math::abs));
      }
    }
  }

  /** A transform of a function of the number; x in the names stands for the column. */
  private static Transform inside(Transform outer, String inner, DoubleUnaryOperator function) {
    String name = outer.pattern().replace("%1$s", inner).replace("%s", inner);
    // the column's name stands once more behind, as what x is
    return new Transform(
        name + " of %s",
        numbers -> {
          DoubleUnaryOperator fitted =
              outer.fit().to(Arrays.stream(numbers).map(function).toArray());
          return x -> fitted.applyAsDouble(function.applyAsDouble(x));
        });
  }

  /** Numbers of a kind, and what is put in their place. */
  private void replacements() {
    for (String by : List.of("0", "mean", "median", "max", "min")) {
      replaced("missing", by, Double::isNaN);
    }
    replaced("infinite", "0", Double::isInfinite);
    for (String by : List.of("missing", "mean", "median", "max", "min")) {
      replaced("0", by, x -> x == 0);
    }
    for (String by : List.of("0", "missing", "mean", "median", "max", "min")) {
      replaced("below 0", by, x -> x < 0);
      replaced("above 0", by, x -> x > 0);
    }
    for (String by : List.of("mean", "median", "max", "min")) {
      replaced("above 10", by, x -> x > 10);
    }
    for (String by : List.of("0", "missing", "mean", "median")) {
      replaced("below -10", by, x -> x < -10);
    }
  }

  private void replaced(String kind, String by, DoublePredicate is) {
    ToDoubleFunction<double[]> number =
        switch (by) {
          case "mean" -> sorted -> Arrays.stream(sorted).average().orElse(Double.NaN);
          case "median" -> sorted -> quantile(sorted, 0.5);
          case "max" -> sorted -> quantile(sorted, 1);
          case "min" -> sorted -> quantile(sorted, 0);
          case "missing" -> sorted -> Double.NaN;
          default -> sorted -> 0;
        };
    list.add(
        new Transform(
            "%s (" + kind + ": " + by + ")",
            numbers -> {
              double instead = number.applyAsDouble(sorted(numbers));
              return x -> is.test(x) ? instead : x;
            }));
  }

  private static double[] sorted(double[] numbers) {
    return Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
  }

  /** Linear between neighbours; NaN of nothing. */
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
