package dev.grassmann.spark.dsir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.LocalSpark;
import dev.grassmann.tables.dsir.Dsir;
import dev.grassmann.tables.dsir.DsirConfig;
import dev.grassmann.tables.dsir.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalSpark.class)
class DsirSamplerTest {
  private static final List<String> RAW = texts(400, 1, 0.5);
  private static final List<String> TARGET = texts(60, 2, 0);

  @TempDir Path folder;

  /** Sentences of two vocabularies; {@code other} is the share of sentences of the second. */
  private static List<String> texts(int count, long seed, double other) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String word = random.nextDouble() < other ? "stone" : "river";
      StringBuilder text = new StringBuilder("no. " + i);
      int words = 3 + random.nextInt(12);
      for (int w = 0; w < words; w++) {
        text.append(' ').append(word).append(random.nextInt(30));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static Dataset<Row> frame(List<String> texts, int partitions) {
    var spark = LocalSpark.session();
    var context = new JavaSparkContext(spark.sparkContext());
    StructType schema =
        new StructType().add("id", DataTypes.IntegerType).add("text", DataTypes.StringType);
    List<Row> rows =
        IntStream.range(0, texts.size()).mapToObj(i -> RowFactory.create(i, texts.get(i))).toList();
    return spark.createDataFrame(context.parallelize(rows, partitions), schema);
  }

  private static DsirSamplerModel fitted(int partitions) {
    return new DsirSampler()
        .setTarget(frame(TARGET, partitions))
        .setBuckets(500)
        .setSmoothing(1)
        .fit(frame(RAW, partitions));
  }

  /** The same collections as files, and the single machine's draw from them. */
  private Sample alone(long k, int minLength, long seed) throws Exception {
    Path raw = Files.write(folder.resolve("raw.txt"), RAW);
    Path target = Files.write(folder.resolve("target.txt"), TARGET);
    DsirConfig config =
        DsirConfig.DEFAULT.with(
            Map.of("buckets", 500, "smoothing", 1, "budget", "all", "min-length", minLength));
    return new Dsir(config)
        .sample(CorpusFiles.open(raw), List.of(CorpusFiles.open(target)), k, Run.seeded(seed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void drawsTheDocumentsThatOneMachineDrawsHoweverTheyArePartitioned(int partitions)
      throws Exception {
    Sample alone = alone(50, 8, 7);
    DsirSamplerModel model = fitted(partitions);
    assertArrayEquals(alone.model().raw().counts(), model.raw().counts());
    assertArrayEquals(alone.model().targets().get(0).counts().counts(), model.target().counts());
    List<Integer> drawn =
        model
            .draw(frame(RAW, partitions), new DsirSamplerModel.Draw(50, 7, 8, 1))
            .collectAsList()
            .stream()
            .map(row -> row.getInt(0))
            .toList();
    List<Integer> expected =
        IntStream.range(0, RAW.size()).filter(alone.drawn()::has).boxed().toList();
    assertEquals(50, expected.size());
    assertEquals(expected, drawn);
  }

  @Test
  void anotherSeedDrawsOthers() {
    DsirSamplerModel model = fitted(2);
    Dataset<Row> raw = frame(RAW, 2);
    assertEquals(
        false,
        model
            .draw(raw, new DsirSamplerModel.Draw(20, 1, 0, 1))
            .collectAsList()
            .equals(model.draw(raw, new DsirSamplerModel.Draw(20, 2, 0, 1)).collectAsList()));
  }

  @Test
  void addsWeightAndLengthToEachDocument() {
    List<String> texts = new ArrayList<>(List.of("river1 river2 river3", "stone1 stone2"));
    texts.add(null);
    Dataset<Row> weighed = fitted(2).transform(frame(texts, 2));
    assertArrayEquals(new String[] {"id", "text", "log_weight", "length"}, weighed.columns());
    List<Row> rows = weighed.collectAsList();
    assertEquals(true, rows.get(0).getDouble(2) > 0);
    assertEquals(true, rows.get(1).getDouble(2) < 0);
    assertEquals(3, rows.get(0).getInt(3));
    assertEquals(true, rows.get(2).isNullAt(2));
    assertEquals(-1, rows.get(2).getInt(3));
  }

  @Test
  void aCopyIsFittedAsTheOriginal() {
    DsirSampler sampler = new DsirSampler().setTarget(frame(TARGET, 1)).setBuckets(500);
    DsirSampler copy = sampler.copy(ParamMap.empty());
    assertArrayEquals(
        sampler.fit(frame(RAW, 1)).raw().counts(), copy.fit(frame(RAW, 1)).raw().counts());
  }

  private static String refusal(Runnable action) {
    return assertThrows(InputException.class, action::run).getMessage();
  }

  @Test
  void refusesInOneSentence() {
    Dataset<Row> raw = frame(RAW, 1);
    assertEquals(
        "target: no target was set; call setTarget with documents to look like",
        refusal(() -> new DsirSampler().fit(raw)));
    DsirSampler sampler = new DsirSampler().setTarget(frame(TARGET, 1));
    assertEquals(
        "the target DataFrame: there is no column 'body'; columns are id, text",
        refusal(() -> sampler.copy(ParamMap.empty()).setText("body").fit(raw)));
    assertEquals(
        "the target DataFrame: column 'id' holds int; name a column of strings",
        refusal(() -> sampler.copy(ParamMap.empty()).setText("id").fit(raw)));
    assertEquals(
        "the raw collection has no words; give one with text in it",
        refusal(() -> sampler.fit(frame(List.of("", " "), 1))));
    DsirSamplerModel model = fitted(1);
    assertEquals(
        "k: asked for 401 documents, only 400 of 400 have 0 tokens or more; ask for fewer, or lower"
            + " the least length",
        refusal(() -> model.draw(raw, new DsirSamplerModel.Draw(401, 0, 0, 1))));
    assertEquals(
        "the raw DataFrame: there is a column 'length' already; rename or drop it",
        refusal(() -> model.transform(raw.withColumnRenamed("id", "length"))));
    assertEquals(
        "k 0, temperature 1.0; give k of 1 or more, above 0 each",
        refusal(() -> DsirSamplerModel.Draw.of(0, 0)));
  }
}
