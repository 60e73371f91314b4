package dev.grassmann.engine.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForwardTest {
  private static final Words WORDS = new Words(List.of("a", "b", "c", "d", "e"));
  private static final TransformerShape SHAPE = new TransformerShape(6, 5, 8, 2, 2, 16);
  private static final List<List<String>> TEXTS =
      List.of(List.of("a", "b", "c", "d", "e"), List.of("c", "a"), List.of("e", "d", "b"));

  private static Transformer model() {
    return Transformer.start(SHAPE, WORDS, Run.local().random("test"));
  }

  @Test
  void paddingChangesNothing() {
    try (Transformer model = model()) {
      float[] padded = new Forward(model, WORDS.rows(TEXTS, 5)).logits();
      float[] bare = new Forward(model, WORDS.rows(TEXTS.subList(1, 2), 2)).logits();
      assertArrayEquals(bare, Arrays.copyOfRange(padded, 6, 12), 1e-5f);
    }
  }

  @Test
  void laterWordsDoNotReachEarlierPlaces() {
    try (Transformer model = model()) {
      Place place = new Place(Site.of(Site.Kind.RESID_POST, 1), new int[] {1, 1});
      WordRows rows = WORDS.rows(List.of(TEXTS.get(0), List.of("a", "b", "e", "e", "a")), 5);
      float[] both = new Forward(model, rows).activations(List.of(place)).get(0);
      assertArrayEquals(Arrays.copyOf(both, 8), Arrays.copyOfRange(both, 8, 16), 1e-6f);
    }
  }

  @Test
  void puttingBackWhatWasReadChangesNothing() {
    try (Transformer model = model()) {
      WordRows rows = WORDS.rows(TEXTS, 5);
      float[] clean = new Forward(model, rows).logits();
      for (String name : List.of("resid_mid.0", "z.1", "q.1.0", "v.0.1", "mlp_out.1")) {
        Place place = new Place(Site.parse(name, SHAPE), new int[] {4, 4, 4});
        float[] read = new Forward(model, rows).activations(List.of(place)).get(0);
        float[] again = new Forward(model, rows).logits(List.of(new Forward.Patch(place, read)));
        assertArrayEquals(clean, again, 1e-5f, name);
      }
    }
  }

  @Test
  void theLastResidualOfAnotherRowGivesThatRowsScores() {
    try (Transformer model = model()) {
      WordRows rows = WORDS.rows(TEXTS, 5);
      Place place = new Place(Site.of(Site.Kind.RESID_POST, 1), new int[] {4, 4, 4});
      float[] read = new Forward(model, rows).activations(List.of(place)).get(0);
      float[] moved = new float[read.length];
      for (int row = 0; row < 3; row++) {
        System.arraycopy(read, (row + 1) % 3 * 8, moved, row * 8, 8);
      }
      float[] clean = new Forward(model, rows).logits();
      float[] patched = new Forward(model, rows).logits(List.of(new Forward.Patch(place, moved)));
      assertArrayEquals(Arrays.copyOfRange(clean, 6, 12), Arrays.copyOf(patched, 6), 1e-5f);
    }
  }

  @Test
  void aHeadsSiteIsItsPartOfAllHeads() {
    try (Transformer model = model()) {
      WordRows rows = WORDS.rows(TEXTS, 5);
      int[] last = {4, 4, 4};
      Place all = new Place(Site.parse("z.0", SHAPE), last);
      Place second = new Place(Site.parse("z.0.1", SHAPE), last);
      List<float[]> read = new Forward(model, rows).activations(List.of(all, second));
      assertArrayEquals(Arrays.copyOfRange(read.get(0), 4, 8), Arrays.copyOf(read.get(1), 4));
    }
  }

  @Test
  void theShortWayOfTheLastLayerGivesTheSameScores() {
    try (Transformer model = model();
        Scope scope = Scope.open()) {
      long[] ids = {1, 2, 3, 4, 5, 0, 0, 0, 3, 1};
      float[] shortWay = Tensors.floats(model.logits(Tensors.of(ids, 2, 5), Hook.NONE));
      Hook seen = (kind, layer, activation) -> activation;
      float[] longWay = Tensors.floats(model.logits(Tensors.of(ids, 2, 5), seen));
      assertArrayEquals(longWay, shortWay, 1e-5f);
    }
  }

  @Test
  void aSavedModelIsTheSame(@TempDir Path folder) {
    try (Transformer model = model()) {
      model.save(folder.resolve("model.safetensors"));
      WordRows rows = WORDS.rows(TEXTS, 5);
      try (Transformer read = Transformer.load(folder.resolve("model.safetensors"))) {
        assertEquals(SHAPE, read.shape());
        assertEquals(WORDS.all(), read.words().all());
        assertArrayEquals(new Forward(model, rows).logits(), new Forward(read, rows).logits());
      }
    }
  }

  @Test
  void aWordThatIsNotKnownIsRefused() {
    assertRefusal(
        "the word 'zebra' is not among the model's 5; give texts of the words that the model was"
            + " trained on",
        () -> WORDS.rows(List.of(List.of("zebra")), 5));
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertRefusal("text 0 has 5 words; the model takes up to 4", () -> WORDS.rows(TEXTS, 4));
  }

  @Test
  void anActivationThatIsNotThereIsRefused() {
    String text =
        "there is no activation 'z.2'; give KIND.LAYER, or KIND.LAYER.HEAD for q, k, v and z, with"
            + " layers 0 to 1, heads 0 to 1; kinds are resid_pre, q, k, v, z, attn_out, resid_mid,"
            + " mlp_out, resid_post";
    assertRefusal(text, () -> Site.parse("z.2", SHAPE));
    assertRefusal(text.replace("z.2'", "resid_mid.0.1'"), () -> Site.parse("resid_mid.0.1", SHAPE));
  }

  private static void assertRefusal(String text, Runnable refused) {
    assertEquals(text, assertThrows(InputException.class, refused::run).getMessage());
  }
}
