package dev.grassmann.clusters.franca;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.clusters.report.Classes;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Says how well classes are told apart by prefixes of vectors, beside PCA of the same length. */
public final class Prefixes implements Method<Vectors, PrefixConfig, PrefixReport> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        16,
        "prefixes",
        "subspace prefixes",
        "Prefix report",
        "Kusupati and others 2022; Venkataramanan and others 2025 (arXiv 2507.14137)",
        "says what prefixes of vectors are worth, beside principal components",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public PrefixConfig defaults() {
    return PrefixConfig.DEFAULTS;
  }

  @Override
  public PrefixReport run(Vectors vectors, PrefixConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.of(vectors);
    if (config.labels().isBlank()) {
      throw new InputException("no classes", "--labels", "give one class a row");
    }
    Labels classes = Classes.read(config.labels());
    if (classes.n() != vectors.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "there are %,d labels for %,d rows", classes.n(), vectors.n()),
          "--labels",
          "give one label a row, in the rows' order");
    }
    return measure(vectors, points, classes.codes(), classes.classes(), config, run);
  }

  static PrefixReport measure(
      Vectors vectors, Points points, int[] labels, int classes, PrefixConfig config, Run run) {
    List<Integer> lengths = lengths(config.lengths(), vectors.d());
    Vectors main = principal(points);
    int[] order = Permutation.of(vectors.n(), run.random("halves"));
    int[] train = Arrays.copyOf(order, vectors.n() / 2);
    int[] test = Arrays.copyOfRange(order, vectors.n() / 2, vectors.n());
    NeighbourVote vote = new NeighbourVote(config.neighbours(), config.temperature());
    List<PrefixReport.Line> lines = new ArrayList<>();
    for (int length : lengths) {
      run.step("prefixes", lines.size(), lengths.size());
      Vectors prefix = first(vectors, length);
      Vectors components = first(main, Math.min(length, main.d()));
      double ridge = config.ridge();
      lines.add(
          new PrefixReport.Line(
              length,
              vote.accuracy(prefix, labels, classes, run),
              vote.accuracy(components, labels, classes, run),
              RidgeProbe.accuracy(prefix, labels, classes, train, test, ridge),
              RidgeProbe.accuracy(components, labels, classes, train, test, ridge)));
    }
    return new PrefixReport(lines, vectors.n());
  }

  private static List<Integer> lengths(List<Integer> asked, int d) {
    TreeSet<Integer> lengths = new TreeSet<>(asked);
    for (int part = 16; asked.isEmpty() && part >= 1; part /= 2) {
      lengths.add(Math.max(1, d / part));
    }
    if (lengths.last() > d) {
      throw new InputException(
          "asks for " + lengths.last() + " of " + d + " numbers",
          "--lengths",
          "give lengths of 1 to " + d);
    }
    return List.copyOf(lengths);
  }

  /** Rows on all principal directions of the centred rows, the strongest first. */
  private static Vectors principal(Points points) {
    int n = points.n();
    int d = points.d();
    double[] centred = points.rows().clone();
    double[] mean = new double[d];
    for (int p = 0; p < centred.length; p++) {
      mean[p % d] += centred[p] / n;
    }
    for (int p = 0; p < centred.length; p++) {
      centred[p] -= mean[p % d];
    }
    PrincipalDirections main = PrincipalDirections.of(centred, n, d, Math.min(n, d));
    float[] along = new float[n * main.k()];
    double[] exact = Products.multiply(centred, main.basis(), n, d, main.k());
    for (int p = 0; p < along.length; p++) {
      along[p] = (float) exact[p];
    }
    return Vectors.of(along, n, main.k());
  }

  static Vectors first(Vectors vectors, int length) {
    float[] some = new float[vectors.n() * length];
    float[] row = new float[vectors.d()];
    for (int i = 0; i < vectors.n(); i++) {
      vectors.copyRow(i, row);
      System.arraycopy(row, 0, some, i * length, length);
    }
    return Vectors.of(some, vectors.n(), length);
  }
}
