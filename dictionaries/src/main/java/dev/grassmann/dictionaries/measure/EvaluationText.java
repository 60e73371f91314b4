package dev.grassmann.dictionaries.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation in words and numbers. */
record EvaluationText(SaeEvaluation evaluation) {
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows()) {
      text.append(String.format(Locale.ROOT, "%-34s %12s%n", row.get(0), row.get(1)));
    }
    text.append("\n     k       L0      FVU\n");
    for (SaeEvaluation.AtSparsity error : evaluation.errorByK()) {
      String mark = error.k() == evaluation.dictionary().k() ? "  trained" : "";
      text.append(
          String.format(
              Locale.ROOT, "%6d %8.2f %8.4f%s%n", error.k(), error.l0(), error.fvu(), mark));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** Figures with the formula in the name, since programs differ in it. */
  List<List<String>> rows() {
    Fidelity f = evaluation.fidelity();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("L0, latents a row", number(evaluation.l0())));
    rows.add(List.of("FVU, sum|x-x^|2 / sum|x-mean|2", number(f.fvu())));
    rows.add(List.of("explained variance, 1 - FVU", number(f.explainedVariance())));
    rows.add(List.of("mean squared error, summed over d", number(f.meanSquaredError())));
    rows.add(List.of("cosine of x and x^", number(f.cosine())));
    rows.add(List.of("norm ratio |x^| / |x|", number(f.normRatio())));
    rows.add(List.of("bias, sum|x^|2 / sum<x,x^>", number(f.reconstructionBias())));
    rows.add(
        List.of(
            "silent latents on these rows",
            String.format(
                Locale.ROOT,
                "%,d (%.1f%%)",
                evaluation.density().silent(),
                100 * evaluation.density().silentShare())));
    rows.add(List.of("effective rank of the codes", number(evaluation.effectiveRank())));
    rows.add(List.of("Babel mu_1(1), largest cosine", number(evaluation.babel()[0])));
    double coActive = evaluation.coActiveBabel()[0];
    rows.add(List.of("the same of atoms used together", number(coActive)));
    return rows;
  }

  static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }

  /** JSON has no NaN. */
  static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  static ArrayNode array(double[] values) {
    ArrayNode array = Json.array();
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
    return array;
  }
}
