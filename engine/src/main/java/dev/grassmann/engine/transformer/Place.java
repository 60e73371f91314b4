package dev.grassmann.engine.transformer;

/**
 * One activation in each row: a site, at one word of the row.
 *
 * @param at for each row the word, counted from the left of the padded row
 */
public record Place(Site site, int[] at) {
  public Place {
    at = at.clone();
  }

  /** A copy. */
  @Override
  public int[] at() {
    return at.clone();
  }

  /** The place of some rows, in this order. */
  public Place rows(int[] index) {
    int[] chosen = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = at[index[i]];
    }
    return new Place(site, chosen);
  }
}
