package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One experiment repeated with several seeds: other trees, other samples, other starts. */
record TreeSeeds(List<TreeRecovery> seeds) {
  static TreeSeeds of(int count, Run run, Function<Run, TreeRecovery> experiment) {
    List<TreeRecovery> seeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seeds.add(experiment.apply(run.but().seed(run.seed() + i).build()));
    }
    return new TreeSeeds(seeds);
  }

  /** Holds where so many seeds recovered atoms and codes. */
  Measured recovered(int needed) {
    long exact = seeds.stream().filter(TreeRecovery::exact).count();
    return Measured.of(exact + "/" + seeds.size(), exact >= needed).noting(figures());
  }

  /** Holds where so many seeds recovered the atoms; a faint child may fall below tau unseen. */
  Measured found(int needed) {
    long found = seeds.stream().filter(TreeRecovery::found).count();
    return Measured.of(found + "/" + seeds.size(), found >= needed).noting(figures());
  }

  /** Holds where no seed recovered the atoms. */
  Measured notFound() {
    long found = seeds.stream().filter(TreeRecovery::found).count();
    return Measured.of(found + "/" + seeds.size(), found == 0).noting(figures());
  }

  /** Holds where no seed recovered the tree and each absorbed at least so much. */
  Measured absorbed(double least) {
    long exact = seeds.stream().filter(TreeRecovery::exact).count();
    double smallest = seeds.stream().mapToDouble(TreeRecovery::absorption).min().orElseThrow();
    String value =
        String.format(Locale.ROOT, "%d/%d, absorption >= %.3f", exact, seeds.size(), smallest);
    return Measured.of(value, exact == 0 && smallest >= least).noting(figures());
  }

  private String figures() {
    StringBuilder text = new StringBuilder("cosine, absorption, L0 by seed:");
    for (TreeRecovery seed : seeds) {
      text.append(
          String.format(
              Locale.ROOT, " (%.4f, %.4f, %.3f)", seed.minCosine(), seed.absorption(), seed.l0()));
    }
    return text.toString();
  }
}
