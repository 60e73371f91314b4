package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All tests of one cross-section: first the skyline, then each learnt dictionary. */
final class Trial {
  private final CrossSection section;
  private final JudgeOptions options;
  private final Run run;
  private final double clean;
  private final double ablated;
  private final List<ControlTest> controls = new ArrayList<>();

  Trial(CrossSection section, Counterfactuals counterfactuals, JudgeOptions options, Run run) {
    this.section = section;
    this.options = options;
    this.run = run;
    this.clean = section.margin(List.of());
    this.ablated = section.margin(section.means());
    for (int a = 0; a < section.attributes().count(); a++) {
      String name = section.attributes().names().get(a);
      Optional<Counterfactuals.Pairs> pairs =
          counterfactuals.of(
              section.attributes(), a, options.pairs(), run.random("pairs of " + name));
      if (pairs.isEmpty()) {
        run.warn("no two rows differ in " + name + " alone: it is not edited");
      } else {
        controls.add(new ControlTest(section, pairs.get()));
      }
    }
  }

  double clean() {
    return clean;
  }

  Approximation supervised() {
    List<float[]> reconstructions =
        section.supervised().stream().map(s -> s.reconstruct(section.attributes())).toList();
    return section.approximation(clean, ablated, reconstructions);
  }

  List<Skyline> skylines() {
    return controls.stream().map(test -> test.skyline(options.subspaceShare())).toList();
  }

  /**
   * Judges dictionaries, one a location.
   *
   * @param name what they are called together
   */
  Contestant judge(String name, List<LinearSae> saes) {
    List<SparseCodes> codes = new ArrayList<>();
    List<F1Table> tables = new ArrayList<>();
    List<float[]> all = new ArrayList<>();
    List<float[]> kept = new ArrayList<>();
    List<float[]> dropped = new ArrayList<>();
    Interpreter interpreter = new Interpreter(section.attributes(), options.union());
    double l0 = 0;
    double fvu = 0;
    int meant = 0;
    for (int l = 0; l < saes.size(); l++) {
      LinearSae sae = saes.get(l);
      SparseCodes own = sae.encode(section.activations().get(l), run);
      F1Table table = interpreter.f1Table(own);
      boolean[] named = new boolean[own.features()];
      for (Interpretation one : table.above(options.causalF1())) {
        named[one.latent()] = true;
        meant++;
      }
      boolean[] others = new boolean[named.length];
      for (int j = 0; j < named.length; j++) {
        others[j] = !named[j];
      }
      codes.add(own);
      tables.add(table);
      all.add(sae.reconstruct(own));
      kept.add(sae.reconstruct(own, named));
      dropped.add(sae.reconstruct(own, others));
      l0 += own.l0() / saes.size();
      fvu += Residuals.fvu(section.activations().get(l), all.get(l)) / saes.size();
    }
    List<Control> edits = new ArrayList<>();
    for (ControlTest test : controls) {
      run.step("editing " + name, edits.size(), controls.size());
      edits.add(test.edit(saes, codes, tables, options.k(), options.moves(), run));
    }
    run.step("editing " + name, controls.size(), controls.size());
    return new Contestant(
        name,
        l0,
        fvu,
        section.approximation(clean, ablated, all),
        edits,
        tables,
        meant,
        section.approximation(clean, ablated, kept),
        section.approximation(clean, ablated, dropped),
        Split.of(codes.get(0), section.attributes()));
  }
}
