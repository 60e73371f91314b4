package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/**
 * Autoencoders that keep the k largest pre-activations of each row, rectified. Settings: {@code
 * norm_weighed} (1 where decoder norms weigh the choice) and {@code groups} (1 where the largest of
 * each of k groups of neighbours is kept).
 */
public final class TopKArchitecture implements Architecture {
  static final String ID = "topk";

  /** Setting: 1 where decoder norms weigh the choice. */
  public static final String NORM_WEIGHED = "norm_weighed";

  /** Setting: 1 where the largest of each of k groups of neighbours is kept. */
  public static final String GROUPS = "groups";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Weights.of(dictionary);
    return dictionary;
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    Weights weights = Weights.of(dictionary);
    boolean groups =
        dictionary.setting(GROUPS, 0) != 0 && k.orElse(dictionary.k()) == dictionary.k();
    boolean weighed = dictionary.setting(NORM_WEIGHED, 0) != 0;
    Chooser.Plan plan =
        new Chooser.Plan(
            groups ? Selection.GROUP : Selection.ROW,
            k.orElse(dictionary.k()),
            0,
            false,
            AuxK.NONE,
            0,
            null,
            null,
            weighed ? weights.decoderNorms() : null);
    return (rows, n) ->
        new Chooser(weights, plan).choose(rows, n).codes().toSparseCodes(weights.features());
  }
}
