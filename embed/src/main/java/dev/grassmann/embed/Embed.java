package dev.grassmann.embed;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import java.util.List;

/** A vector for each text, by all-MiniLM-L6-v2: near vectors for texts of like meaning. */
public final class Embed implements Method<Corpus, EmbedConfig, Embedded> {
  /** Numbers of the model's vectors. */
  private static final int D = 384;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        MethodInfo.NO_SYSTEM,
        "minilm",
        "embed",
        "all-MiniLM-L6-v2",
        "Reimers, Gurevych 2019, arXiv 1908.10084",
        "384 numbers of norm 1 for each text, near ones for texts of like meaning",
        true);
  }

  @Override
  public Class<Corpus> input() {
    return Corpus.class;
  }

  @Override
  public EmbedConfig defaults() {
    return EmbedConfig.DEFAULT;
  }

  /** Embeds texts that are in memory; row i is text i. */
  public Vectors embed(List<String> texts, Run run) {
    EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel(); // half a second: reads 80 MB
    float[] rows = new float[Math.multiplyExact(texts.size(), D)];
    for (int i = 0; i < texts.size(); i++) {
      run.step("embedding", i, texts.size());
      System.arraycopy(model.embed(texts.get(i)).content().vector(), 0, rows, i * D, D);
    }
    run.step("embedding", texts.size(), texts.size());
    return Vectors.of(rows, texts.size(), D);
  }

  @Override
  public Embedded run(Corpus corpus, EmbedConfig config, Run run) {
    Options.check(config);
    List<String> texts = Texts.of(corpus, config, run);
    return new Embedded(texts, embed(texts, run));
  }
}
