package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Vectors being looked at.
 *
 * @param total vectors in the source
 * @param rows those looked at, all of them or a sample
 * @param labels class of each row looked at, where known
 * @param view how a single row is shown to a person
 */
record VectorSubject(int total, Vectors rows, Optional<Labels> labels, RowView view) {

  /** The same with at most so many rows, drawn at random. */
  VectorSubject sample(int most, SplittableRandom random) {
    if (most >= rows.n()) {
      return this;
    }
    int[] drawn = Sample.of(rows.n(), most, random);
    Optional<Labels> classes =
        labels.map(
            l -> {
              int[] codes = l.codes();
              return new Labels(Arrays.stream(drawn).map(i -> codes[i]).toArray(), l.names());
            });
    return new VectorSubject(total, rows.rows(drawn), classes, new DrawnView(view, drawn));
  }

  /** Shows rows by their place in the sample. */
  private record DrawnView(RowView all, int[] drawn) implements RowView {
    @Override
    public String caption(int row) {
      return all.caption(drawn[row]);
    }

    @Override
    public Optional<BufferedImage> picture(int row) {
      return all.picture(drawn[row]);
    }

    @Override
    public Optional<BufferedImage> direction(float[] values) {
      return all.direction(values);
    }
  }
}
