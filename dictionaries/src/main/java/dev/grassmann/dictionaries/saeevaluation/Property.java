package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/**
 * What a latent may stand for: an attribute has one of some values, and perhaps a second, binary
 * attribute has a certain one.
 *
 * @param attribute number of the attribute
 * @param values numbers of its values, more than one for a union
 * @param with number of the binary attribute; -1 for none
 * @param is its value
 */
public record Property(int attribute, List<Integer> values, int with, int is) {
  public Property {
    values = List.copyOf(values);
  }

  /** In words, e.g. {@code IO = Ann} or {@code S = Ben or Max and Pos = ABB}. */
  public String text(Attributes attributes) {
    List<String> names = values.stream().map(v -> attributes.values(attribute).get(v)).toList();
    String text = attributes.names().get(attribute) + " = " + String.join(" or ", names);
    return with < 0
        ? text
        : text + " and " + attributes.names().get(with) + " = " + attributes.values(with).get(is);
  }
}
