package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.ioi.IoiTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Where the activations come from that an edit should reach: rows with one attribute changed. */
sealed interface Counterfactuals {
  /**
   * Some rows, and what they would be.
   *
   * @param source the rows
   * @param value the attribute's new value in each
   * @param targets activations at each location, source rows × d
   */
  record Pairs(int attribute, int[] source, int[] value, List<float[]> targets) {
    int n() {
      return source.length;
    }
  }

  /**
   * Pairs for one attribute; empty where none can be made.
   *
   * @param most as many at most
   */
  Optional<Pairs> of(Attributes attributes, int attribute, int most, SplittableRandom random);

  /** The prompt with one attribute changed, through the model. */
  record ByPrompt(Prompts prompts, List<Prompts.Spot> spots, Transforming words)
      implements Counterfactuals {
    /** Makes prompts of changed prompts. */
    interface Transforming {
      Prompts of(List<IoiPrompt> changed);
    }

    @Override
    public Optional<Pairs> of(
        Attributes attributes, int attribute, int most, SplittableRandom random) {
      String name = attributes.names().get(attribute);
      if (!IoiTask.ATTRIBUTES.contains(name)) {
        return Optional.empty();
      }
      IoiTask task = new IoiTask();
      int n = Math.min(most, prompts.n());
      int[] source = new int[n];
      int[] value = new int[n];
      List<IoiPrompt> changed = new ArrayList<>();
      List<String> values = attributes.values(attribute);
      Map<String, Integer> number = new HashMap<>();
      for (int v = 0; v < values.size(); v++) {
        number.put(values.get(v), v);
      }
      for (int i = 0; i < n; i++) {
        source[i] = i;
        IoiPrompt prompt = prompts.prompt(i);
        String fresh = task.otherName(prompt, random);
        while (!name.equals("Pos") && !number.containsKey(fresh)) {
          fresh = task.otherName(prompt, random); // a name that no code was fitted for
        }
        IoiPrompt other =
            switch (name) {
              case "IO" -> prompt.withIo(fresh);
              case "S" -> prompt.withS(fresh);
              default -> prompt.swapped();
            };
        changed.add(other);
        value[i] = number.get(name.equals("Pos") ? other.pos() : fresh);
      }
      return Optional.of(new Pairs(attribute, source, value, words.of(changed).activations(spots)));
    }
  }

  /** Another row of the data that differs in this attribute and in no other. */
  record ByRow(Vectors activations) implements Counterfactuals {
    @Override
    public Optional<Pairs> of(
        Attributes attributes, int attribute, int most, SplittableRandom random) {
      Map<List<Integer>, List<Integer>> alike = new HashMap<>();
      for (int row = 0; row < attributes.rows(); row++) {
        alike.computeIfAbsent(rest(attributes, attribute, row), k -> new ArrayList<>()).add(row);
      }
      int[] source = new int[Math.min(most, attributes.rows())];
      int[] target = new int[source.length];
      int found = 0;
      for (int row = 0; row < attributes.rows() && found < source.length; row++) {
        int own = attributes.value(attribute, row);
        int[] others =
            alike.get(rest(attributes, attribute, row)).stream()
                .filter(other -> attributes.value(attribute, other) != own)
                .mapToInt(other -> other)
                .toArray();
        if (others.length > 0) {
          source[found] = row;
          target[found++] = others[random.nextInt(others.length)];
        }
      }
      if (found == 0) {
        return Optional.empty();
      }
      int[] chosen = Arrays.copyOf(target, found);
      int[] value = Arrays.stream(chosen).map(row -> attributes.value(attribute, row)).toArray();
      float[] activation = activations.rows(chosen).toArray();
      return Optional.of(
          new Pairs(attribute, Arrays.copyOf(source, found), value, List.of(activation)));
    }

    private static List<Integer> rest(Attributes attributes, int attribute, int row) {
      List<Integer> rest = new ArrayList<>();
      for (int a = 0; a < attributes.count(); a++) {
        rest.add(a == attribute ? -1 : attributes.value(a, row));
      }
      return rest;
    }
  }
}
