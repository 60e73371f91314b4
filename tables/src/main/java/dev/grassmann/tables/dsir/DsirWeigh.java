package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;

/** Weighs the documents of a corpus by models that were fitted before. */
public final class DsirWeigh implements Method<Corpus, DsirWeighConfig, DocumentWeights> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample weigh",
        "DSIR weights",
        DsirFit.PAPER,
        "log importance weight and length of every document",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirWeighConfig defaults() {
    return DsirWeighConfig.DEFAULT;
  }

  @Override
  public DocumentWeights run(Corpus raw, DsirWeighConfig config, Run run) {
    Options.check(config);
    if (config.model().isBlank()) {
      throw new InputException(
          "no model was given", "--model", "give the folder of a sample fit run");
    }
    DsirModel model = DsirModel.load(Path.of(config.model()));
    Path folder = WeightsFolder.of(run);
    return DocumentWeights.of(Weighing.run(raw, model, config.reading(model), folder, run));
  }
}
