package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.ioi.IoiTask;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.transformer.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the cross-section that a command's options describe. Where no fitted skyline is given, half
 * of the rows, drawn at random, fit it and the others are judged on.
 */
final class Sections {
  /** Largest difference from the model's own activations, over their mean size. */
  private static final double TOLERANCE = 1e-3;

  private final JudgeConfig config;
  private final Run run;
  private Counterfactuals counterfactuals;

  Sections(JudgeConfig config, Run run) {
    this.config = config;
    this.run = run;
  }

  /** Those of the section made last. */
  Counterfactuals counterfactuals() {
    return counterfactuals;
  }

  /** One location of data without a model: a classifier follows. */
  CrossSection ofRows(Vectors activations, Attributes attributes) {
    int[][] halves = halves(activations.n());
    Attributes fitted = attributes.rows(halves[0]);
    Vectors fit = activations.rows(halves[0]);
    Vectors judged = activations.rows(halves[1]);
    SupervisedDictionary skyline =
        config.supervised().isBlank()
            ? SupervisedDictionary.fit(fit, fitted.present(), config.codes(), run)
            : SupervisedDictionary.load(Path.of(config.supervised()));
    Attributes numbered = skyline.numbered(attributes.rows(halves[1]));
    int target = config.target().isBlank() ? 0 : numbered.index(config.target());
    counterfactuals = new Counterfactuals.ByRow(judged);
    return new CrossSection(
        List.of("vectors"),
        List.of(judged),
        List.of(skyline),
        numbered,
        Classifier.fit(fit, skyline.numbered(fitted), judged, numbered, target, run));
  }

  /** Sites of a model, whose further layers follow. */
  CrossSection ofModel(Vectors activations, Attributes attributes, Table table, Transformer model) {
    List<IoiPrompt> all = new IoiTask().read(table);
    List<Prompts.Spot> spots =
        config.sites().stream().map(site -> Prompts.Spot.parse(site, model)).toList();
    List<Vectors> own = Testbed.activations(new Prompts(model, all), spots);
    requireSame(activations, own.get(0), spots.get(0));
    int[] judged = judgedRows(all.size());
    int[] fit = fitRows(all.size());
    List<SupervisedDictionary> skylines = new ArrayList<>();
    for (int l = 0; l < spots.size(); l++) {
      skylines.add(
          config.supervised().isBlank()
              ? SupervisedDictionary.fit(
                  own.get(l).rows(fit), attributes.rows(fit).present(), config.codes(), run)
              : SupervisedDictionary.load(Path.of(folder(l, spots.size()))));
    }
    Prompts prompts = new Prompts(model, Arrays.stream(judged).mapToObj(all::get).toList());
    counterfactuals =
        new Counterfactuals.ByPrompt(prompts, spots, changed -> new Prompts(model, changed));
    return new CrossSection(
        spots.stream().map(Prompts.Spot::toString).toList(),
        own.stream().map(vectors -> vectors.rows(judged)).toList(),
        skylines,
        skylines.get(0).numbered(attributes.rows(judged)),
        new TransformerDownstream(prompts, spots));
  }

  private String folder(int location, int locations) {
    String[] folders = config.supervised().split("\\+");
    if (folders.length != locations) {
      throw new InputException(
          folders.length + " supervised dictionaries for " + locations + " sites",
          "--supervised",
          "give one for each site, joined by +");
    }
    return folders[location];
  }

  private int[] judgedRows(int n) {
    return config.supervised().isBlank() ? halves(n)[1] : Permutation.of(n, run.random("rows"));
  }

  private int[] fitRows(int n) {
    return config.supervised().isBlank() ? halves(n)[0] : new int[0];
  }

  private int[][] halves(int n) {
    if (n < 4) {
      throw new InputException(n + " rows", "", "give at least 4: half of them fit the skyline");
    }
    int[] order = Permutation.of(n, run.random("halves"));
    return new int[][] {Arrays.copyOf(order, n / 2), Arrays.copyOfRange(order, n / 2, n)};
  }

  /** Refuses vectors that are not what the model gives for the prompts. */
  static void requireSame(Vectors given, Vectors own, Prompts.Spot spot) {
    boolean same = given.n() == own.n() && given.d() == own.d();
    if (same) {
      float[] a = given.toArray();
      float[] b = own.toArray();
      double off = 0;
      double size = 0;
      for (int i = 0; i < a.length; i++) {
        off += Math.abs(a[i] - b[i]);
        size += Math.abs(b[i]);
      }
      same = off <= TOLERANCE * size;
    }
    if (!same) {
      throw new InputException(
          "the vectors are not the model's activations at " + spot,
          "--sites",
          "name the site that they come from first, and give the prompts' own table");
    }
  }
}
