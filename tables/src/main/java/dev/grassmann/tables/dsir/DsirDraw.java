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
    requireOdds(stored, config, run);
    stored.requireSameSizes(raw);
    Draw.Rules rules = config.rules(stored.sizes());
    DocumentSet chosen = Draw.draw(stored::open, stored.documents(), rules, run);
    return DrawnDocuments.of(raw, stored, rules, chosen, run);
  }

  /**
   * The Pareto rule is one of probabilities; of other weights it would keep by their size alone.
   */
  private static void requireOdds(StoredWeights stored, DsirDrawConfig config, Run run) {
    boolean odds = stored.kind() == StoredWeights.Kind.ODDS;
    if (config.pareto() && !odds) {
      throw new InputException(
          "holds importance weights, and --pareto needs a classifier's probabilities",
          stored.folder().toString(),
          "give the folder of a sample classify run, or leave out --pareto");
    }
    if (odds && !config.pareto() && !config.topK()) {
      run.warn(
          "the weights are a classifier's odds, and documents are drawn in proportion to them;"
              + " what the paper compares with is --pareto or --top-k");
    }
  }
}
