package dev.grassmann.dictionaries.command;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;

/** A dictionary in the files of another program. */
public final class SaeExport implements Method<Dictionary, SaeExportConfig, Exported> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        18,
        "export",
        "sae export",
        "Files for other programs",
        "SAELens 6.18, sparsify 1.3",
        "a dictionary as SAELens or sparsify keep theirs",
        true);
  }

  @Override
  public Class<Dictionary> input() {
    return Dictionary.class;
  }

  @Override
  public SaeExportConfig defaults() {
    return SaeExportConfig.DEFAULT;
  }

  @Override
  public Exported run(Dictionary dictionary, SaeExportConfig config, Run run) {
    return new Exported(dictionary, Options.check(config).format());
  }
}
