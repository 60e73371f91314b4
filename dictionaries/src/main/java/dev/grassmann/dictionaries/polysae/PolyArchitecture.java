package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Decoder;
import dev.grassmann.dictionaries.Encoder;
import dev.grassmann.dictionaries.standard.JumpReluArchitecture;
import dev.grassmann.dictionaries.standard.TopKArchitecture;
import java.util.OptionalInt;

/**
 * Autoencoders with a polynomial decoder. Codes are those of TopK, or where there is a {@code
 * threshold} those of JumpReLU; {@code atoms} are the linear term's directions.
 */
public final class PolyArchitecture implements Architecture {
  static final String ID = "polysae";

  private final Architecture largest = new TopKArchitecture();
  private final Architecture above = new JumpReluArchitecture();

  @Override
  public String id() {
    return ID;
  }

  private Architecture codes(Dictionary dictionary) {
    return dictionary.parameter(Dictionary.THRESHOLD).isPresent() ? above : largest;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    PolyWeights.of(dictionary);
    return codes(dictionary).accept(dictionary, run);
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    return codes(dictionary).encoder(dictionary, k);
  }

  @Override
  public Decoder decoder(Dictionary dictionary) {
    PolyWeights weights = PolyWeights.of(dictionary);
    PolyDecoder decoder = new PolyDecoder(weights);
    float[] bias = dictionary.required(Dictionary.BIAS);
    return (codes, row, out, at) -> decoder.decodeRow(codes, row, bias, out, at);
  }
}
