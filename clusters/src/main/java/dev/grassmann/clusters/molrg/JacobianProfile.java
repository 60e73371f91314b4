package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How many directions a denoiser keeps at each noise level.
 *
 * @param n numbers a point
 * @param schedule that times are meant by
 * @param levels from noise to data
 */
public record JacobianProfile(int n, Schedule schedule, List<Level> levels) implements Result {
  private static final int SHOWN = 5;

  public JacobianProfile {
    levels = List.copyOf(levels);
  }

  /**
   * One noise level.
   *
   * @param sigma gamma / s
   * @param time of the schedule, 0 to 1
   * @param rank mean over the trajectories
   * @param least rank of any trajectory
   * @param most rank of any trajectory
   * @param singularValues of the Jacobian by x_t, means over the trajectories, descending
   */
  public record Level(
      double sigma, double time, double rank, double least, double most, double[] singularValues) {
    public Level {
      singularValues = singularValues.clone();
    }
  }

  /** The level of least rank; of equal ones the one with most noise. */
  public Level lowest() {
    return levels.stream().min(Comparator.comparingDouble(Level::rank)).orElseThrow();
  }

  @Override
  public String headline() {
    Level lowest = lowest();
    return String.format(
        Locale.ROOT,
        "The Jacobian's rank is least at sigma %.3g (t = %.2f): %.1f of %,d directions",
        lowest.sigma(),
        lowest.time(),
        lowest.rank(),
        n);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("    sigma      1/sigma    time     rank   rank / n\n");
    for (Level level : levels) {
      text.append(
          String.format(
              Locale.ROOT,
              "%9.4f %12.4f %7.3f %8.1f %10.4f%n",
              level.sigma(),
              1 / level.sigma(),
              level.time(),
              level.rank(),
              level.rank() / n));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object().put("n", n);
    node.put("schedule", schedule.name().toLowerCase(Locale.ROOT));
    ArrayNode rows = node.putArray("levels");
    for (Level level : levels) {
      ObjectNode row = rows.addObject().put("sigma", level.sigma()).put("time", level.time());
      row.put("rank", level.rank()).put("least", level.least()).put("most", level.most());
      row.set("singularValues", Json.tree(level.singularValues()));
    }
    return node;
  }

  /** Writes {@code ranks.csv} and {@code singular-values.csv}. */
  @Override
  public void save(RunFolder folder) {
    StringBuilder ranks = new StringBuilder("sigma,snr,time,rank,least,most,share\n");
    StringBuilder values = new StringBuilder("sigma,index,singular_value\n");
    for (Level level : levels) {
      ranks.append(level.sigma()).append(',').append(1 / level.sigma()).append(',');
      ranks.append(level.time()).append(',').append(level.rank()).append(',');
      ranks.append(level.least()).append(',').append(level.most()).append(',');
      ranks.append(level.rank() / n).append('\n');
      for (int i = 0; i < level.singularValues().length; i++) {
        values.append(level.sigma()).append(',').append(i + 1).append(',');
        values.append(level.singularValues()[i]).append('\n');
      }
    }
    folder.writeText("ranks.csv", ranks.toString());
    folder.writeText("singular-values.csv", values.toString());
  }

  @Override
  public void describe(Report report) {
    List<Chart.Point> ranks = new ArrayList<>();
    List<Chart.Span> spans = new ArrayList<>();
    for (Level level : levels) {
      ranks.add(new Chart.Point(1 / level.sigma(), level.rank() / n, ""));
      spans.add(new Chart.Span(1 / level.sigma(), level.least() / n, level.most() / n));
    }
    List<Chart.Point> values = new ArrayList<>();
    for (int i = 0; i < SHOWN; i++) {
      Level level = levels.get(i * (levels.size() - 1) / (SHOWN - 1));
      int shown = (int) Math.min(n, Math.max(10, 3 * lowest().rank()));
      for (int j = 0; j < shown; j++) {
        String series = String.format(Locale.ROOT, "sigma %.3g", level.sigma());
        values.add(new Chart.Point(j + 1, level.singularValues()[j], series));
      }
    }
    report
        .section("Rank along the way from noise to a sample")
        .text(
            "Rank is the first number of singular values whose root of summed squares exceeds 0.99"
                + " of the whole (98.01 % of the energy), as a share of all "
                + n
                + " directions. Noise is on the left, data on the right.")
        .chart(
            new Lines(
                "Rank of the Jacobian", "SNR, 1 / sigma", "rank / n", ranks, spans, true, false))
        .section("Singular values")
        .text("At five levels of the way.")
        .chart(new Lines("Singular values", "index", "singular value", values));
  }
}
