package dev.grassmann.spark.screening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.spark.ColumnSelectorModel;
import dev.grassmann.spark.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class MiScreenerTest {
  private static final String[] COLUMNS = {"columns=bent,noise.1,noise.2,late", "grid=64"};

  private final Dataset<Row> rows = new Measurements(400, 2).frame(3);

  @TempDir Path folder;

  private static MiScreener screener() {
    return new MiScreener().setTarget("y").setKeep(2).setOptions(COLUMNS);
  }

  @Test
  void keepsTheBestColumnsAndWhatWasNotScreened() {
    ColumnSelectorModel model = screener().fit(rows);
    assertEquals(List.of("bent", "late"), model.best());
    String[] kept = {"bent", "the colour", "dose", "constant", "late", "y", "class"};
    assertArrayEquals(kept, model.transform(rows).columns());
    assertArrayEquals(kept, model.transformSchema(rows.schema()).fieldNames());
  }

  /** 400 / ln 400 is 66; no more than those that score above 0 are there. */
  @Test
  void keepsRowsOverTheirLogarithmUnlessTold() {
    ColumnSelectorModel model = screener().setKeep(0).fit(rows);
    assertEquals(4, model.best().size());
    assertEquals(model.ranking().order(), model.best());
  }

  @Test
  void aPipelineIsWrittenAndReadBackFittedAndNot() throws Exception {
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {screener()});
    String stage = folder.resolve("pipeline").toString();
    pipeline.write().save(stage);
    PipelineModel model = Pipeline.load(stage).fit(rows);
    String place = folder.resolve("model").toString();
    model.write().save(place);
    PipelineModel back = PipelineModel.load(place);
    ColumnSelectorModel one = (ColumnSelectorModel) model.stages()[0];
    ColumnSelectorModel other = (ColumnSelectorModel) back.stages()[0];
    assertEquals(one.ranking(), other.ranking());
    assertEquals(one.best(), other.best());
    assertEquals(one.uid(), other.uid());
    assertArrayEquals(model.transform(rows).columns(), back.transform(rows).columns());
  }

  @Test
  void saysWhichOptionIsUnknown() {
    MiScreener odd = new MiScreener().setTarget("y").setOptions("batch=7");
    InputException unknown = assertThrows(InputException.class, () -> odd.fit(rows));
    assertTrue(
        unknown.getMessage().startsWith("unknown option 'batch'; options are target, task,"));
  }
}
