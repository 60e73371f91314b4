package dev.grassmann.spark.outrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.spark.ColumnSelectorModel;
import dev.grassmann.spark.LocalSpark;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class OutRankSelectorTest {
  private final Dataset<Row> rows = new Clicks(3_000, 3).frame(3);

  @Test
  void keepsTheBestColumnsAndWhatWasNotRanked() {
    OutRankSelector selector =
        new OutRankSelector()
            .setTarget("click")
            .setKeep(2)
            .setOptions("batch=1100", "columns=knows,half knows,number,noise");
    ColumnSelectorModel model = selector.fit(rows);
    assertEquals(List.of("knows", "half knows"), model.best());
    String[] kept = {"knows", "half knows", "an.id", "click"};
    Dataset<Row> narrow = model.transform(rows);
    assertArrayEquals(kept, narrow.columns());
    assertArrayEquals(kept, model.transformSchema(rows.schema()).fieldNames());
    assertEquals(3_000, narrow.count());
  }

  @Test
  void isAStageOfAPipeline() {
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new OutRankSelector().setTarget("click").setKeep(1).setOptions("batch=1100")
                });
    assertArrayEquals(
        new String[] {"knows", "click"}, pipeline.fit(rows).transform(rows).columns());
  }

  @Test
  void aCopyHasTheSameSettings() {
    OutRankSelector selector = new OutRankSelector().setTarget("click").setKeep(7).setSeed(3);
    OutRankSelector copy = selector.copy(org.apache.spark.ml.param.ParamMap.empty());
    assertEquals("click", copy.get(copy.target()).get());
    assertEquals(7, copy.get(copy.keep()).get());
    assertEquals(selector.uid(), copy.uid());
  }

  @Test
  void saysWhatIsMissingOrUnknown() {
    InputException none = assertThrows(InputException.class, () -> new OutRankSelector().fit(rows));
    assertEquals(
        "target: no target was set; call setTarget with a column's name", none.getMessage());
    OutRankSelector odd = new OutRankSelector().setTarget("click").setOptions("batch");
    InputException pair = assertThrows(InputException.class, () -> odd.fit(rows));
    assertEquals("batch: is no name=value; give e.g. batch=65536", pair.getMessage());
  }
}
