package dev.grassmann.tables.dsir;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.DocumentText;

/** Options of {@code sample weigh}. */
public record DsirWeighConfig(
    @Option(help = "folder of the sample fit run whose models weigh") String model,
    @Option(help = "field (JSONL) or column (Parquet) of the text; empty: as fitted") String text,
    @Option(
            help =
                "leave out documents that are short, long, repetitive, mostly stop words or digits,"
                    + " by the paper's bounds")
        boolean quality,
    @Option(help = "leave out documents that cannot be read, and do not refuse them")
        boolean skipBroken) {
  static final DsirWeighConfig DEFAULT = new DsirWeighConfig("", "", false, false);

  Reading reading(DsirModel model) {
    String field = text.isEmpty() ? model.place().field() : text;
    return new Reading(new DocumentText(field, model.place().unit()), skipBroken, quality);
  }
}
