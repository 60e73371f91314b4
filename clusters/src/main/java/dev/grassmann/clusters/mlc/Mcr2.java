package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.clusters.report.Classes;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Locale;

/** Scores any features with any classes by maximal coding rate reduction. */
public final class Mcr2 implements Method<Vectors, Mcr2Config, CodingScore> {
  private static final double OFF = 1e-3; // lengths that rounding explains

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        11,
        "mcr2",
        "cluster rate",
        "MCR²",
        "Yu and others 2020; Ding and others 2023 (arXiv 2301.01805)",
        "says how near features of given classes come to orthogonal subspaces",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public Mcr2Config defaults() {
    return Mcr2Config.DEFAULTS;
  }

  @Override
  public CodingScore run(Vectors features, Mcr2Config config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    if (config.labels().isBlank()) {
      throw new InputException("no classes", "--labels", "give one class a row");
    }
    Labels classes = Classes.read(config.labels());
    if (classes.n() != features.n()) {
      throw new InputException(
          String.format(
              Locale.ROOT, "there are %,d labels for %,d rows", classes.n(), features.n()),
          "--labels",
          "give one label a row, in the rows' order");
    }
    if (!config.normalize()) {
      requireUnit(features);
    }
    Vectors unit = Points.unit(features, run).toVectors();
    return new CodingScore(
        LinearStructure.of(unit, classes.codes(), classes.classes(), config.eps2()),
        classes.names(),
        features.n(),
        features.d(),
        config.eps2());
  }

  private static void requireUnit(Vectors features) {
    float[] row = new float[features.d()];
    for (int i = 0; i < features.n(); i++) {
      features.copyRow(i, row);
      double square = 0;
      for (float x : row) {
        square += (double) x * x;
      }
      if (!(Math.abs(Math.sqrt(square) - 1) <= OFF)) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "row %d has length %.4g, and rates compare rows of length 1 only",
                i,
                Math.sqrt(square)),
            "",
            "give --normalize, or features of length 1");
      }
    }
  }
}
