package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.ioi.IoiTask;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.standard.ReluConfig;
import dev.grassmann.dictionaries.standard.ReluSae;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The three-layer transformer judged at three sites of the last word: 20,000 prompts fit mean
 * codes, 4,000 are judged on; after the attention of layer 1 four dictionaries of 512 latents
 * compete, learnt from 12,000 of the prompts and judged on 1,500.
 */
final class IoiExperiment {
  static final String TOPK_3 = "TopK 3";
  static final String TOPK_8 = "TopK 8";
  static final String FROZEN = "TopK 8, frozen decoder";
  static final String L1 = "L1 0.05";

  private static final int LEARNT_FROM = 12_000;
  private static final int JUDGED_ON = 1_500;
  private static final double FOUND = 0.5;

  private final Testbed.Skill skill;
  private final SiteFigures layerOne;
  private final SiteFigures layerTwo;
  private final SiteFigures heads;
  private final Map<String, Contestant> contestants = new LinkedHashMap<>();

  IoiExperiment(Run run) {
    Run own = run.but().folder(null).resume(false).build();
    try (Testbed bed = Testbed.train(TestbedConfig.DEFAULT, own)) {
      this.skill = bed.skill();
      this.layerTwo = site(bed, "resid_mid.2", own);
      this.heads = site(bed, "z.2", own);
      this.layerOne = site(bed, "resid_mid.1", own);
      compete(bed, own);
    }
  }

  /** What supervised codes do at one site. */
  record SiteFigures(
      String site, Approximation approximation, double explained, Skyline io, Skyline s) {
    String note() {
      return String.format(
          Locale.ROOT,
          "%s: ablated %.2f, sufficiency %.3f, necessity %s, R2 %.3f, IO %.3f (no edit %.3f), S"
              + " %.3f (%.3f)",
          site,
          approximation.ablated(),
          approximation.sufficiency(),
          JudgeText.necessity(approximation),
          explained,
          io.supervised(),
          io.noEdit(),
          s.supervised(),
          s.noEdit());
    }
  }

  private static SiteFigures site(Testbed bed, String site, Run run) {
    List<Prompts.Spot> spots = List.of(Prompts.Spot.parse(site, bed.model()));
    CrossSection section =
        section(bed, bed.test(), bed.testPrompts(), spots, SupervisedDictionary.Codes.MEAN);
    Trial trial = new Trial(section, counterfactuals(bed, bed.test(), spots), options(4_000), run);
    List<Skyline> skylines = trial.skylines();
    float[] reconstructed = section.supervised().get(0).reconstruct(section.attributes());
    double explained = 1 - Residuals.fvu(section.activations().get(0), reconstructed);
    return new SiteFigures(site, trial.supervised(), explained, skylines.get(0), skylines.get(1));
  }

  private static JudgeOptions options(int pairs) {
    return Options.with(JudgeOptions.DEFAULT, "pairs", pairs);
  }

  private static Counterfactuals counterfactuals(
      Testbed bed, Prompts prompts, List<Prompts.Spot> spots) {
    return new Counterfactuals.ByPrompt(
        prompts, spots, changed -> new Prompts(bed.model(), changed));
  }

  private static CrossSection section(
      Testbed bed,
      Prompts judged,
      List<IoiPrompt> prompts,
      List<Prompts.Spot> spots,
      SupervisedDictionary.Codes codes) {
    Vectors fit = Testbed.activations(bed.fit(), spots).get(0);
    Attributes fitted = attributes(bed.fitPrompts());
    SupervisedDictionary skyline = SupervisedDictionary.fit(fit, fitted, codes);
    return new CrossSection(
        List.of(spots.get(0).toString()),
        Testbed.activations(judged, spots),
        List.of(skyline),
        skyline.numbered(attributes(prompts)),
        new TransformerDownstream(judged, spots));
  }

  private static Attributes attributes(List<IoiPrompt> prompts) {
    return Attributes.of(IoiPrompt.columns("prompts", prompts), IoiTask.ATTRIBUTES);
  }

  private void compete(Testbed bed, Run run) {
    List<Prompts.Spot> spots = List.of(Prompts.Spot.parse("resid_mid.1", bed.model()));
    List<IoiPrompt> prompts = bed.testPrompts().subList(0, JUDGED_ON);
    Prompts judged = new Prompts(bed.model(), prompts);
    CrossSection section = section(bed, judged, prompts, spots, SupervisedDictionary.Codes.MEAN);
    Trial trial = new Trial(section, counterfactuals(bed, judged, spots), options(JUDGED_ON), run);
    Vectors rows = Testbed.activations(bed.fit(), spots).get(0).slice(0, LEARNT_FROM);
    Map<String, Dictionary> dictionaries = new LinkedHashMap<>();
    dictionaries.put(TOPK_3, topK(rows, 3, false, run));
    dictionaries.put(TOPK_8, topK(rows, 8, false, run));
    dictionaries.put(FROZEN, topK(rows, 8, true, run));
    dictionaries.put(L1, relu(rows, run));
    dictionaries.forEach(
        (name, dictionary) -> {
          SparseAutoencoder sae = SparseAutoencoder.of(dictionary);
          LinearSae linear = LinearSae.of(sae, section.activations().get(0));
          contestants.put(name, trial.judge(name, List.of(linear)));
        });
  }

  private static Map<String, Object> common() {
    Map<String, Object> common = new HashMap<>();
    common.put("width", 512);
    common.put("steps", 1_200);
    common.put("batch", 1_024);
    common.put("learningRate", 2e-3);
    common.put("warmup", 0);
    common.put("coolDown", 0.2);
    common.put("normalize", Dictionary.Kind.CENTRE);
    common.put("testShare", 0.0);
    return common;
  }

  private static Dictionary topK(Vectors rows, int k, boolean frozen, Run run) {
    TopKConfig config = Options.with(TopKConfig.DEFAULT, common());
    config = Options.with(config, Map.of("k", k, "freezeDecoder", frozen));
    return new TopKSae().run(rows, config, run).dictionary();
  }

  /** The penalty is given for rows of norm 1; ours have norm sqrt(d). */
  private static Dictionary relu(Vectors rows, Run run) {
    ReluConfig config = Options.with(ReluConfig.DEFAULT, common());
    config =
        Options.with(
            config,
            Map.of(
                "l1",
                0.05 * Math.sqrt(rows.d()),
                "l1Warmup",
                0,
                "l1Normed",
                false,
                "unitDecoder",
                true,
                "startNorm",
                1.0));
    return new ReluSae().run(rows, config, run).dictionary();
  }

  Testbed.Skill skill() {
    return skill;
  }

  SiteFigures layerOne() {
    return layerOne;
  }

  SiteFigures layerTwo() {
    return layerTwo;
  }

  SiteFigures heads() {
    return heads;
  }

  Contestant contestant(String name) {
    return contestants.get(name);
  }

  /** Agreement of edits of IO with at most k changes. */
  double edit(String name, int k) {
    return contestants.get(name).controls().get(0).atK().stream()
        .filter(at -> at.k() == k)
        .findFirst()
        .orElseThrow()
        .agreement();
  }

  /** Share of an attribute's names with a latent of F1 of at least 0.5. */
  double found(String name, int attribute) {
    return contestants.get(name).tables().get(0).found(attribute, FOUND);
  }

  /** All edits of IO in one line. */
  String edits() {
    List<String> all = new ArrayList<>();
    contestants.forEach(
        (name, one) -> {
          StringBuilder line = new StringBuilder();
          line.append(String.format(Locale.ROOT, "%s: FVU %.3f, IO", name, one.fvu()));
          for (Control.AtK at : one.controls().get(0).atK()) {
            line.append(String.format(Locale.ROOT, " %.3f", at.agreement()));
          }
          all.add(line.toString());
        });
    return String.join("; ", all);
  }
}
