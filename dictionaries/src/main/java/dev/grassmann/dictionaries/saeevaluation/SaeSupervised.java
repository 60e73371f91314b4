package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.List;

/** Fits one vector for each value of each attribute. */
public final class SaeSupervised implements Method<Vectors, SupervisedConfig, SupervisedFit> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        21,
        "supervised",
        "sae supervised",
        "Supervised dictionary",
        "Makelov, Lange, Nanda 2024, arXiv 2405.08366",
        "one vector for each value of each attribute, fitted with the attributes in sight",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SupervisedConfig defaults() {
    return SupervisedConfig.DEFAULT;
  }

  @Override
  public SupervisedFit run(Vectors activations, SupervisedConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Table table = AttributeFiles.table(config.attributes());
    Attributes attributes = Attributes.of(table, AttributeFiles.columns(table, config.attrs()));
    SupervisedDictionary all =
        SupervisedDictionary.fit(activations, attributes, config.codes(), run);
    List<SupervisedFit.Alone> alone = new ArrayList<>();
    for (int a = 0; a < attributes.count(); a++) {
      Attributes one = attributes.only(a);
      SupervisedDictionary own = SupervisedDictionary.fit(activations, one, config.codes());
      alone.add(
          new SupervisedFit.Alone(
              one.names().get(0),
              one.values(0).size(),
              1 - Residuals.fvu(activations, own.reconstruct(one))));
    }
    return new SupervisedFit(
        all,
        config.codes(),
        activations.n(),
        1 - Residuals.fvu(activations, all.reconstruct(attributes)),
        alone,
        attributes.strongestDependence());
  }
}
