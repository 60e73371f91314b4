package dev.grassmann.cli.explore;

import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.io.TableRead;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the data, decides what it is, and lists what to look at. */
final class Opening {
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
    return new Opening(source, config, exploration, run).table();
  }

  private List<Step> table() {
    long total = TableFiles.rows(path);
    boolean sampled = !config.full() && total > config.rows();
    TableRead read = sampled ? TableRead.sampled(config.rows(), run.seed()) : TableRead.ALL;
    Table table = TableFiles.read(path, read);
    exploration.find(
        100,
        Remark.Kind.SHAPE,
        Say.format(
            "A table of %,d rows and %,d columns%s.",
            total,
            table.columns().size(),
            sampled
                ? Say.format(", of which %,d rows drawn at random were looked at", table.rows())
                : ""));
    Optional<String> target =
        config.target().isEmpty() ? Optional.empty() : Optional.of(config.target());
    target.ifPresent(table::column);
    TableSubject subject = new TableSubject(total, table, target);
    List<Step> steps = new ArrayList<>();
    steps.add(new QualityStep(subject));
    if (table.columns().size() < 2) {
      return steps;
    }
    if (target.isPresent()) {
      steps.add(new RankStep(subject));
    }
    steps.add(new RedundancyStep(subject));
    return steps;
  }
}
