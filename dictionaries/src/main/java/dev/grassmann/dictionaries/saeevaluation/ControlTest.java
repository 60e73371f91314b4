package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits one attribute in many rows. All locations' edits are computed from activations as they are,
 * then put in place in one pass: an early edit must not change what a later one starts from.
 */
final class ControlTest {
  private final CrossSection section;
  private final Counterfactuals.Pairs pairs;
  private final Outputs truth;
  private final double noEdit;

  ControlTest(CrossSection section, Counterfactuals.Pairs pairs) {
    this.section = section;
    this.pairs = pairs;
    this.truth = section.downstream().outputs(pairs.source(), pairs.targets());
    this.noEdit = section.downstream().outputs(pairs.source(), List.of()).agreement(truth);
  }

  /** What is done to one row of activations at one location. */
  private interface RowEdit {
    void edit(int location, int pair, float[] rows, int at);
  }

  private double agreement(RowEdit edit) {
    List<float[]> edited = new ArrayList<>();
    for (int l = 0; l < section.names().size(); l++) {
      Vectors own = section.activations().get(l).rows(pairs.source());
      float[] rows = own.toArray();
      for (int i = 0; i < pairs.n(); i++) {
        edit.edit(l, i, rows, i * own.d());
      }
      edited.add(rows);
    }
    return section.downstream().outputs(pairs.source(), edited).agreement(truth);
  }

  /**
   * @param share of the attribute's variance that its subspace holds, for {@link SubspaceEditor}
   */
  Skyline skyline(double share) {
    int attribute = pairs.attribute();
    List<SubspaceEditor> subspaces =
        section.supervised().stream()
            .map(dictionary -> new SubspaceEditor(dictionary, attribute, share))
            .toList();
    double supervised =
        agreement(
            (l, i, rows, at) ->
                section.supervised().get(l).edit(rows, at, attribute, old(i), pairs.value()[i]));
    double zeroed =
        agreement(
            (l, i, rows, at) ->
                subspaces.get(l).edit(rows, at, pairs.value()[i], SubspaceEditor.Ablation.ZERO));
    double averaged =
        agreement(
            (l, i, rows, at) ->
                subspaces.get(l).edit(rows, at, pairs.value()[i], SubspaceEditor.Ablation.MEAN));
    return new Skyline(
        section.attributes().names().get(attribute),
        pairs.n(),
        noEdit,
        supervised,
        zeroed,
        averaged,
        subspaces.get(0).rank());
  }

  private int old(int pair) {
    return section.attributes().value(pairs.attribute(), pairs.source()[pair]);
  }

  /**
   * Edits with learnt dictionaries, one a location.
   *
   * @param codes of all rows at each location
   * @param tables of what their latents stand for
   * @param ks numbers of changes
   */
  Control edit(
      List<LinearSae> saes,
      List<SparseCodes> codes,
      List<F1Table> tables,
      List<Integer> ks,
      Moves moves,
      Run run) {
    int most = ks.stream().mapToInt(k -> k).max().orElseThrow();
    List<List<SparseEdit>> greedy = new ArrayList<>();
    List<List<SparseEdit>> meant = new ArrayList<>();
    double[][] removed = new double[ks.size()][pairs.n()];
    for (int l = 0; l < saes.size(); l++) {
      edits(l, saes.get(l), codes.get(l), tables.get(l), most, moves, greedy, meant, run);
      weigh(l, saes, codes, greedy.get(l), ks, removed);
    }
    List<Control.AtK> atK = new ArrayList<>();
    for (int i = 0; i < ks.size(); i++) {
      int k = ks.get(i);
      double weight = 0;
      double changes = 0;
      for (int p = 0; p < pairs.n(); p++) {
        weight += removed[i][p] / pairs.n();
        for (List<SparseEdit> at : greedy) {
          changes += (double) at.get(p).first(k).size() / greedy.size() / pairs.n();
        }
      }
      atK.add(
          new Control.AtK(
              k,
              agreement(applying(saes, greedy, k)),
              agreement(applying(saes, meant, k)),
              weight,
              changes));
    }
    int largest = ks.indexOf(most);
    return new Control(section.attributes().names().get(pairs.attribute()), atK, removed[largest]);
  }

  private static RowEdit applying(List<LinearSae> saes, List<List<SparseEdit>> edits, int k) {
    return (l, i, rows, at) ->
        edits.get(l).get(i).apply(k, saes.get(l).directions(), saes.get(l).d(), rows, at);
  }

  private void edits(
      int location,
      LinearSae sae,
      SparseCodes codes,
      F1Table table,
      int most,
      Moves moves,
      List<List<SparseEdit>> greedy,
      List<List<SparseEdit>> meant,
      Run run) {
    int d = sae.d();
    Vectors targets = Vectors.of(pairs.targets().get(location), pairs.n(), d);
    SparseCodes wanted = sae.encode(targets, run);
    GreedyEditor editor = new GreedyEditor(sae.directions(), d, moves);
    List<SparseEdit> chosen = new ArrayList<>();
    List<SparseEdit> named = new ArrayList<>();
    float[] from = new float[d];
    float[] to = new float[d];
    for (int i = 0; i < pairs.n(); i++) {
      section.activations().get(location).copyRow(pairs.source()[i], from);
      targets.copyRow(i, to);
      float[] source = codes.dense(pairs.source()[i]);
      float[] target = wanted.dense(i);
      chosen.add(editor.edit(source, target, from, to, most));
      named.add(byMeaning(source, target, table, i, most));
    }
    greedy.add(chosen);
    meant.add(named);
  }

  /** Removes latents that stand for the old value and adds those of the new one, best F1 first. */
  private SparseEdit byMeaning(float[] source, float[] target, F1Table table, int i, int most) {
    record Named(int latent, float by, double f1) {}
    List<Named> all = new ArrayList<>();
    for (int j = 0; j < source.length; j++) {
      if (source[j] != 0) {
        all.add(new Named(j, -source[j], table.f1(j, pairs.attribute(), old(i))));
      }
      if (target[j] != 0) {
        all.add(new Named(j, target[j], table.f1(j, pairs.attribute(), pairs.value()[i])));
      }
    }
    all.sort(Comparator.comparingDouble((Named one) -> -one.f1()));
    return new SparseEdit(
        Double.NaN,
        all.stream()
            .limit(most)
            .map(one -> new SparseEdit.Change(one.latent(), one.by(), Double.NaN))
            .toList());
  }

  /** Weight that edits take away, so that the supervised edit's is 0 and everything 1. */
  private void weigh(
      int location,
      List<LinearSae> saes,
      List<SparseCodes> codes,
      List<SparseEdit> edits,
      List<Integer> ks,
      double[][] removed) {
    LinearSae sae = saes.get(location);
    for (int p = 0; p < pairs.n(); p++) {
      int row = pairs.source()[p];
      float[] source = codes.get(location).dense(row);
      double[] weights = EditWeights.of(source, sae.directions(), sae.d());
      double supervised =
          section.supervised().get(location).weight(section.attributes(), row, pairs.attribute());
      for (int i = 0; i < ks.size(); i++) {
        double taken = edits.get(p).removed(ks.get(i), weights, source);
        // a skyline of one attribute takes everything away: there is nothing to compare with
        double rest = supervised > 1 - 1e-6 ? Double.NaN : 1 - supervised;
        removed[i][p] += (taken - supervised) / rest / saes.size();
      }
    }
  }
}
