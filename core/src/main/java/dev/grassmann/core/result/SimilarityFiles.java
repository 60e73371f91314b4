package dev.grassmann.core.result;

import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A similarity as files: JSON for programs, CSV for spreadsheets. */
record SimilarityFiles(Similarity similarity) {
  void write(RunFolder folder) {
    folder.writeJson("similarity.json", similarity.json());
    folder.writeText("similarity.csv", scores());
    if (similarity.scores().stream().anyMatch(score -> score.chance().isPresent())) {
      folder.writeText("null.csv", nulls());
    }
  }

  private String scores() {
    StringBuilder csv =
        new StringBuilder("measure,score,rows,null_mean,null_95,corrected,p,null_rows\n");
    for (SimilarityScore score : similarity.scores()) {
      Optional<SimilarityNull> none = score.chance();
      List<String> cells =
          List.of(
              score.measure(),
              Double.toString(score.value()),
              Integer.toString(score.rows()),
              cell(none, SimilarityNull::mean),
              cell(none, n -> n.quantile(0.95)),
              cell(none, n -> n.corrected(score.value())),
              cell(none, n -> n.pValue(score.value())),
              none.map(n -> Integer.toString(n.rows())).orElse(""));
      csv.append(String.join(",", cells)).append('\n');
    }
    return csv.toString();
  }

  private String nulls() {
    StringBuilder csv = new StringBuilder("measure,score\n");
    for (SimilarityScore score : similarity.scores()) {
      for (double value : score.chance().map(SimilarityNull::scores).orElse(new double[0])) {
        csv.append(score.measure()).append(',').append(value).append('\n');
      }
    }
    return csv.toString();
  }

  private static String cell(
      Optional<SimilarityNull> none, ToDoubleFunction<SimilarityNull> figure) {
    return none.map(n -> Double.toString(figure.applyAsDouble(n))).orElse("");
  }
}
