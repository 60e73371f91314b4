package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import java.util.List;

/**
 * The paper's baseline of a classifier: weighs documents by the log odds that they are of the
 * target, as a logistic regression on hashed n-grams has them. It learns from as many raw documents
 * as there are of the target, so that odds of 1 mean as likely the one as the other.
 */
public final class DsirClassify implements Method<Corpus, DsirClassifyConfig, DocumentWeights> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        6,
        "dsir",
        "sample classify",
        "Heuristic classification",
        DsirFit.PAPER,
        "log odds of every document to be of the target, by a classifier of n-grams",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public DsirClassifyConfig defaults() {
    return DsirClassifyConfig.DEFAULT;
  }

  @Override
  public DocumentWeights run(Corpus raw, DsirClassifyConfig config, Run run) {
    Options.check(config);
    if (config.target().isEmpty()) {
      throw new InputException(
          "no target was given",
          "--target",
          "name a file of text that the choice should look like");
    }
    Corpus target = CorpusFiles.named(config.target());
    FeatureMap map = config.features().map();
    Reading ofTarget = config.texts().ofTarget(config.skipBroken());
    Reading ofRaw = config.texts().raw(config.skipBroken());
    List<int[]> wanted = DocumentChoice.of(target, map, ofTarget, config.examples(), "target", run);
    requireWords(wanted, "target", target);
    List<int[]> others = DocumentChoice.of(raw, map, ofRaw, wanted.size(), "raw", run);
    requireWords(others, "raw", raw);
    run.step("learning", 0, 1);
    TargetClassifier classifier = TargetClassifier.fit(wanted, others, map.buckets());
    long size = wanted.stream().mapToLong(document -> document.length).sum();
    Weighing.Scores scores =
        new Weighing.Scores(
            map,
            List.of(target.name()),
            List.of(size),
            new DocumentScore[] {classifier},
            StoredWeights.Kind.ODDS);
    Reading reading = ofRaw.with(config.quality());
    return DocumentWeights.of(Weighing.run(raw, scores, reading, WeightsFolder.of(run), run));
  }

  private static void requireWords(List<int[]> documents, String what, Corpus corpus) {
    if (documents.isEmpty()) {
      throw new InputException(
          "the " + what + " collection has no words", corpus.name(), "give one with text in it");
    }
  }
}
