package dev.grassmann.clusters.franca;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Images;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Franca refuses before it begins, and what it fills in. */
final class FrancaLimits {
  private static final int FINEST = 16;

  private FrancaLimits() {}

  /** The config with prefixes and sizes of crops that were left open. */
  static FrancaConfig complete(FrancaConfig config, Images images) {
    int d = config.vit().dim();
    int patch = config.vit().patch();
    List<Integer> nesting = config.nested().nesting();
    if (nesting.isEmpty()) {
      if (d % FINEST != 0) {
        throw new InputException(
            "is " + d + ", which has no sixteenth", "--dim", "give a multiple of 16, or --nesting");
      }
      nesting = List.of(d / 16, d / 8, d / 4, d / 2, d);
    }
    requireNested(nesting, d);
    int least = NestedHeads.prototypes(config.nested().prototypes(), nesting.get(0), d);
    if (least < 2) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "is %,d, of which the prefix of %d gets %d",
              config.nested().prototypes(),
              nesting.get(0),
              least),
          "--prototypes",
          String.format(
              Locale.ROOT, "give at least %,d", (2 * d + nesting.get(0) - 1) / nesting.get(0)));
    }
    if (d % config.vit().attentionHeads() != 0) {
      throw new InputException(
          "is " + config.vit().attentionHeads() + " for " + d + " numbers a token",
          "--attention-heads",
          "give a divisor");
    }
    int side = Math.min(images.height(), images.width());
    int large = size("--global-size", config.crops().globalSize(), side / patch * patch, patch);
    int small =
        size(
            "--local-size",
            config.crops().localSize(),
            Math.max(patch, large / 2 / patch * patch),
            patch);
    if (config.crops().leastMasked() >= config.crops().mostMasked()) {
      throw new InputException(
          "is " + config.crops().leastMasked() + ", the largest " + config.crops().mostMasked(),
          "--least-masked",
          "give less than --most-masked");
    }
    if (config.distil().batch() > images.n()) {
      throw new InputException(
          String.format(Locale.ROOT, "is %,d for %,d images", config.distil().batch(), images.n()),
          "--batch",
          String.format(Locale.ROOT, "give 2 to %,d", images.n()));
    }
    return Options.with(
        config, Map.of("nesting", nesting, "globalSize", large, "localSize", small));
  }

  static void requireNested(List<Integer> nesting, int d) {
    boolean ascending = !nesting.isEmpty() && nesting.get(nesting.size() - 1) == d;
    for (int i = 1; i < nesting.size(); i++) {
      ascending &= nesting.get(i) > nesting.get(i - 1);
    }
    if (!ascending) {
      throw new InputException(
          "is " + nesting,
          "--nesting",
          "nesting must be strictly increasing and end at the embedding size D=" + d);
    }
  }

  private static int size(String option, int asked, int standard, int patch) {
    int size = asked == 0 ? standard : asked;
    if (size < 2 * patch && option.startsWith("--global")) {
      throw new InputException(
          "crops of " + size + " pixels hold no grid of patches of " + patch,
          option,
          "give larger images, or a smaller --patch");
    }
    if (size % patch != 0) {
      throw new InputException(
          "is " + size + " for patches of " + patch, option, "give a multiple of the patch");
    }
    return size;
  }
}
