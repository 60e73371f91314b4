package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What judging by known attributes is said to show, on made worlds and on a trained model. */
public final class SaeEvaluationReproduction implements Reproduction {
  private static final String TRUTH = "ground truth";
  private static final String IOI = "prototype of the same model";
  private static final int SEEDS = 2;

  private double[][][] occlusion; // k = 2, 3; alpha 2, 1; strong, weak, binary
  private long occlusionSeed;
  private IoiExperiment experiment;
  private long experimentSeed;

  @Override
  public int system() {
    return 21;
  }

  @Override
  public String id() {
    return "saeevaluation";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.quick(
            "codes, greedy edits and weights of the worked example come out",
            "reference implementation, float64",
            "3/3",
            run -> workedExample()),
        Claim.quick(
            "MSE codes are right whether attributes are independent or not",
            TRUTH,
            "worst cosine >= .998 in both worlds",
            run -> codes(SupervisedDictionary.Codes.MSE, run)),
        Claim.quick(
            "mean codes are right for independent attributes, and visibly wrong for others",
            TRUTH,
            "worst cosine >= .98, and <= .85",
            run -> codes(SupervisedDictionary.Codes.MEAN, run)),
        full(
            TRUTH,
            "a strong attribute is found by TopK, k = 2 and 3",
            "share of values >= .95",
            this::strongIsFound),
        full(
            TRUTH,
            "the weak attribute appears as the strong one shrinks (occlusion)",
            "+.25 at both k",
            this::weakIsOccluded),
        full(
            TRUTH,
            "no latent stands for the binary attribute, whose supervised code is exact",
            "F1 < .4, cosine >= .99",
            this::binaryIsLeftOut),
        full(
            "ground truth, paper's toy of over-splitting",
            "a thousand latents do better on their own loss than the ideal two",
            "loss below, L1 1, 2 and 3",
            this::overSplits),
        full(IOI, "the transformer names the indirect object", "accuracy >= .99", this::accuracy),
        full(
            IOI,
            "after layer-2 attention supervised codes edit and approximate",
            "IO >= .95, sufficiency in .9 to 1.1, necessity >= .9",
            this::afterLayerTwo),
        full(
            IOI,
            "after layer-1 attention few latents of TopK 3 edit IO, less than supervised codes",
            "supervised >= .80 > TopK 3, 2 changes >= .55 > frozen <= .2",
            this::fewLatentsEdit),
        full(
            IOI,
            "the best reconstruction is the worst handle",
            "L1: least FVU, IO edit within .05 of none",
            this::bestReconstruction),
        full(
            IOI,
            "names with a latent of F1 >= .5 fall from TopK 3 to TopK 8 to frozen to L1",
            "IO and S each in this order",
            this::namesFound));
  }

  private static Claim full(
      String source, String sentence, String expected, Claim.Measurement measurement) {
    return Claim.full(sentence, source, expected, List.of(), measurement);
  }

  private static Measured workedExample() {
    int right = 0;
    right += ReferenceExample.codesAgree() ? 1 : 0;
    right += ReferenceExample.editsAgree() ? 1 : 0;
    right += ReferenceExample.weightsAgree() ? 1 : 0;
    return Measured.of(right + "/3", right == 3);
  }

  private static Measured codes(SupervisedDictionary.Codes codes, Run run) {
    AttributeWorld world = new AttributeWorld(run.random("world"));
    double[] worst = new double[2];
    for (int correlated = 0; correlated < 2; correlated++) {
      AttributeWorld.Sample sample =
          world.sample(1, correlated == 1, run.random("rows " + correlated));
      SupervisedDictionary fitted =
          SupervisedDictionary.fit(sample.activations(), sample.attributes(), codes);
      worst[correlated] = Math.min(world.worstCosine(fitted, 0), world.worstCosine(fitted, 1));
    }
    boolean holds =
        codes == SupervisedDictionary.Codes.MSE
            ? worst[0] >= 0.998 && worst[1] >= 0.998
            : worst[0] >= 0.98 && worst[1] <= 0.85;
    return Measured.of(
        String.format(Locale.ROOT, "%.4f independent, %.4f correlated", worst[0], worst[1]), holds);
  }

  private double[][][] occlusion(Run run) {
    if (occlusion == null || occlusionSeed != run.seed()) {
      double[][][] mean = new double[2][2][3];
      for (int seed = 0; seed < SEEDS; seed++) {
        Run own = run.but().seed(run.seed() + seed).build();
        AttributeWorld world = new AttributeWorld(run.random("world"));
        for (int alpha = 0; alpha < 2; alpha++) {
          AttributeWorld.Sample sample = world.sample(2 - alpha, false, run.random("rows"));
          for (int k = 0; k < 2; k++) {
            Occlusion.Found found = Occlusion.train(sample, 2 + k, own);
            mean[k][alpha][0] += found.strong() / SEEDS;
            mean[k][alpha][1] += found.weak() / SEEDS;
            mean[k][alpha][2] = Math.max(mean[k][alpha][2], found.binary());
          }
        }
      }
      occlusion = mean;
      occlusionSeed = run.seed();
    }
    return occlusion;
  }

  private Measured strongIsFound(Run run) {
    double[][][] found = occlusion(run);
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.3f", found[0][0][0], found[1][0][0]),
        found[0][0][0] >= 0.95 && found[1][0][0] >= 0.95);
  }

  private Measured weakIsOccluded(Run run) {
    double[][][] found = occlusion(run);
    double two = found[0][1][1] - found[0][0][1];
    double three = found[1][1][1] - found[1][0][1];
    return Measured.of(
            String.format(Locale.ROOT, "+%.3f, +%.3f", two, three), two >= 0.25 && three >= 0.25)
        .noting(
            String.format(
                Locale.ROOT,
                "weak values found at alpha 2: %.2f, %.2f; at alpha 1: %.2f, %.2f",
                found[0][0][1],
                found[1][0][1],
                found[0][1][1],
                found[1][1][1]));
  }

  private Measured binaryIsLeftOut(Run run) {
    double most = 0;
    for (double[][] atK : occlusion(run)) {
      for (double[] atAlpha : atK) {
        most = Math.max(most, atAlpha[2]);
      }
    }
    AttributeWorld world = new AttributeWorld(run.random("world"));
    AttributeWorld.Sample sample = world.sample(1, false, run.random("rows"));
    double cosine =
        world.worstCosine(
            SupervisedDictionary.fit(
                sample.activations(), sample.attributes(), SupervisedDictionary.Codes.MSE),
            2);
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.4f", most, cosine), most < 0.4 && cosine >= 0.99);
  }

  private Measured overSplits(Run run) {
    List<String> shown = new ArrayList<>();
    boolean holds = true;
    for (double l1 : new double[] {1, 2, 3}) {
      OverSplitting.Losses losses = OverSplitting.train(l1, run);
      shown.add(String.format(Locale.ROOT, "%.2f < %.2f", losses.learnt(), losses.ideal()));
      holds &= losses.learnt() < losses.ideal();
    }
    return Measured.of(String.join("; ", shown), holds);
  }

  private IoiExperiment experiment(Run run) {
    if (experiment == null || experimentSeed != run.seed()) {
      experiment = new IoiExperiment(run);
      experimentSeed = run.seed();
    }
    return experiment;
  }

  private Measured accuracy(Run run) {
    Testbed.Skill skill = experiment(run).skill();
    return Measured.of(
            String.format(Locale.ROOT, "%.4f", skill.accuracy()), skill.accuracy() >= 0.99)
        .noting(String.format(Locale.ROOT, "logit difference %.2f", skill.margin()));
  }

  private Measured afterLayerTwo(Run run) {
    IoiExperiment.SiteFigures site = experiment(run).layerTwo();
    double necessity = site.approximation().necessity().orElse(Double.NaN);
    double sufficiency = site.approximation().sufficiency();
    return Measured.of(
            String.format(
                Locale.ROOT, "IO %.3f, %.3f, %.3f", site.io().supervised(), sufficiency, necessity),
            site.io().supervised() >= 0.95
                && sufficiency >= 0.9
                && sufficiency <= 1.1
                && necessity >= 0.9)
        .noting(site.note() + "; " + experiment(run).heads().note());
  }

  private Measured fewLatentsEdit(Run run) {
    IoiExperiment all = experiment(run);
    double supervised = all.layerOne().io().supervised();
    double topK = all.edit(IoiExperiment.TOPK_3, 2);
    double frozen = all.edit(IoiExperiment.FROZEN, 16);
    return Measured.of(
            String.format(Locale.ROOT, "%.3f, %.3f, %.3f", supervised, topK, frozen),
            supervised >= 0.8 && topK < supervised && topK >= 0.55 && frozen <= 0.2)
        .noting(all.layerOne().note() + "; " + all.edits());
  }

  private Measured bestReconstruction(Run run) {
    IoiExperiment all = experiment(run);
    Contestant l1 = all.contestant(IoiExperiment.L1);
    double least =
        List.of(IoiExperiment.TOPK_3, IoiExperiment.TOPK_8, IoiExperiment.FROZEN).stream()
            .mapToDouble(name -> all.contestant(name).fvu())
            .min()
            .orElseThrow();
    double edit = all.edit(IoiExperiment.L1, 16);
    double none = all.layerOne().io().noEdit();
    return Measured.of(
            String.format(
                Locale.ROOT,
                "FVU %.3f (others %.3f), %.3f (none %.3f)",
                l1.fvu(),
                least,
                edit,
                none),
            l1.fvu() < least && edit <= none + 0.05)
        .noting(String.format(Locale.ROOT, "L0 %.0f", l1.l0()));
  }

  private Measured namesFound(Run run) {
    IoiExperiment all = experiment(run);
    List<String> order =
        List.of(IoiExperiment.TOPK_3, IoiExperiment.TOPK_8, IoiExperiment.FROZEN, IoiExperiment.L1);
    List<String> shown = new ArrayList<>();
    boolean holds = true;
    double[] before = {2, 2};
    for (String name : order) {
      double io = all.found(name, 0);
      double s = all.found(name, 1);
      holds &= io <= before[0] && s <= before[1];
      before = new double[] {io, s};
      shown.add(String.format(Locale.ROOT, "%.3f/%.3f", io, s));
    }
    return Measured.of(String.join(" ", shown), holds);
  }
}
