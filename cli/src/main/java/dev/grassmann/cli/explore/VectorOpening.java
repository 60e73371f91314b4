package dev.grassmann.cli.explore;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens vectors or images, and lists what to look at. */
record VectorOpening(Path path, ExploreConfig config, Exploration exploration, Run run) {

  List<Step> steps() {
    boolean pictures =
        config.as() == ExploreConfig.Kind.IMAGES
            || config.as() == ExploreConfig.Kind.AUTO && ImageFiles.isImages(path);
    if (pictures) {
      Images images = ImageFiles.read(path);
      Optional<Labels> labels = config.labels().isEmpty() ? images.labels() : labels(images.n());
      return steps(images.pixels(), labels, Optional.of(images));
    }
    Vectors vectors = VectorFiles.read(path);
    Optional<Labels> labels = labels(vectors.n());
    return steps(vectors, labels, square(vectors));
  }

  /** A table of numbers, looked at as vectors. */
  List<Step> steps(Table table, Optional<String> target) {
    return steps(VectorFiles.of(table), Optional.empty(), Optional.empty());
  }

  /** Named labels, or those that lie beside the data as {@code name-labels.*}. */
  private Optional<Labels> labels(int n) {
    Optional<String> named = config.labels().isEmpty() ? beside() : Optional.of(config.labels());
    Optional<Labels> labels = named.map(LabelFiles::read);
    if (labels.isPresent() && labels.get().n() != n) {
      throw new InputException(
          Say.format("%,d labels for %,d rows", labels.get().n(), n),
          named.get(),
          "give one label a row, in the rows' order");
    }
    return labels;
  }

  private Optional<String> beside() {
    String base = path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    for (String ending : List.of("-labels.npy", "-labels.csv", "-labels.txt")) {
      Path candidate = path.resolveSibling(base + ending);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate.toString());
      }
    }
    return Optional.empty();
  }

  /**
   * Vectors of 8 x 8, 16 x 16, ... numbers from 0 on are shown as pictures; a guess that harms
   * none.
   */
  private Optional<Images> square(Vectors vectors) {
    int side = (int) Math.round(Math.sqrt(vectors.d()));
    boolean named = path.getFileName().toString().matches("(?i).*(digit|mnist|image|face|pixel).*");
    if (!named || side * side != vectors.d()) {
      return Optional.empty();
    }
    return Optional.of(new Images(vectors, 1, side, side, Optional.empty()));
  }

  private List<Step> steps(Vectors all, Optional<Labels> allLabels, Optional<Images> pictures) {
    int[] drawn =
        config.full()
            ? Sample.of(all.n(), all.n(), run.random("rows"))
            : Sample.of(all.n(), config.rows(), run.random("rows"));
    boolean sampled = drawn.length < all.n();
    Vectors rows = sampled ? all.rows(drawn) : all;
    exploration.find(
        100,
        Remark.Kind.SHAPE,
        Say.format(
            "%s of %,d %s%s%s.",
            Say.count(
                all.n(),
                pictures.isPresent() ? "image" : "vector",
                pictures.isPresent() ? "images" : "vectors"),
            all.d(),
            pictures.isPresent() ? "pixels" : "dimensions",
            allLabels.map(l -> Say.format(" in %,d classes", l.classes())).orElse(""),
            sampled
                ? Say.format(", of which %,d drawn at random were looked at", drawn.length)
                : ""));
    Optional<Labels> labels =
        allLabels.map(
            l -> {
              int[] codes = l.codes();
              return new Labels(Arrays.stream(drawn).map(i -> codes[i]).toArray(), l.names());
            });
    RowView view =
        pictures
            .map(
                p ->
                    RowView.pictures(new Images(rows, p.channels(), p.height(), p.width(), labels)))
            .orElseGet(() -> RowView.named(drawn, rows.ids(), labels));
    VectorSubject subject = new VectorSubject(all.n(), rows, labels, view);
    return steps(subject);
  }

  private List<Step> steps(VectorSubject subject) {
    Sizes sizes = Sizes.of(subject.rows().n(), subject.rows().d(), config);
    VectorSubject near = subject.sample(sizes.neighbours(), run.random("neighbours"));
    List<Step> steps = new ArrayList<>();
    steps.add(new NormStep(subject));
    steps.add(new SpectrumStep(subject, near.rows()));
    if (near.rows().n() > 2) {
      steps.add(new NeighbourStep(near));
    }
    if (subject.rows().n() >= 20 && subject.rows().d() > 1) {
      steps.add(
          new ClusterStep(
              subject.sample(sizes.clusters(), run.random("clusters")), config.clusters()));
      steps.add(new DictionaryStep(subject, sizes.dictionary(), sizes.steps()));
    }
    return steps;
  }
}
