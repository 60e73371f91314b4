package dev.grassmann.tables;

import dev.grassmann.core.Option;
import java.util.List;

/** What is ranked, and how: options that every ranker on folds has. */
public record RankingQuestion(
    @Option(help = "column to be explained") String target,
    @Option(help = "columns to be ranked; empty for all") List<String> columns,
    @Option(help = "what the target is taken for; auto: numbers of many values are quantities")
        Outcomes.Task task,
    @Option(help = "how columns of categories become numbers") DesignMatrix.Encoding encoding,
    @Option(help = "what happens to missing numbers") DesignMatrix.Missing missing,
    @Option(help = "folds that the scores are averaged over", min = 2, max = 1000) int folds) {

  /** All columns against {@code label}, on five folds. */
  public static final RankingQuestion DEFAULTS =
      new RankingQuestion(
          "label",
          List.of(),
          Outcomes.Task.AUTO,
          DesignMatrix.Encoding.ONE_HOT,
          DesignMatrix.Missing.REFUSE,
          5);

  public RankingQuestion {
    columns = List.copyOf(columns);
  }
}
