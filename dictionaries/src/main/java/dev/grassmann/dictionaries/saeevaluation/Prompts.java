package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.engine.transformer.Forward;
import dev.grassmann.engine.transformer.Place;
import dev.grassmann.engine.transformer.Site;
import dev.grassmann.engine.transformer.Transformer;
import dev.grassmann.engine.transformer.WordRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prompts as a transformer reads them. */
final class Prompts {
  private final Transformer model;
  private final List<IoiPrompt> prompts;
  private final WordRows rows;

  Prompts(Transformer model, List<IoiPrompt> prompts) {
    this.model = model;
    this.prompts = List.copyOf(prompts);
    this.rows =
        model
            .words()
            .rows(prompts.stream().map(IoiPrompt::words).toList(), model.shape().context());
  }

  /** A site of the model at the word with a role. */
  record Spot(Site site, IoiPrompt.Role role) {
    /**
     * Reads {@code resid_mid.1}, which is at the last word, or {@code v.1@s2}.
     *
     * @throws InputException where there is no such activation or role
     */
    static Spot parse(String name, Transformer model) {
      String[] parts = name.split("@", 2);
      IoiPrompt.Role role = IoiPrompt.Role.END;
      if (parts.length == 2) {
        role =
            Arrays.stream(IoiPrompt.Role.values())
                .filter(r -> r.name().equalsIgnoreCase(parts[1]))
                .findFirst()
                .orElseThrow(
                    () ->
                        new InputException(
                            "there is no word '" + parts[1] + "' in a prompt",
                            "--sites",
                            "give SITE@io, @s1, @s2 or @end"));
      }
      return new Spot(Site.parse(parts[0], model.shape()), role);
    }

    @Override
    public String toString() {
      return site + (role == IoiPrompt.Role.END ? "" : "@" + role.name().toLowerCase(Locale.ROOT));
    }
  }

  int n() {
    return prompts.size();
  }

  IoiPrompt prompt(int row) {
    return prompts.get(row);
  }

  Prompts rows(int[] index) {
    return new Prompts(model, Arrays.stream(index).mapToObj(prompts::get).toList());
  }

  Place place(Spot spot) {
    int[] at = new int[prompts.size()];
    for (int row = 0; row < at.length; row++) {
      IoiPrompt prompt = prompts.get(row);
      at[row] = rows.length() - prompt.words().size() + prompt.position(spot.role());
    }
    return new Place(spot.site(), at);
  }

  List<float[]> activations(List<Spot> spots) {
    return new Forward(model, rows).activations(spots.stream().map(this::place).toList());
  }

  /**
   * Scores of the next word.
   *
   * @param values one array for each spot, n × width; none for the prompts as they are
   */
  Outputs outputs(List<Spot> spots, List<float[]> values) {
    List<Forward.Patch> patches = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      patches.add(new Forward.Patch(place(spots.get(i)), values.get(i)));
    }
    return new Outputs(
        new Forward(model, rows).logits(patches), prompts.size(), model.shape().vocabulary());
  }

  int[] answers() {
    return prompts.stream().mapToInt(prompt -> model.words().id(prompt.io())).toArray();
  }

  int[] subjects() {
    return prompts.stream().mapToInt(prompt -> model.words().id(prompt.s())).toArray();
  }

  WordRows words() {
    return rows;
  }
}
