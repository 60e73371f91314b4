package dev.grassmann.tables.screening.sparse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import java.util.List;

/** A fit as files: JSON for programs, CSV for spreadsheets. */
record SparseFiles(SparseFit fit) {
  void write(RunFolder folder) {
    folder.writeJson("model.json", json());
    folder.writeText("coefficients.csv", coefficients());
    folder.writeText("path.csv", path());
    folder.writeText("paths.csv", paths());
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("table", fit.table()).put("target", fit.target()).put("rows", fit.rows());
    node.set("classes", Json.tree(fit.classes()));
    node.put("penalty", fit.penalty()).put("criterion", fit.criterion());
    node.put("columns", fit.features().size()).put("explained", fit.explained());
    node.put("lambdaMax", fit.path().lambdaMax()).put("nullLoss", fit.path().nullLoss());
    describe(node.putObject("model"), fit.model());
    ArrayNode path = node.putArray("path");
    for (int m = 0; m < fit.path().models().size(); m++) {
      SparseModel model = fit.path().models().get(m);
      ObjectNode entry = path.addObject();
      entry.put("lambda", model.lambda()).put("nonzero", model.count());
      entry.put("loss", model.fit().loss()).put("criterion", fit.criteria().get(m));
      entry.put("iterations", model.fit().iterations());
      entry.put("kktResidual", model.fit().residual());
    }
    return node;
  }

  private void describe(ObjectNode node, SparseModel model) {
    node.put("lambda", model.lambda()).put("intercept", model.intercept());
    node.put("iterations", model.fit().iterations());
    node.put("gradients", model.fit().gradients());
    node.put("kktResidual", model.fit().residual()).put("loss", model.fit().loss());
    node.put("converged", model.fit().converged());
    ArrayNode entries = node.putArray("coefficients");
    for (int i : fit.order()) {
      ObjectNode entry = entries.addObject().put("feature", fit.name(i));
      entry.put("coefficient", model.coefficient(i));
      entry.put("standardised", model.standardised(i));
    }
  }

  private String coefficients() {
    StringBuilder csv = new StringBuilder("feature,coefficient,standardised\n");
    csv.append("(intercept),").append(fit.model().intercept()).append(",\n");
    for (int i : fit.order()) {
      csv.append(CsvText.cell(fit.name(i))).append(',').append(fit.model().coefficient(i));
      csv.append(',').append(fit.model().standardised(i)).append('\n');
    }
    return csv.toString();
  }

  private String path() {
    StringBuilder csv =
        new StringBuilder(
            "lambda,nonzero,loss,criterion,spread,iterations,gradients,kkt_residual,held,chosen\n");
    List<SparseModel> models = fit.path().models();
    for (int m = 0; m < models.size(); m++) {
      SparseModel model = models.get(m);
      double spread = fit.spreads().get(m);
      csv.append(model.lambda()).append(',').append(model.count()).append(',');
      csv.append(model.fit().loss()).append(',').append(fit.criteria().get(m)).append(',');
      csv.append(Double.isNaN(spread) ? "" : Double.toString(spread)).append(',');
      csv.append(model.fit().iterations()).append(',').append(model.fit().gradients()).append(',');
      csv.append(model.fit().residual()).append(',').append(model.fit().considered()).append(',');
      csv.append(m == fit.chosen()).append('\n');
    }
    return csv.toString();
  }

  /** Every coefficient that is not 0, by model: the path matrix without its zeros. */
  private String paths() {
    StringBuilder csv = new StringBuilder("lambda,feature,coefficient,standardised\n");
    for (SparseModel model : fit.path().models()) {
      for (int i = 0; i < model.count(); i++) {
        csv.append(model.lambda()).append(',');
        csv.append(CsvText.cell(fit.features().get(model.feature(i)))).append(',');
        csv.append(model.coefficient(i)).append(',').append(model.standardised(i)).append('\n');
      }
    }
    return csv.toString();
  }
}
