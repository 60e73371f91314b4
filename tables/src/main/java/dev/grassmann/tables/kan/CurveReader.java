package dev.grassmann.tables.kan;

import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.kan.LearntCurves.Curve;
import dev.grassmann.tables.kan.LearntCurves.Feature;
import dev.grassmann.tables.kan.LearntCurves.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads curves off a trained network, at points between a feature's smallest and largest number.
 */
final class CurveReader {
  private final DesignMatrix matrix;
  private final Sample sample;
  private final KanTraining training;
  private final List<String> answers;
  private final CurvesConfig config;

  CurveReader(
      DesignMatrix matrix,
      Sample sample,
      KanTraining training,
      List<String> answers,
      CurvesConfig config) {
    this.matrix = matrix;
    this.sample = sample;
    this.training = training;
    this.answers = answers;
    this.config = config;
  }

  LearntCurves read(String table, String target) {
    KanNetwork network = training.network();
    double[] energy =
        Norms.contributions(network.first(), sample.rowMajor(), sample.rows(), true).l2();
    List<Feature> features = new ArrayList<>();
    IntStream.range(0, energy.length)
        .boxed()
        .sorted((a, b) -> Double.compare(energy[b], energy[a]))
        .limit(config.top())
        .forEach(feature -> features.add(feature(feature, energy[feature])));
    return new LearntCurves(table, target, sample.rows(), answers, features, new Kan(network));
  }

  private Feature feature(int feature, double energy) {
    double[] scaled = points(feature);
    double[] original = original(feature);
    KanLayer layer = training.network().first();
    List<Curve> curves = new ArrayList<>();
    for (int unit = 0; unit < layer.outputs(); unit++) {
      curves.add(curve(layer, feature, unit, scaled));
    }
    curves.sort((a, b) -> Double.compare(spread(b), spread(a)));
    int kept = Math.min(config.units(), curves.size());
    return new Feature(
        matrix.name(feature),
        energy,
        original,
        curves.subList(0, kept),
        responses(feature, scaled));
  }

  /** Points over the feature's range, as the network sees them. */
  private double[] points(int feature) {
    double low = Arrays.stream(sample.columns()[feature]).min().orElseThrow();
    double high = Arrays.stream(sample.columns()[feature]).max().orElseThrow();
    return between(low, high);
  }

  /** The same points as the table has them. */
  private double[] original(int feature) {
    double[] column = new double[matrix.rows()];
    matrix.copyColumn(feature, column);
    return between(
        Arrays.stream(column).min().orElseThrow(), Arrays.stream(column).max().orElseThrow());
  }

  private double[] between(double low, double high) {
    double[] points = new double[config.points()];
    for (int i = 0; i < points.length; i++) {
      points[i] = low + (high - low) * i / (points.length - 1);
    }
    return points;
  }

  private static Curve curve(KanLayer layer, int feature, int unit, double[] scaled) {
    double[] base = new double[scaled.length];
    double[] spline = new double[scaled.length];
    float[] values = new float[layer.grid().width()];
    for (int i = 0; i < scaled.length; i++) {
      float x = (float) scaled[i];
      base[i] = layer.base(feature, unit) * Silu.of(x);
      int first = layer.grid().values(x, values, 0);
      for (int r = 0; r < values.length; r++) {
        spline[i] += values[r] * layer.coefficient(feature, first + r, unit);
      }
    }
    return new Curve(unit, base, spline);
  }

  private static double spread(Curve curve) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < curve.base().length; i++) {
      double whole = curve.base()[i] + curve.spline()[i];
      low = Math.min(low, whole);
      high = Math.max(high, whole);
    }
    return high - low;
  }

  /** The outputs along the feature, the others at their means; numbers as the target has them. */
  private List<Response> responses(int feature, double[] scaled) {
    int features = sample.features();
    float[] x = new float[scaled.length * features];
    for (int j = 0; j < features; j++) {
      float mean = (float) Arrays.stream(sample.columns()[j]).average().orElseThrow();
      for (int i = 0; i < scaled.length; i++) {
        x[i * features + j] = j == feature ? (float) scaled[i] : mean;
      }
    }
    float[] y = training.network().outputs(x, scaled.length);
    List<Response> responses = new ArrayList<>();
    for (int c = 0; c < answers.size(); c++) {
      double[] values = new double[scaled.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = y[i * answers.size() + c] * training.factor() + training.shift();
      }
      responses.add(new Response(answers.get(c), values));
    }
    return responses;
  }
}
