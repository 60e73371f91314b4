package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.engine.transformer.Site;
import dev.grassmann.engine.transformer.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Direct effects of a dictionary's latents, averaged over the rows in which each is active. */
final class LatentEffects {
  private final Transformer model;
  private final Prompts prompts;
  private final Prompts.Spot spot;
  private final SparseCodes codes;
  private final DirectEffects effects;

  LatentEffects(
      Transformer model,
      Prompts prompts,
      Prompts.Spot spot,
      LinearSae sae,
      Vectors activations,
      Run run) {
    this.model = model;
    this.prompts = prompts;
    this.spot = spot;
    this.codes = sae.encode(activations, run);
    this.effects = new DirectEffects(model, spot.site(), sae.directions());
  }

  EffectsReport report(int words, int readers) {
    int[] active = new int[codes.features()];
    for (int e = 0; e < codes.entries(); e++) {
      active[codes.latent(e)]++;
    }
    boolean end = spot.role() == IoiPrompt.Role.END;
    int vocabulary = model.shape().vocabulary();
    float[] scores = end ? effects.words() : new float[0];
    double[] size = end ? sizes(Site.of(Site.Kind.RESID_POST, model.shape().layers() - 1)) : null;
    List<Reader> all = readers();
    List<EffectsReport.Latent> latents = new ArrayList<>();
    for (int j = 0; j < active.length; j++) {
      if (active[j] == 0) {
        continue;
      }
      int latent = j;
      latents.add(
          new EffectsReport.Latent(
              j,
              active[j],
              end ? words(scores, latent, vocabulary, size[j], words, 1) : List.of(),
              end ? words(scores, latent, vocabulary, size[j], words, -1) : List.of(),
              all.stream()
                  .map(reader -> reader.effect(latent))
                  .sorted(Comparator.comparingDouble((EffectsReport.Effect e) -> -e.size()))
                  .limit(readers)
                  .toList()));
    }
    latents.sort(
        Comparator.comparingInt((EffectsReport.Latent latent) -> -latent.rows())
            .thenComparingInt(EffectsReport.Latent::number));
    return new EffectsReport(spot.toString(), codes.features(), latents);
  }

  /** Mean over its active rows of each latent's code over the deviation of a norm's input. */
  private double[] sizes(Site stream) {
    float[] rows = prompts.activations(List.of(new Prompts.Spot(stream, spot.role()))).get(0);
    double[] deviations = DirectEffects.deviations(rows, model.shape().width());
    double[] sizes = new double[codes.features()];
    int[] active = new int[sizes.length];
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        sizes[codes.latent(e)] += codes.value(e) / deviations[row];
        active[codes.latent(e)]++;
      }
    }
    for (int j = 0; j < sizes.length; j++) {
      sizes[j] /= Math.max(1, active[j]);
    }
    return sizes;
  }

  /** Largest effects on words, up (1) or down (-1), less the mean of all words. */
  private List<EffectsReport.Effect> words(
      float[] scores, int latent, int vocabulary, double size, int most, int sign) {
    double mean = 0;
    for (int w = 1; w < vocabulary; w++) {
      mean += scores[latent * vocabulary + w] / (vocabulary - 1.0);
    }
    double centre = mean;
    return IntStream.range(1, vocabulary)
        .mapToObj(
            w ->
                new EffectsReport.Effect(
                    model.words().word(w), size * (scores[latent * vocabulary + w] - centre)))
        .sorted(Comparator.comparingDouble((EffectsReport.Effect e) -> -sign * e.size()))
        .limit(most)
        .toList();
  }

  /** A head's query, key or value: norms of what latents add, over its own mean norm. */
  private record Reader(String name, double[] shares) {
    EffectsReport.Effect effect(int latent) {
      return new EffectsReport.Effect(name, shares[latent]);
    }
  }

  private List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    int first = spot.site().kind() == Site.Kind.RESID_PRE ? 0 : 1;
    int head = model.shape().headWidth();
    for (int layer = spot.site().layer() + first; layer < model.shape().layers(); layer++) {
      double[] sizes = sizes(Site.of(Site.Kind.RESID_PRE, layer));
      for (String kind : List.of("q", "k", "v")) {
        for (int h = 0; h < model.shape().heads(); h++) {
          Site site = Site.parse(kind + "." + layer + "." + h, model.shape());
          float[] own = prompts.activations(List.of(new Prompts.Spot(site, spot.role()))).get(0);
          double whole = 0;
          for (int row = 0; row < prompts.n(); row++) {
            whole += norm(own, row, head) / prompts.n();
          }
          float[] added = effects.read(site);
          double[] shares = new double[codes.features()];
          for (int j = 0; j < shares.length; j++) {
            shares[j] = whole == 0 ? 0 : Math.abs(sizes[j]) * norm(added, j, head) / whole;
          }
          readers.add(new Reader(site.toString(), shares));
        }
      }
    }
    return readers;
  }

  private static double norm(float[] rows, int row, int d) {
    double square = 0;
    for (int c = 0; c < d; c++) {
      square += (double) rows[row * d + c] * rows[row * d + c];
    }
    return Math.sqrt(square);
  }
}
