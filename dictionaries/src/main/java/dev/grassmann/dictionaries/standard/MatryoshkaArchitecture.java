package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/** BatchTopK autoencoders with nested prefixes, which are encoded as BatchTopK's are. */
public final class MatryoshkaArchitecture implements Architecture {
  static final String ID = "matryoshka";

  private final BatchTopKArchitecture flat = new BatchTopKArchitecture();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    return flat.accept(dictionary, run);
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    return flat.encoder(dictionary, k);
  }
}
