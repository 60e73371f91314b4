package dev.grassmann.engine.train;

import dev.grassmann.engine.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Running average of the parameters: a ← keep · a + (1 - keep) · p after each step. */
final class Average {
  private final List<Parameter> parameters;
  private final double keep;
  private final List<float[]> averages = new ArrayList<>();

  Average(List<Parameter> parameters, double keep) {
    this.parameters = parameters;
    this.keep = keep;
    if (keep > 0) {
      for (Parameter parameter : parameters) {
        averages.add(numbers(parameter));
      }
    }
  }

  static float[] numbers(Parameter parameter) {
    return parameter instanceof TensorParameter tensor
        ? Tensors.floats(tensor.tensor())
        : ((ArrayParameter) parameter).values().clone();
  }

  void add() {
    float fresh = (float) (1 - keep);
    for (int i = 0; i < averages.size(); i++) {
      float[] average = averages.get(i);
      float[] now =
          parameters.get(i) instanceof ArrayParameter array
              ? array.values()
              : numbers(parameters.get(i));
      for (int j = 0; j < average.length; j++) {
        average[j] += (now[j] - average[j]) * fresh;
      }
    }
  }

  /** By the parameters' names; empty where no average was asked for. */
  Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (int i = 0; i < averages.size(); i++) {
      values.put(parameters.get(i).name(), averages.get(i));
    }
    return values;
  }

  void save(State state) {
    for (int i = 0; i < averages.size(); i++) {
      state.put(parameters.get(i).name(), averages.get(i), parameters.get(i).shape());
    }
  }

  void load(State state) {
    for (int i = 0; i < averages.size(); i++) {
      state.restore(parameters.get(i).name(), averages.get(i));
    }
  }
}
