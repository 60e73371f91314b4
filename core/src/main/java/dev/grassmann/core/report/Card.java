package dev.grassmann.core.report;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of many things that a reader searches and sorts, such as a feature.
 *
 * @param title what it is called
 * @param picture of the thing itself
 * @param numbers by which cards can be sorted, by name
 * @param counts bars of a small histogram, left to right; empty for none
 * @param axis what the bars run over, from 0 to the largest
 * @param notes lines of text
 * @param examples where it shows, the clearest first
 */
public record Card(
    String title,
    Optional<BufferedImage> picture,
    Map<String, Double> numbers,
    int[] counts,
    String axis,
    List<String> notes,
    List<Example> examples) {
  public Card {
    numbers = new LinkedHashMap<>(numbers);
    counts = counts.clone();
    notes = List.copyOf(notes);
    examples = List.copyOf(examples);
  }

  /**
   * One example.
   *
   * @param text what is there; empty where the picture says it
   * @param caption a few words beside it
   * @param strength 0 to 1, shown as a tint
   * @param marked words of the text that stand out
   */
  public record Example(
      String text,
      String caption,
      double strength,
      List<String> marked,
      Optional<BufferedImage> image) {
    public Example {
      marked = List.copyOf(marked);
    }
  }
}
