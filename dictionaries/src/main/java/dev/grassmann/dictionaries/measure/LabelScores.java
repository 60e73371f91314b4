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
import java.util.Optional;
import java.util.TreeMap;

/**
 * What latents say of classes, learnt on every other row and measured on the rows between.
 *
 * @param probes macro-F1 of sparse probes by their number of latents
 * @param perturbations targeted probe perturbation by the number of latents taken out; empty where
 *     the decoder is not linear
 * @param absorption empty where the decoder is not linear
 * @param unlearning share of a class that can be made to be forgotten while 99 % of the others
 *     stay, averaged over classes; NaN where the decoder is not linear
 */
public record LabelScores(
    Map<Integer, Double> probes,
    Map<Integer, Double> perturbations,
    Optional<Absorption> absorption,
    double unlearning) {
  /** Classes probed for; the others are left alone, since each costs a probe. */
  private static final int MOST = 64;

  public LabelScores {
    probes = new TreeMap<>(probes);
    perturbations = new TreeMap<>(perturbations);
  }

  /**
   * Measures.
   *
   * @param sae empty where the decoder is not linear
   * @param ks latents of a sparse probe
   * @param ns latents taken out
   */
  public static LabelScores of(
      Optional<LinearSae> sae,
      Vectors vectors,
      SparseCodes codes,
      Labels labels,
      List<Integer> ks,
      List<Integer> ns,
      Run run) {
    Halves halves = Halves.of(vectors.n());
    SparseProbe sparse = halves.probe(codes, labels);
    Map<Integer, Double> f1 = new TreeMap<>();
    ks.forEach(k -> f1.put(k, sparse.macroF1(Math.min(k, codes.features()))));
    if (sae.isEmpty() || labels.classes() > MOST) {
      return new LabelScores(f1, Map.of(), Optional.empty(), Double.NaN);
    }
    LinearReadout readout = halves.readout(vectors, labels, run);
    TargetedPerturbation perturbed =
        new TargetedPerturbation(sae.get(), vectors, codes, labels, halves, readout);
    Map<Integer, Double> scores = new TreeMap<>();
    ns.forEach(n -> scores.put(n, perturbed.score(n)));
    return new LabelScores(
        f1,
        scores,
        Optional.of(Absorption.of(sae.get(), vectors, codes, labels, halves, readout)),
        Unlearning.of(sae.get(), vectors, codes, labels, run));
  }

  /** Figures with their formulas. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    probes.forEach(
        (k, f1) ->
            rows.add(List.of("macro-F1, probes of " + k + " latents", EvaluationText.number(f1))));
    perturbations.forEach(
        (n, score) ->
            rows.add(
                List.of("TPP, " + n + " latents out: own - others", EvaluationText.number(score))));
    absorption.ifPresent(
        a -> {
          rows.add(List.of("absorption, one latent", EvaluationText.number(a.full())));
          rows.add(List.of("absorption, up to 3 latents", EvaluationText.number(a.fraction())));
          rows.add(List.of("main latents a class", EvaluationText.number(a.split())));
          rows.add(List.of("unlearning, others kept to 99 %", EvaluationText.number(unlearning)));
        });
    return rows;
  }

  public ObjectNode json() {
    ObjectNode node = Json.object();
    probes.forEach((k, f1) -> EvaluationText.put(node, "probe_f1_" + k, f1));
    perturbations.forEach((n, score) -> EvaluationText.put(node, "tpp_" + n, score));
    absorption.ifPresent(
        a -> {
          EvaluationText.put(node, "absorption", a.full());
          EvaluationText.put(node, "absorption_fraction", a.fraction());
          EvaluationText.put(node, "main_latents", a.split());
          EvaluationText.put(node, "unlearning", unlearning);
        });
    return node;
  }
}
