package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Option;
import dev.grassmann.dictionaries.format.Format;

/** Options of {@code sae export}. */
public record SaeExportConfig(@Option(help = "whose files are written") Format format) {
  static final SaeExportConfig DEFAULT = new SaeExportConfig(Format.SAE_LENS);
}
