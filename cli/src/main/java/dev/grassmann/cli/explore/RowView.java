package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Labels;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Shows one row of the data, or one direction in its space, to a person. */
interface RowView {
  /** A line about a row: its id, its class, or its number. */
  String caption(int row);

  /** The row as a picture, where it is one. */
  Optional<BufferedImage> picture(int row);

  /** A direction of the space as a picture, where rows are pictures. */
  Optional<BufferedImage> direction(float[] values);

  /**
   * Rows that are known by name or number only.
   *
   * @param numbers number of each row in the source
   */
  static RowView named(int[] numbers, Optional<List<String>> ids, Optional<Labels> labels) {
    return new RowView() {
      @Override
      public String caption(int row) {
        String name = ids.map(all -> all.get(row)).orElse("row " + numbers[row]);
        return labels.map(l -> name + " (" + l.names().get(l.codes()[row]) + ")").orElse(name);
      }

      @Override
      public Optional<BufferedImage> picture(int row) {
        return Optional.empty();
      }

      @Override
      public Optional<BufferedImage> direction(float[] values) {
        return Optional.empty();
      }
    };
  }

  /** Rows that are images. */
  static RowView pictures(Images images) {
    return new PictureView(images);
  }
}
