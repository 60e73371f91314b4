package dev.grassmann.cli.explore;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import java.util.List;

/** Points all rooms at some data and says what they see. */
public final class Explore implements Method<DataSource, ExploreConfig, Exploration> {
  /** For the service loader. */
  public Explore() {}

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        MethodInfo.NO_SYSTEM,
        "explore",
        "explore",
        "Explore",
        "",
        "looks at a table, vectors or images and writes one report",
        true);
  }

  @Override
  public Class<DataSource> input() {
    return DataSource.class;
  }

  @Override
  public ExploreConfig defaults() {
    return ExploreConfig.STANDARD;
  }

  @Override
  public Exploration run(DataSource source, ExploreConfig config, Run run) {
    Options.check(config);
    Exploration exploration = new Exploration(source.path().getFileName().toString());
    List<Step> steps = Opening.of(source, config, exploration, run);
    int done = 0;
    try {
      for (Step step : steps) {
        run.step(step.name(), done, steps.size());
        step.look(exploration, run);
        done++;
      }
      run.step("done", done, steps.size());
    } catch (CancelledException e) {
      // what was seen so far is worth having
      String rest = String.join(", ", steps.stream().skip(done).map(Step::name).toList());
      exploration.find(95, Remark.Kind.WARNING, "Stopped early; not looked at: " + rest + ".");
    }
    return exploration;
  }
}
