package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.mpsae.ToyTree.Correlation;
import dev.grassmann.dictionaries.mpsae.ToyTree.Magnitudes;
import java.util.List;
import java.util.Locale;

/** What MP-SAE is said to do: a tree of features recovered, digits explained, a worked example. */
public final class MpSaeReproduction implements Reproduction {
  private static final String APPENDIX = "appendix B.1, ground truth";
  private static final String TABLE = "table 1, ground truth";
  private static final String DIGITS = "reference implementation, handwritten digits";

  private DigitsExperiment digits; // trained once for the claims that look at it
  private long digitsSeed;

  @Override
  public int system() {
    return 18;
  }

  @Override
  public String id() {
    return "mpsae";
  }

  @Override
  public List<Claim> claims() {
    TreeExperiment apart = tree(Correlation.NONE, 4_000);
    TreeExperiment correlated = tree(Correlation.TENTH, 4_000);
    TreeExperiment close = tree(Correlation.THREE_TENTHS, 15_000);
    TreeExperiment long15 = tree(Correlation.TENTH, 15_000);
    TreeExperiment faint = new TreeExperiment(Correlation.TENTH, Magnitudes.FAINT_CHILDREN, 6_000);
    return List.of(
        Claim.quick(
            "a worked example has the reference's picks, loss, gradient and Babel function",
            "reference implementation, float64",
            "<= 1e-6 off",
            run -> workedExample()),
        Claim.quick(
            "a tree of orthogonal features and its codes are recovered (2 seeds)",
            APPENDIX,
            "2/2",
            run -> TreeSeeds.of(2, run, apart::matchingPursuit).recovered(2)),
        Claim.quick(
            "so is a tree whose features correlate by 0.1 (2 seeds)",
            APPENDIX,
            "2/2",
            run -> TreeSeeds.of(2, run, correlated::matchingPursuit).recovered(2)),
        Claim.quick(
            "BatchTopK with the true L0 absorbs parents into children on that tree (1 seed)",
            APPENDIX,
            "0/1 recovered, absorption >= .2",
            run -> TreeSeeds.of(1, run, correlated::batchTopK).absorbed(0.2)),
        full(
            "a tree of orthogonal features and its codes are recovered (5 seeds)",
            APPENDIX,
            ">= 4/5",
            run -> TreeSeeds.of(5, run, apart::matchingPursuit).recovered(4)),
        full(
            "so is a tree whose features correlate by 0.1 (5 seeds)",
            APPENDIX,
            ">= 4/5",
            run -> TreeSeeds.of(5, run, correlated::matchingPursuit).recovered(4)),
        full(
            "so is a tree whose features correlate by 0.3, in most seeds",
            APPENDIX,
            ">= 3/5",
            run -> tooClose(TreeSeeds.of(5, run, close::matchingPursuit).recovered(3))),
        full(
            "BatchTopK with the true L0 and 15,000 steps recovers no tree (5 seeds)",
            APPENDIX,
            "0/5 recovered, absorption >= .2",
            run -> TreeSeeds.of(5, run, long15::batchTopK).absorbed(0.2)),
        full(
            "children fifteen times fainter than before are found, in most seeds",
            TABLE,
            ">= 2/3",
            run -> TreeSeeds.of(3, run, faint::matchingPursuit).found(2)),
        full(
            "BatchTopK does not find faint children (3 seeds)",
            TABLE,
            "0/3",
            run -> TreeSeeds.of(3, run, faint::batchTopK).notFound()),
        digits(
            "with 4 of 256 features, MP-SAE explains more of unseen digits than TopK",
            "R2 ahead by >= .03",
            this::ahead),
        digits(
            "with more picks than in training the error of no unseen digit rises",
            "297/297",
            this::onlyFalls),
        digits(
            "with more latents than in training TopK gets worse",
            "R2 falls by >= .05 from k = 4 to 32",
            this::topKFalls));
  }

  private static TreeExperiment tree(Correlation correlation, int steps) {
    return new TreeExperiment(correlation, Magnitudes.EQUAL, steps);
  }

  private static Claim full(
      String sentence, String source, String expected, Claim.Measurement measurement) {
    return Claim.full(sentence, source, expected, List.of(), measurement);
  }

  private static Claim digits(String sentence, String expected, Claim.Measurement measurement) {
    return Claim.full(sentence, DIGITS, expected, List.of(DigitsExperiment.DATA), measurement);
  }

  /** What is known of why: a measurement of the authors' own code, said beside ours. */
  private static Measured tooClose(Measured measured) {
    return measured.noting(
        "a local optimum with L0 1.5 and FVU 0, two picks for a rare parent; a re-implementation of the authors' loop,"
            + " run with the same bounds, recovered 4 of 8 seeds; "
            + measured.note());
  }

  private static Measured workedExample() {
    double worst = new ReferenceExample().worstDeviation();
    return Measured.of(String.format(Locale.ROOT, "%.1e", worst), worst <= 1e-6);
  }

  private Measured ahead(Run run) {
    DigitsExperiment both = digits(run);
    double pursuit = both.pursuitExplains(DigitsExperiment.K);
    double topK = both.topKExplains(DigitsExperiment.K);
    String value = String.format(Locale.ROOT, "%.3f - %.3f = %.3f", pursuit, topK, pursuit - topK);
    return Measured.of(value, pursuit - topK >= 0.03);
  }

  private Measured onlyFalls(Run run) {
    DigitsExperiment both = digits(run);
    int falling = both.rowsThatOnlyFall();
    StringBuilder sweep = new StringBuilder("R2");
    for (int k : DigitsExperiment.SWEEP) {
      sweep.append(String.format(Locale.ROOT, " %d:%.2f", k, both.pursuitExplains(k)));
    }
    return Measured.of(falling + "/" + both.testRows(), falling == both.testRows())
        .noting(sweep.toString());
  }

  private Measured topKFalls(Run run) {
    DigitsExperiment both = digits(run);
    double trained = both.topKExplains(DigitsExperiment.K);
    double more = both.topKExplains(32);
    StringBuilder sweep = new StringBuilder("R2");
    for (int k : DigitsExperiment.SWEEP) {
      sweep.append(String.format(Locale.ROOT, " %d:%.2f", k, both.topKExplains(k)));
    }
    String value = String.format(Locale.ROOT, "%.3f to %.3f", trained, more);
    return Measured.of(value, trained - more >= 0.05).noting(sweep.toString());
  }

  private DigitsExperiment digits(Run run) {
    if (digits == null || digitsSeed != run.seed()) {
      digits = new DigitsExperiment(run);
      digitsSeed = run.seed();
    }
    return digits;
  }
}
