package dev.grassmann.dictionaries.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What latents say of two attributes at once, by the number of latents that are changed.
 *
 * @param spurious spurious correlation removal: 1 all, 0 nothing
 * @param disentangled mean of cause and isolation: 1 all, 0.5 what changing nothing gives
 */
public record PairScores(Map<Integer, Double> spurious, Map<Integer, Double> disentangled) {
  public PairScores {
    spurious = new TreeMap<>(spurious);
    disentangled = new TreeMap<>(disentangled);
  }

  /**
   * Measures, learning from every other row.
   *
   * @param ns numbers of latents
   */
  public static PairScores of(
      LinearSae sae,
      Vectors vectors,
      SparseCodes codes,
      Labels first,
      Labels second,
      List<Integer> ns,
      Run run) {
    SpuriousCorrelation removal = new SpuriousCorrelation(sae, vectors, codes, first, second, run);
    Disentangling swaps = new Disentangling(sae, vectors, codes, first, second, run);
    Map<Integer, Double> spurious = new TreeMap<>();
    Map<Integer, Double> disentangled = new TreeMap<>();
    for (int n : ns) {
      spurious.put(n, removal.score(n));
      disentangled.put(n, swaps.score(n));
    }
    return new PairScores(spurious, disentangled);
  }

  /** Figures with what they are. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    spurious.forEach(
        (n, score) ->
            rows.add(List.of("SCR, " + n + " latents out", EvaluationText.number(score))));
    disentangled.forEach(
        (n, score) ->
            rows.add(
                List.of("RAVEL, " + n + " latents swapped (0.5)", EvaluationText.number(score))));
    return rows;
  }

  public ObjectNode json() {
    ObjectNode node = Json.object();
    spurious.forEach((n, score) -> EvaluationText.put(node, "scr_" + n, score));
    disentangled.forEach((n, score) -> EvaluationText.put(node, "ravel_" + n, score));
    return node;
  }
}
