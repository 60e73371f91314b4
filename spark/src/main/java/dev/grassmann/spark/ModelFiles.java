package dev.grassmann.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureRanking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Encoders;

/**
 * A {@link ColumnSelectorModel} in a folder: Spark's own {@code metadata}, and one line of JSON in
 * {@code ranking}.
 */
final class ModelFiles {
  private static final String RANKING = "/ranking";

  private ModelFiles() {}

  static final class Writer extends MLWriter {
    private final ColumnSelectorModel model;

    Writer(ColumnSelectorModel model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      DefaultParamsWriter$.MODULE$.saveMetadata(model, path, sparkSession());
      ObjectNode node = Json.object();
      node.set("ranking", model.ranking().json());
      node.set("ranked", Json.tree(model.ranked().stream().sorted().toList()));
      node.set("best", Json.tree(model.best()));
      node.set("warnings", Json.tree(model.warnings()));
      sparkSession()
          .createDataset(List.of(node.toString()), Encoders.STRING())
          .coalesce(1)
          .write()
          .text(path + RANKING);
    }
  }

  static final class Reader extends MLReader<ColumnSelectorModel> {
    @Override
    public ColumnSelectorModel load(String path) {
      String uid =
          DefaultParamsReader.loadMetadata(
                  path, sparkSession(), ColumnSelectorModel.class.getName())
              .uid();
      List<String> lines =
          sparkSession().read().text(path + RANKING).as(Encoders.STRING()).collectAsList();
      if (lines.size() != 1) {
        throw new InputException(
            lines.size() + " lines, not one", path + RANKING, "write the model again");
      }
      JsonNode node = Json.parse(lines.get(0), path + RANKING);
      return new ColumnSelectorModel(
          uid,
          FeatureRanking.of(node.get("ranking")),
          Set.copyOf(texts(node.get("ranked"))),
          texts(node.get("best")),
          texts(node.get("warnings")));
    }

    private static List<String> texts(JsonNode node) {
      List<String> texts = new ArrayList<>();
      node.forEach(text -> texts.add(text.textValue()));
      return texts;
    }
  }
}
