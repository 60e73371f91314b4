package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.io.TableRead;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the data, decides what it is, and lists what to look at. */
final class Opening {
  /** A table of numbers only, as wide as this, is looked at as vectors. */
  private static final int WIDE = 200;

  private final Path path;
  private final ExploreConfig config;
  private final Exploration exploration;
  private final Run run;

  private Opening(DataSource source, ExploreConfig config, Exploration exploration, Run run) {
    this.path = source.path();
    this.config = config;
    this.exploration = exploration;
    this.run = run;
  }

  static List<Step> of(DataSource source, ExploreConfig config, Exploration exploration, Run run) {
    run.step("reading " + source.path().getFileName(), 0, 0);
    Opening opening = new Opening(source, config, exploration, run);
    boolean asTable =
        switch (config.as()) {
          case TABLE -> true;
          case VECTORS, IMAGES -> false;
          case AUTO -> !isVectors(source.path()) && !ImageFiles.isImages(source.path());
        };
    return asTable
        ? opening.table()
        : new VectorOpening(source.path(), config, exploration, run).steps();
  }

  private static boolean isVectors(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(npy|npz|mat|fvecs|safetensors)(\\.gz)?(:.*)?");
  }

  private List<Step> table() {
    boolean transposed = config.transpose();
    long total = transposed ? 0 : TableFiles.rows(path);
    boolean sampled = !transposed && !config.full() && total > config.rows();
    TableRead read = sampled ? TableRead.sampled(config.rows(), run.seed()) : TableRead.ALL;
    Table table = TableFiles.read(path, read);
    if (transposed) {
      table = Transposed.of(path);
      total = table.rows();
    }
    Optional<String> target = target(table);
    if (config.as() == ExploreConfig.Kind.AUTO && isWideNumbers(table, target)) {
      return new VectorOpening(path, config, exploration, run).steps(table, target);
    }
    exploration.find(
        100,
        Remark.Kind.SHAPE,
        Say.format(
            "A table of %s and %s%s.",
            Say.count(total, "row", "rows"),
            Say.count(table.columns().size(), "column", "columns"),
            sampled
                ? Say.format(", of which %,d rows drawn at random were looked at", table.rows())
                : ""));
    return steps(new TableSubject(total, table, target));
  }

  private Optional<String> target(Table table) {
    if (!config.target().isEmpty()) {
      return Optional.of(table.column(config.target()).name());
    }
    return config.transpose() ? Optional.of(table.columnNames().get(0)) : Optional.empty();
  }

  private static boolean isWideNumbers(Table table, Optional<String> target) {
    return table.columns().size() > WIDE
        && target.isEmpty()
        && table.columns().stream().skip(1).allMatch(c -> c instanceof Column.Numeric);
  }

  private static List<Step> steps(TableSubject subject) {
    List<Step> steps = new ArrayList<>();
    steps.add(new QualityStep(subject));
    if (subject.table().columns().size() > 1) {
      subject.target().ifPresent(target -> steps.add(new RankStep(subject)));
      steps.add(new RedundancyStep(subject));
      steps.add(new TogetherStep(subject));
    }
    return steps;
  }
}
