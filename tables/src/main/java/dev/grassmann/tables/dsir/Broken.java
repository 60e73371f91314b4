package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.run.Run;
import java.util.Locale;

/** What is said of documents that were left out because they could not be read. */
final class Broken {
  private Broken() {}

  static void warn(long documents, Corpus corpus, Run run) {
    if (documents > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d documents of %s could not be read and were left out",
              documents,
              corpus.name()));
    }
  }
}
