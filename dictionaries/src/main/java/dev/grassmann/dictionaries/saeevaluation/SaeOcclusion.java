package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a strong attribute hides others: it is shrunk step by step, a dictionary is learnt anew
 * each time, and the values that have a latent of their own are counted.
 */
public final class SaeOcclusion implements Method<Vectors, OcclusionConfig, OcclusionCurve> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        21,
        "occlusion",
        "sae occlusion",
        "Occlusion",
        "Makelov, Lange, Nanda 2024, arXiv 2405.08366",
        "which attributes get latents as the strongest one is shrunk",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public OcclusionConfig defaults() {
    return OcclusionConfig.DEFAULT;
  }

  @Override
  public OcclusionCurve run(Vectors activations, OcclusionConfig config, Run run) {
    Options.check(config);
    if (config.shares().isEmpty()) {
      throw new InputException("nothing to take away", "--shares", "give one or more");
    }
    LibTorch.start(run);
    Table table = AttributeFiles.table(config.attributes());
    Attributes attributes = Attributes.of(table, AttributeFiles.columns(table, config.attrs()));
    SupervisedDictionary codes =
        SupervisedDictionary.fit(activations, attributes, config.codes(), run);
    int shrink =
        config.shrink().isBlank()
            ? strongest(activations, attributes, config.codes())
            : attributes.index(config.shrink());
    Interpreter interpreter = new Interpreter(attributes, 1);
    List<OcclusionCurve.Point> points = new ArrayList<>();
    for (double share : config.shares()) {
      run.step("shrinking", points.size(), config.shares().size());
      Vectors rows = codes.shrunk(activations, attributes, shrink, share);
      Dictionary learnt = config.budget().learn(rows, Dictionary.Kind.CENTRE, run);
      SparseAutoencoder sae = SparseAutoencoder.of(learnt);
      SparseCodes found = sae.encode(rows);
      F1Table latents = interpreter.f1Table(found);
      List<Double> shares = new ArrayList<>();
      for (int a = 0; a < attributes.count(); a++) {
        shares.add(latents.found(a, config.f1()));
      }
      double fvu = Residuals.fvu(rows, sae.reconstruct(rows).toArray());
      points.add(new OcclusionCurve.Point(share, fvu, shares));
    }
    return new OcclusionCurve(attributes.names(), shrink, config.f1(), points);
  }

  private static int strongest(
      Vectors activations, Attributes attributes, SupervisedDictionary.Codes codes) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < attributes.count(); a++) {
      Attributes one = attributes.only(a);
      SupervisedDictionary own = SupervisedDictionary.fit(activations, one, codes);
      double left = Residuals.fvu(activations, own.reconstruct(one));
      best = left < least ? a : best;
      least = Math.min(least, left);
    }
    return best;
  }
}
