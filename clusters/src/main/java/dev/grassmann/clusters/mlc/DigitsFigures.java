package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.List;
import java.util.Map;

/** Digits of 8 x 8 pixels right after the copy of the head and after MLC; measured once. */
final class DigitsFigures {
  static final List<String> DATA = List.of("digits8x8", "digits8x8-labels");
  static final int CLASSES = 10;

  private Seen seen;

  /**
   * Both moments.
   *
   * @param subspacesBefore accuracy of least squares regression on the features, likewise after
   */
  record Seen(Stage before, Stage after, double subspacesBefore, double subspacesAfter) {}

  /** A shift by a pixel for 60 %, 0.8 to 1.2 times as bright, noise of 0.15 of full black. */
  static MlcConfig config() {
    return Options.with(
        MlcConfig.DEFAULTS,
        Map.ofEntries(
            Map.entry("height", 8),
            Map.entry("width", 8),
            Map.entry("shift", 1),
            Map.entry("shiftShare", 0.6),
            Map.entry("stretch", 0.2),
            Map.entry("noise", 0.31),
            Map.entry("clusters", CLASSES)));
  }

  static Vectors pixels() {
    return VectorFiles.read(Catalogue.of(DATA.get(0)).path().orElseThrow());
  }

  static int[] truth() {
    return LabelFiles.read(Catalogue.of(DATA.get(1)).path().orElseThrow().toString()).codes();
  }

  synchronized Seen seen(Run run) {
    if (seen == null) {
      seen = measure(run);
    }
    return seen;
  }

  private static Seen measure(Run run) {
    LibTorch.start(run);
    Vectors rows = pixels();
    int[] truth = truth();
    MlcConfig config = config();
    try (MlcTraining training = new MlcTraining(rows, config, run)) {
      training.pretrain();
      training.copyHead();
      LearntSpace start = training.learnt();
      training.linearize();
      LearntSpace end = training.learnt();
      return new Seen(
          Stage.of(start, rows, truth, CLASSES, config, run),
          Stage.of(end, rows, truth, CLASSES, config, run),
          Stage.subspaces(start.features(rows), truth, CLASSES, config, run),
          Stage.subspaces(end.features(rows), truth, CLASSES, config, run));
    }
  }
}
