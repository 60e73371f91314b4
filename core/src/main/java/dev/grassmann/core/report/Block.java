package dev.grassmann.core.report;

import java.awt.image.BufferedImage;
import java.util.List;

/** One piece of a report, in reading order. */
sealed interface Block {
  record Heading(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  record ChartBlock(Chart chart) implements Block {}

  record TableBlock(String caption, List<String> header, List<List<String>> rows)
      implements Block {}

  record Gallery(String caption, List<Picture> pictures) implements Block {}

  record Cards(String caption, List<Card> cards) implements Block {}

  /** A small picture with a line of text below it. */
  record Picture(String caption, BufferedImage image) {}
}
