package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.transformer.Forward;
import dev.grassmann.engine.transformer.Place;
import dev.grassmann.engine.transformer.Site;
import dev.grassmann.engine.transformer.Transformer;
import dev.grassmann.engine.transformer.TransformerShape;
import dev.grassmann.engine.transformer.WordRows;
import dev.grassmann.engine.transformer.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Direct effects of all parts of an activation add up to what the model itself computes. */
final class DirectEffectsTest {
  private static final Words WORDS = new Words(List.of("a", "b", "c", "d", "e"));
  private static final TransformerShape SHAPE = new TransformerShape(6, 5, 8, 2, 2, 16);
  private static final WordRows ROWS =
      WORDS.rows(List.of(List.of("a", "b", "c", "d", "e"), List.of("c", "a")), 5);

  private static Transformer model() {
    return Transformer.start(SHAPE, WORDS, Run.local().random("effects"));
  }

  private static float[] read(Transformer model, String site) {
    Place place = new Place(Site.parse(site, SHAPE), new int[] {4, 4});
    return new Forward(model, ROWS).activations(List.of(place)).get(0);
  }

  @Test
  void effectsOfTheLastStreamOnWordsAreTheScores() {
    try (Transformer model = model()) {
      float[] stream = read(model, "resid_post.1");
      float[] words = new DirectEffects(model, Site.parse("resid_post.1", SHAPE), stream).words();
      double[] deviations = DirectEffects.deviations(stream, 8);
      for (int i = 0; i < words.length; i++) {
        words[i] /= (float) deviations[i / 6];
      }
      // a new model's norms have no bias, so that nothing else adds to the scores
      assertArrayEquals(new Forward(model, ROWS).logits(), words, 1e-4f);
    }
  }

  @Test
  void whatHeadsWriteTogetherIsTheOutputOfAttention() {
    try (Transformer model = model()) {
      float[] sum = new float[16];
      for (int head = 0; head < 2; head++) {
        Site site = Site.parse("z.1." + head, SHAPE);
        float[] written = new DirectEffects(model, site, read(model, site.toString())).written();
        for (int i = 0; i < 16; i++) {
          sum[i] += written[i];
        }
      }
      assertArrayEquals(read(model, "attn_out.1"), sum, 1e-5f);
      float[] whole =
          new DirectEffects(model, Site.parse("z.1", SHAPE), read(model, "z.1")).written();
      assertArrayEquals(sum, whole, 1e-5f);
    }
  }

  @Test
  void whatAHeadReadsOfTheWholeStreamIsItsQueryKeyAndValue() {
    try (Transformer model = model()) {
      float[] stream = read(model, "resid_post.0");
      DirectEffects effects = new DirectEffects(model, Site.parse("resid_post.0", SHAPE), stream);
      double[] deviations = DirectEffects.deviations(stream, 8);
      for (String name : List.of("q.1.0", "q.1.1", "k.1.1", "v.1.0")) {
        float[] added = effects.read(Site.parse(name, SHAPE));
        for (int i = 0; i < added.length; i++) {
          added[i] /= (float) deviations[i / 4];
        }
        assertArrayEquals(read(model, name), added, 1e-4f, name);
      }
    }
  }

  @Test
  void aQueryWritesNothing() {
    try (Transformer model = model()) {
      assertEquals(
          "--site: q.1 writes nothing into the residual stream by itself; give a site of kind"
              + " resid_pre, z, attn_out, resid_mid, mlp_out or resid_post",
          assertThrows(
                  InputException.class,
                  () -> new DirectEffects(model, Site.parse("q.1", SHAPE), new float[8]))
              .getMessage());
    }
  }
}
