package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.Locale;

/** A judgement as JSON. */
record JudgeJson(JudgeReport report) {
  ObjectNode json() {
    ObjectNode node = Json.object();
    report.locations().forEach(node.putArray("locations")::add);
    node.put("rows", report.attributes().rows()).put("margin", report.margin());
    node.put("moves", report.options().moves().name().toLowerCase(Locale.ROOT));
    put(node.putObject("supervised"), report.supervised())
        .put("explained_variance", report.explained());
    ArrayNode skylines = node.putArray("edits");
    for (Skyline one : report.skylines()) {
      skylines
          .addObject()
          .put("attribute", one.attribute())
          .put("pairs", one.pairs())
          .put("no_edit", one.noEdit())
          .put("supervised", one.supervised())
          .put("subspace_zero", one.zeroed())
          .put("subspace_mean", one.averaged())
          .put("subspace_dimension", one.rank());
    }
    ArrayNode contestants = node.putArray("dictionaries");
    report.contestants().forEach(one -> add(contestants.addObject(), one));
    return node;
  }

  private void add(ObjectNode node, Contestant contestant) {
    node.put("dictionary", contestant.name()).put("l0", contestant.l0());
    node.put("fvu", contestant.fvu());
    put(node, contestant.approximation());
    ArrayNode controls = node.putArray("edits");
    for (Control control : contestant.controls()) {
      for (Control.AtK at : control.atK()) {
        controls
            .addObject()
            .put("attribute", control.attribute())
            .put("k", at.k())
            .put("agreement", at.agreement())
            .put("agreement_by_f1", at.byMeaning())
            .put("weight_removed", Double.isNaN(at.weight()) ? null : at.weight())
            .put("changes", at.changes());
      }
    }
    double f1 = report.options().f1();
    ArrayNode meanings = node.putArray("interpretation");
    for (int l = 0; l < contestant.tables().size(); l++) {
      F1Table table = contestant.tables().get(l);
      ObjectNode one = meanings.addObject().put("location", report.locations().get(l));
      one.put("f1_threshold", f1).put("latents", table.above(f1).size());
      for (int a = 0; a < report.attributes().count(); a++) {
        one.putObject(report.attributes().names().get(a))
            .put("values_found", table.found(a, f1))
            .put("latents", table.latents(a, f1));
      }
    }
    ObjectNode causal = node.putObject("causal_check").put("latents", contestant.meant());
    put(causal.putObject("kept"), contestant.kept());
    put(causal.putObject("dropped"), contestant.dropped());
  }

  private static ObjectNode put(ObjectNode node, Approximation approximation) {
    node.put("clean", approximation.clean()).put("mean_ablated", approximation.ablated());
    node.put("sufficiency", approximation.sufficiency());
    if (approximation.necessity().isPresent()) {
      node.put("necessity", approximation.necessity().getAsDouble());
    } else {
      node.putNull("necessity");
    }
    return node;
  }
}
