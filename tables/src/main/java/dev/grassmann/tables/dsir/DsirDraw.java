package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;

/** Draws documents of a corpus that was weighed before, and writes them as they are. */
public final class DsirDraw implements Method<Corpus, DsirDrawConfig, DrawnDocuments> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample draw",
        "DSIR draw",
        DsirFit.PAPER,
        "documents drawn without replacement in proportion to their weights",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirDrawConfig defaults() {
    return DsirDrawConfig.DEFAULT;
  }

  @Override
  public DrawnDocuments run(Corpus raw, DsirDrawConfig config, Run run) {
    Options.check(config);
    if (config.weights().isBlank()) {
      throw new InputException(
          "no weights were given", "--weights", "give the folder of a sample weigh run");
    }
    return draw(raw, StoredWeights.load(Path.of(config.weights())), config, run);
  }

  static DrawnDocuments draw(Corpus raw, StoredWeights stored, DsirDrawConfig config, Run run) {
    stored.requireSameSizes(raw);
    Draw.Rules rules = config.rules(stored.sizes());
    DocumentSet chosen = Draw.draw(stored::open, stored.documents(), rules, run);
    return DrawnDocuments.of(raw, stored, rules, chosen, run);
  }
}
