package dev.grassmann.tables.screening.mixed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.RunFolder;
import java.util.Locale;

/** A mixed model as files. */
record MixedFiles(MixedFit fit) {
  void write(RunFolder folder) {
    folder.writeJson("model.json", json());
    StringBuilder effects = new StringBuilder("effect,coefficient,error,gaussian\n");
    for (MixedFit.Effect effect : fit.effects()) {
      effects.append(CsvText.cell(effect.name())).append(',').append(effect.value()).append(',');
      effects.append(Double.isNaN(effect.error()) ? "" : Double.toString(effect.error()));
      effects.append(',').append(effect.gaussian()).append('\n');
    }
    folder.writeText("coefficients.csv", effects.toString());
    StringBuilder groups = new StringBuilder("cluster,rows,delta,weight,q");
    fit.random().forEach(name -> groups.append(',').append(CsvText.cell("effect of " + name)));
    groups.append('\n');
    for (MixedFit.Group group : fit.groups()) {
      groups.append(CsvText.cell(group.name())).append(',').append(group.rows()).append(',');
      groups.append(group.delta()).append(',').append(group.weight()).append(',').append(group.q());
      group.effects().forEach(effect -> groups.append(',').append(effect));
      groups.append('\n');
    }
    folder.writeText("clusters.csv", groups.toString());
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("table", fit.table()).put("target", fit.target()).put("cluster", fit.cluster());
    node.put("rows", fit.rows()).put("level", fit.level().name().toLowerCase(Locale.ROOT));
    if (fit.isGaussian()) {
      node.putNull("nu");
    } else {
      node.put("nu", fit.nu());
    }
    node.put("deviation", fit.deviation()).put("logLikelihood", -fit.minusLog());
    node.put("gaussianLogLikelihood", -fit.gaussianMinusLog());
    node.put("iterations", fit.iterations()).put("converged", fit.converged());
    ArrayNode effects = node.putArray("fixed");
    for (MixedFit.Effect effect : fit.effects()) {
      ObjectNode entry = effects.addObject().put("effect", effect.name());
      entry.put("coefficient", effect.value()).put("gaussian", effect.gaussian());
      if (Double.isNaN(effect.error())) {
        entry.putNull("error");
      } else {
        entry.put("error", effect.error());
      }
    }
    node.set("random", Json.tree(fit.random()));
    node.set("scatter", Json.tree(fit.scatter()));
    ArrayNode groups = node.putArray("clusters");
    for (MixedFit.Group group : fit.groups()) {
      ObjectNode entry = groups.addObject().put("cluster", group.name()).put("rows", group.rows());
      entry.put("delta", group.delta()).put("weight", group.weight()).put("q", group.q());
      entry.set("effects", Json.tree(group.effects()));
    }
    return node;
  }
}
