package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who lies beside whom. */
record NeighbourStep(VectorSubject subject) implements Step {
  private static final int K = 10;
  private static final int SHOWN = 6;

  /** Occurrences in neighbour lists, over the mean of k, from which a row is a hub. */
  private static final int HUB = 10;

  @Override
  public String name() {
    return "finding neighbours";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    int n = subject.rows().n();
    int k = Math.min(K, n - 1);
    Neighbours near = NearestNeighbours.among(subject.rows(), k, Metric.COSINE, run);
    int[] occurrences = new int[n];
    for (int neighbour : near.index()) {
      occurrences[neighbour]++;
    }
    hubs(exploration, occurrences, k);
    subject.labels().ifPresent(labels -> agreement(exploration, near, labels));
    similarity(exploration, near);
    examples(exploration, near);
  }

  private void hubs(Exploration exploration, int[] occurrences, int k) {
    int most = 0;
    int never = 0;
    for (int i = 0; i < occurrences.length; i++) {
      most = occurrences[i] > occurrences[most] ? i : most;
      never += occurrences[i] == 0 ? 1 : 0;
    }
    exploration.figure(
        "neighbours",
        Map.of("k", k, "mostOccurrences", occurrences[most], "neverNeighbours", never));
    if (occurrences[most] > HUB * k) {
      exploration.find(
          45,
          Remark.Kind.WARNING,
          Say.format(
              "There are hubs: one row (%s) is among the %d nearest of %,d others, and %s of the"
                  + " rows are near to nobody; searches by cosine will return the hubs too often.",
              subject.view().caption(most),
              k,
              occurrences[most],
              Say.percent((double) never / occurrences.length)));
    }
  }

  private static void agreement(Exploration exploration, Neighbours near, Labels labels) {
    int[] codes = labels.codes();
    double same = 0;
    double chance = 0;
    int[] size = new int[labels.classes()];
    for (int i = 0; i < codes.length; i++) {
      size[codes[i]]++;
      for (int neighbour : near.of(i)) {
        same += codes[neighbour] == codes[i] ? 1 : 0;
      }
    }
    for (int s : size) {
      chance += (double) s / codes.length * Math.max(0, s - 1) / (codes.length - 1);
    }
    double share = same / near.index().length;
    exploration.figure("labelAgreement", share);
    exploration.find(
        70,
        Remark.Kind.STRUCTURE,
        Say.format(
            "Neighbours agree in their class in %s of cases (by chance %s).",
            Say.percent(share), Say.percent(chance)));
  }

  private static void similarity(Exploration exploration, Neighbours near) {
    List<Chart.Point> points = new ArrayList<>();
    int k = near.k();
    float[] column = new float[near.queries()];
    for (int which : new int[] {0, k - 1}) {
      for (int i = 0; i < column.length; i++) {
        column[i] = near.measure()[i * k + which];
      }
      Arrays.sort(column);
      String series = which == 0 ? "nearest" : k + "th nearest";
      for (int p = 0; p <= 100; p += 2) {
        float value = column[Math.round(p / 100f * (column.length - 1))];
        points.add(new Chart.Point(p, value, series));
      }
    }
    exploration.show(
        report ->
            report
                .section("Neighbours")
                .text(
                    "Cosine of each row with its neighbours. Values near 1 at the right are near"
                        + " repeats; a low left end are rows that resemble nothing.")
                .chart(
                    new Lines("Similarity by percentile", "percentile of rows", "cosine", points)));
  }

  private void examples(Exploration exploration, Neighbours near) {
    int n = near.queries();
    List<BufferedImage> images = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int shown = 0; shown < Math.min(SHOWN, n); shown++) {
      int row = (int) ((long) shown * n / SHOWN);
      List<String> names = new ArrayList<>();
      Optional<BufferedImage> own = subject.view().picture(row);
      own.ifPresent(
          image -> {
            images.add(image);
            captions.add("→ " + subject.view().caption(row));
          });
      for (int neighbour : Arrays.copyOf(near.of(row), Math.min(5, near.k()))) {
        names.add(subject.view().caption(neighbour));
        subject
            .view()
            .picture(neighbour)
            .ifPresent(
                image -> {
                  images.add(image);
                  captions.add(subject.view().caption(neighbour));
                });
      }
      rows.add(List.of(subject.view().caption(row), String.join("; ", names)));
    }
    exploration.show(
        report -> {
          if (images.isEmpty()) {
            report.table("Some rows and their nearest", List.of("row", "nearest"), rows);
          } else {
            report.pictures("Some rows (→) and their nearest", captions, images);
          }
        });
  }
}
