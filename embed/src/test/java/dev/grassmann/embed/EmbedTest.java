package dev.grassmann.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.MemoryCorpus;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbedTest {
  @Test
  void textsOfLikeMeaningLieNear() {
    Vectors rows =
        new Embed()
            .embed(
                List.of(
                    "The cat sleeps on the sofa.",
                    "A kitten is napping on the couch.",
                    "Interest rates were raised by the central bank."),
                Run.local());
    assertEquals(1, cosine(rows, 0, 0), 1e-4);
    assertTrue(cosine(rows, 0, 1) > cosine(rows, 0, 2) + 0.3);
  }

  @Test
  void sentencesAreCutAndShortOnesLeftOut() {
    MemoryCorpus corpus =
        MemoryCorpus.of("texts", List.of("One two three. Four five! No.", "Six seven eight nine?"));
    EmbedConfig config = new EmbedConfig(Unit.SENTENCE, "text", 2, 0);
    assertEquals(
        List.of("One two three.", "Four five!", "Six seven eight nine?"),
        Texts.of(corpus, config, Run.local()));
    EmbedConfig two = new EmbedConfig(Unit.SENTENCE, "text", 2, 2);
    assertEquals(2, Texts.of(corpus, two, Run.local()).size());
  }

  @Test
  void aCorpusWithoutTextIsRefused() {
    EmbedConfig config = new EmbedConfig(Unit.LINE, "text", 9, 0);
    InputException refusal =
        assertThrows(
            InputException.class,
            () -> Texts.of(MemoryCorpus.of("texts", List.of("too short")), config, Run.local()));
    assertEquals(
        "texts: no text of at least 9 words; give a smaller --min-words, or the --field that holds"
            + " the text",
        refusal.getMessage());
  }

  private static double cosine(Vectors rows, int a, int b) {
    float[] x = new float[rows.d()];
    float[] y = new float[rows.d()];
    rows.copyRow(a, x);
    rows.copyRow(b, y);
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += x[c] * y[c];
    }
    return sum;
  }
}
