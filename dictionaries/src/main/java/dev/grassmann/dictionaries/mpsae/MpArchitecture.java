package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Dictionaries that are encoded by matching pursuit. Settings: {@code tolerance} (tau, 0 for a
 * fixed number of picks) {@code rectified} (1 where coefficients below 0 count as 0), {@code
 * orthogonal} (1 where coefficients are solved for anew after each pick).
 */
public final class MpArchitecture implements Architecture {
  static final String ID = "mp";
  static final String TOLERANCE = "tolerance";
  static final String RECTIFIED = "rectified";
  static final String ORTHOGONAL = "orthogonal";
  private static final double UNIT_TOLERANCE = 1e-3;

  @Override
  public String id() {
    return ID;
  }

  /** Gives every atom norm 1, with a warning where one had another. */
  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Atoms atoms = new Atoms(dictionary.atoms().toArray(), dictionary.features(), dictionary.d());
    int off = 0;
    double worst = 1;
    for (int i = 0; i < atoms.p(); i++) {
      double norm = atoms.norm(i);
      if (Math.abs(norm - 1) > UNIT_TOLERANCE) {
        off++;
        worst = Math.abs(norm - 1) > Math.abs(worst - 1) ? norm : worst;
      }
    }
    if (off == 0) {
      return dictionary;
    }
    run.warn(
        String.format(
            Locale.ROOT,
            "%,d of %,d atoms had a norm other than 1 (up to %.4g): each was divided by its norm,"
                + " since matching pursuit needs unit atoms",
            off,
            atoms.p(),
            worst));
    atoms.normalise();
    return new Dictionary(
        dictionary.architecture(),
        dictionary.k(),
        Vectors.of(atoms.rows(), atoms.p(), atoms.d()),
        dictionary.parameters(),
        dictionary.settings(),
        dictionary.scaling());
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    float[] bias = dictionary.parameter(Dictionary.BIAS).orElse(null);
    MpEncoder encoder = new MpEncoder(dictionary.atoms(), bias);
    if (dictionary.setting(ORTHOGONAL, 0) != 0) {
      return (rows, n) -> encoder.encodeOrthogonally(rows, n, k.orElse(dictionary.k()));
    }
    StopRule rule =
        new StopRule(
            k.orElse(dictionary.k()),
            dictionary.setting(TOLERANCE, 0),
            dictionary.setting(RECTIFIED, 0) != 0);
    return (rows, n) -> encoder.encode(rows, n, rule);
  }
}
