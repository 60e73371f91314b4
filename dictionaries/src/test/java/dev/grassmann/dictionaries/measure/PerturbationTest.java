package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Labels;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What taking latents out does to classes that are made of known directions. */
final class PerturbationTest {
  private static final float HALF = (float) Math.sqrt(0.5);

  private static final int CLASSES = 6;

  /** Classes, each an axis of its own, a last axis that all share, and rows of nothing else. */
  private static Planted classes() {
    Planted planted = new Planted(CLASSES + 1);
    for (int i = 0; i < 280; i++) {
      int label = i / 2 % (CLASSES + 1);
      double own = label == CLASSES ? 0 : 3 + 0.1 * (i % 5);
      planted.row(label, 0, label, own, CLASSES, 2 + 0.1 * (i % 3));
    }
    return planted;
  }

  private static TargetedPerturbation perturbation(Planted planted, SparseAutoencoder sae) {
    Labels labels = planted.labels(0);
    Halves halves = Halves.of(labels.n());
    LinearReadout probes = halves.readout(planted.vectors(), labels, Planted.run());
    return new TargetedPerturbation(
        planted.linear(sae), planted.vectors(), planted.codes(sae), labels, halves, probes);
  }

  @Test
  void anAxisForEachClassIsTheHandleOfThatClassAlone() {
    Planted planted = classes();
    // A class without its axis is found no more, half of its probe's balanced accuracy, and looks
    // like a row of nothing, for whose probe it is one sixth of the other rows.
    double own = (CLASSES * 0.5 + 1 / 12.0) / (CLASSES + 1);
    double others = (CLASSES / 12.0 + 0.5) / (CLASSES * (CLASSES + 1));
    assertEquals(own - others, perturbation(planted, planted.axes()).score(1), 1e-6);
  }

  @Test
  void aLatentOfTwoClassesHurtsBoth() {
    Planted planted = classes();
    float[] atoms = new float[(CLASSES + 1) * (CLASSES + 1)];
    for (int i = 0; i <= CLASSES; i++) {
      boolean pair = i < CLASSES;
      int first = i - i % 2;
      atoms[i * (CLASSES + 1) + (pair ? first : i)] = pair ? HALF : 1;
      if (pair) {
        atoms[i * (CLASSES + 1) + first + 1] = i % 2 == 0 ? HALF : -HALF;
      }
    }
    double own = perturbation(planted, planted.axes()).score(1);
    double mixed = perturbation(planted, planted.dictionary(atoms, CLASSES + 1)).score(1);
    assertTrue(mixed < own - 0.1, mixed + " of " + own);
  }

  @Test
  void anEditMovesOnlyWhatIsChosen() {
    Planted planted = new Planted(3);
    planted.row(0, 0, 0, 2, 1, 3);
    planted.row(1, 0, 1, 5, 2, 7);
    SparseAutoencoder axes = planted.axes();
    CodeEdit edit =
        new CodeEdit(planted.linear(axes), planted.codes(axes), planted.vectors().toArray());
    int[] second = {1};
    assertArrayEquals(new float[] {2, 0, 0, 0, 0, 7}, edit.scaled(second, 0), 1e-6f);
    assertArrayEquals(new float[] {2, -6, 0, 0, -10, 7}, edit.scaled(second, -2), 1e-6f);
    int[] crossed = {1, 0};
    assertArrayEquals(new float[] {2, 5, 0, 0, 3, 7}, edit.swapped(second, crossed), 1e-6f);
  }

  @Test
  void aClassWithAnAxisOfItsOwnIsForgottenAndOthersStay() {
    Planted planted = classes();
    SparseAutoencoder axes = planted.axes();
    Labels labels = planted.labels(0);
    double forgotten =
        Unlearning.of(
            planted.linear(axes), planted.vectors(), planted.codes(axes), labels, Planted.run());
    assertEquals(6 / 7.0, forgotten, 0.01); // rows of nothing have no latent to be turned round
    // latents that other classes use too may not be touched
    float[] shared = new float[CLASSES + 1];
    java.util.Arrays.fill(shared, (float) (1 / Math.sqrt(CLASSES + 1)));
    SparseAutoencoder one = planted.dictionary(shared, 1);
    assertEquals(
        0,
        Unlearning.of(
            planted.linear(one), planted.vectors(), planted.codes(one), labels, Planted.run()));
  }

  @Test
  void latentsThatSpeakForAClassAreChosenByWhatTheyDoToItsProbe() {
    Planted planted = classes();
    SparseAutoencoder axes = planted.axes();
    boolean[] inside = new boolean[280];
    for (int i = 0; i < 280; i++) {
      inside[i] = i / 2 % (CLASSES + 1) == 1;
    }
    int[] found =
        ProbeEffects.strongest(
            planted.linear(axes),
            planted.codes(axes),
            inside,
            new float[] {-1, 1, 0, 0, 0, 0, 0},
            4);
    // axis 1 for the class, axis 0 against the others; the rest do nothing to this probe
    assertEquals(List.of(1, 0), List.of(found[0], found[1]));
    assertEquals(2, found.length);
  }
}
