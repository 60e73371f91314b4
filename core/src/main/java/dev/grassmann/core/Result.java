package dev.grassmann.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;

/** What a method gives: it can be said in a sentence, printed, saved and put in a report. */
public interface Result {
  /** The answer in one plain sentence. */
  String headline();

  /** The answer for a terminal: at most about 40 lines, the most important first. */
  String text();

  /** The answer for a program; what {@code --json} prints. Names are the field's standard terms. */
  JsonNode json();

  /** Writes the result in open formats (CSV, Parquet, safetensors, JSON) into the run's folder. */
  void save(RunFolder folder);

  /** Adds pictures and tables to a report that opens with {@link #headline()}. */
  void describe(Report report);
}
