package dev.grassmann.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a training went, a line now and then.
 *
 * @param names of the figures beside step, loss and learning rate
 * @param lines in the order of their steps
 */
public record TrainingLog(List<String> names, List<Line> lines) {
  public TrainingLog {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /**
   * One step.
   *
   * @param step from 0
   * @param loss of its batch, before the parameters moved
   * @param rate learning rate
   * @param extra the other figures, in the order of their names
   */
  public record Line(long step, double loss, double rate, List<Double> extra) {
    public Line {
      extra = List.copyOf(extra);
    }
  }

  /**
   * One of the figures beside step, loss and learning rate, line by line.
   *
   * @throws IllegalArgumentException where no figure has that name
   */
  public double[] figure(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no figure '" + name + "' among " + names);
    }
    return lines.stream().mapToDouble(line -> line.extra().get(at)).toArray();
  }

  /** With a header: {@code step,loss,rate} and the names of the others. */
  public String csv() {
    StringBuilder csv = new StringBuilder("step,loss,rate");
    names.forEach(name -> csv.append(',').append(name));
    csv.append('\n');
    for (Line line : lines) {
      csv.append(line.step()).append(',').append(line.loss()).append(',').append(line.rate());
      line.extra().forEach(figure -> csv.append(',').append(figure));
      csv.append('\n');
    }
    return csv.toString();
  }

  /** Collects lines; at most about a thousand of them. */
  static final class Builder {
    private static final long LINES = 1000;

    private final long steps;
    private final long every;
    private final List<String> names = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Builder(long steps) {
      this.steps = steps;
      this.every = Math.max(1, steps / LINES);
    }

    void add(long step, double rate, Learner.Outcome outcome) {
      if (step % every != 0 && step + 1 != steps) {
        return;
      }
      if (lines.isEmpty()) {
        names.addAll(outcome.extra().keySet());
      }
      List<Double> extra = new ArrayList<>();
      for (String name : names) {
        extra.add(outcome.extra().getOrDefault(name, Double.NaN));
      }
      lines.add(new Line(step, outcome.loss(), rate, extra));
    }

    TrainingLog build() {
      return new TrainingLog(names, lines);
    }

    /** Names as words for a checkpoint's head. */
    List<String> names() {
      return names;
    }

    void save(State state) {
      int width = 3 + names.size();
      double[] figures = new double[lines.size() * width];
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        figures[i * width] = line.step();
        figures[i * width + 1] = line.loss();
        figures[i * width + 2] = line.rate();
        for (int j = 0; j < names.size(); j++) {
          figures[i * width + 3 + j] = line.extra().get(j);
        }
      }
      state.put("lines", figures, lines.size(), width);
    }

    void load(State state, Map<Integer, String> savedNames) {
      names.addAll(savedNames.values());
      int width = 3 + names.size();
      double[] figures = state.doubles("lines");
      for (int at = 0; at < figures.length; at += width) {
        List<Double> extra = new ArrayList<>();
        for (int j = 3; j < width; j++) {
          extra.add(figures[at + j]);
        }
        lines.add(new Line((long) figures[at], figures[at + 1], figures[at + 2], extra));
      }
    }
  }
}
