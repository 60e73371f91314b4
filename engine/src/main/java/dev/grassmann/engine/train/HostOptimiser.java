package dev.grassmann.engine.train;

import dev.grassmann.engine.kernel.AdamStep;
import dev.grassmann.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adam, AdamW and SGD on float32 in main memory, each in one pass over parameter, gradient and
 * memory: libtorch's own would pass over them a dozen times, as so many calls.
 */
final class HostOptimiser implements Optimiser {
  private static final Kernel KERNEL = Kernel.best();

  private final OptimiserPlan plan;
  private final List<Parameter> parameters;
  private final List<float[]> first = new ArrayList<>();
  private final List<float[]> second = new ArrayList<>();
  private final long[] taken;

  HostOptimiser(OptimiserPlan plan, List<Parameter> parameters) {
    this.plan = plan;
    this.parameters = List.copyOf(parameters);
    this.taken = new long[parameters.size()];
    for (Parameter parameter : parameters) {
      int count = Math.toIntExact(parameter.count());
      first.add(new float[count]);
      second.add(new float[plan.rule() == OptimiserPlan.Rule.SGD ? 0 : count]);
    }
  }

  @Override
  public void step(double share, double clip) {
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.hasGradient()) {
        taken[i]++;
        move(parameter, first.get(i), second.get(i), Rates.of(plan, share, taken[i], clip));
      }
    }
  }

  private void move(Parameter parameter, float[] m, float[] v, AdamStep factors) {
    FloatCells values = parameter.cells();
    FloatCells gradient = parameter.gradientCells();
    Chunks.forEach(
        m.length,
        (number, from, count, p, g) -> {
          values.read(from, p, count);
          gradient.read(from, g, count);
          if (plan.rule() == OptimiserPlan.Rule.SGD) {
            sgd(p, g, m, from, count, factors);
          } else {
            KERNEL.adam(p, g, m, v, from, count, factors);
          }
          values.write(from, p, count);
        });
  }

  private static void sgd(float[] p, float[] g, float[] m, int from, int count, AdamStep f) {
    for (int i = 0; i < count; i++) {
      float mi = m[from + i] * f.beta1() + g[i] * f.clip() + f.decay() * p[i];
      m[from + i] = mi;
      p[i] -= f.rate() * mi;
    }
  }

  @Override
  public void forget() {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof ArrayParameter array) {
        for (ArrayParameter.Stretch stretch : array.takeForgotten()) {
          int end = stretch.from() + stretch.count();
          Arrays.fill(first.get(i), stretch.from(), end, 0);
          if (second.get(i).length > 0) {
            Arrays.fill(second.get(i), stretch.from(), end, 0);
          }
        }
      }
    }
  }

  @Override
  public void save(State state) {
    for (int i = 0; i < parameters.size(); i++) {
      State own = state.under(parameters.get(i).name());
      own.put("first", first.get(i));
      own.put("second", second.get(i));
      own.put("taken", new long[] {taken[i]});
    }
  }

  @Override
  public void load(State state) {
    for (int i = 0; i < parameters.size(); i++) {
      State own = state.under(parameters.get(i).name());
      own.restore("first", first.get(i));
      own.restore("second", second.get(i));
      taken[i] = own.longs("taken")[0];
    }
  }
}
