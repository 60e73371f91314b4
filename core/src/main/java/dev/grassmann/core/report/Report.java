package dev.grassmann.core.report;

import dev.grassmann.core.io.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report in the making. The order of calls is the order of reading; every text is escaped, so any
 * data may be shown.
 */
public final class Report {
  /** One line of how the report was made. */
  record Fact(String what, String value) {}

  private final String title;
  private String answer = "";
  private final List<Block> blocks = new ArrayList<>();
  private final List<Fact> made = new ArrayList<>();

  public Report(String title) {
    this.title = title;
  }

  /** The answer in one sentence; it opens the page. */
  public Report answer(String sentence) {
    this.answer = sentence;
    return this;
  }

  /** Starts a section. */
  public Report section(String heading) {
    blocks.add(new Block.Heading(heading));
    return this;
  }

  public Report text(String paragraph) {
    blocks.add(new Block.Paragraph(paragraph));
    return this;
  }

  public Report chart(Chart chart) {
    blocks.add(new Block.ChartBlock(chart));
    return this;
  }

  /** A table; cells that look like numbers are set to the right. */
  public Report table(String caption, List<String> header, List<List<String>> rows) {
    List<List<String>> copy = rows.stream().map(List::copyOf).toList();
    blocks.add(new Block.TableBlock(caption, List.copyOf(header), copy));
    return this;
  }

  /** Small pictures side by side, each with its caption. */
  public Report pictures(String caption, List<String> captions, List<BufferedImage> images) {
    List<Block.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      pictures.add(new Block.Picture(captions.get(i), images.get(i)));
    }
    blocks.add(new Block.Gallery(caption, pictures));
    return this;
  }

  /** Many things of one kind, which the reader can search and sort by their numbers. */
  public Report cards(String caption, List<Card> cards) {
    blocks.add(new Block.Cards(caption, List.copyOf(cards)));
    return this;
  }

  /** One line of how it was made (config, seed, versions, citation), shown at the end. */
  public Report made(String what, String value) {
    made.add(new Fact(what, value));
    return this;
  }

  /** The whole page; needs no network when viewed. */
  public String html() {
    return new HtmlPage(title, answer, blocks, made).html();
  }

  /** Writes {@link #html()} whole or not at all. */
  public void write(Path file) {
    try {
      AtomicFile.write(file, out -> out.write(html().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
