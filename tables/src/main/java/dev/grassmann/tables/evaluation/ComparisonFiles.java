package dev.grassmann.tables.evaluation;

import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.evaluation.SelectorComparison.Cell;
import dev.grassmann.tables.evaluation.SelectorComparison.Choice;

/** A comparison as files: JSON for programs, CSV for spreadsheets. */
record ComparisonFiles(SelectorComparison comparison) {
  void write(RunFolder folder) {
    folder.writeJson("evaluation.json", comparison.json());
    folder.writeText("qualities.csv", qualities());
    folder.writeText("choices.csv", choices());
    folder.writeText("scores.csv", scores());
  }

  private String qualities() {
    StringBuilder csv = new StringBuilder("ranker,retention,columns,predictor,quality,sd\n");
    for (Cell cell : comparison.cells()) {
      csv.append(cell.ranker()).append(',').append(cell.retention()).append(',');
      csv.append(cell.kept()).append(',');
      csv.append(SelectorComparison.word(cell.predictor())).append(',');
      csv.append(cell.quality()).append(',').append(cell.sd()).append('\n');
    }
    return csv.toString();
  }

  private String choices() {
    StringBuilder csv =
        new StringBuilder("ranker,retention,jaccard,kuncheva,redundancy,fold,rank,column\n");
    for (Choice choice : comparison.choices()) {
      for (int fold = 0; fold < choice.chosen().size(); fold++) {
        int rank = 0;
        for (String column : choice.chosen().get(fold)) {
          csv.append(choice.ranker()).append(',').append(choice.retention()).append(',');
          csv.append(choice.stability().jaccard()).append(',');
          csv.append(cell(choice.stability().kuncheva())).append(',');
          csv.append(cell(choice.redundancy())).append(',').append(fold + 1).append(',');
          csv.append(++rank).append(',').append(CsvText.cell(column)).append('\n');
        }
      }
    }
    return csv.toString();
  }

  private String scores() {
    StringBuilder csv = new StringBuilder("column");
    comparison.rankers().forEach(ranker -> csv.append(',').append(ranker));
    csv.append('\n');
    double[][] scores = comparison.scores();
    for (int j = 0; j < comparison.columns().size(); j++) {
      csv.append(CsvText.cell(comparison.columns().get(j)));
      for (double[] own : scores) {
        csv.append(',').append(own[j]);
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
