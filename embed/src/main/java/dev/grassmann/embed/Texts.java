package dev.grassmann.embed;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.BrokenDocument;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.CorpusReader;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import dev.grassmann.core.run.Run;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of a corpus, in its order. */
final class Texts {
  private final EmbedConfig config;
  private final List<String> texts = new ArrayList<>();
  private int broken;

  private Texts(EmbedConfig config) {
    this.config = config;
  }

  /**
   * Reads until there are enough.
   *
   * @throws InputException where no text is left
   */
  static List<String> of(Corpus corpus, EmbedConfig config, Run run) {
    Texts all = new Texts(config);
    TextUnit unit = config.unit() == Unit.PARAGRAPH ? TextUnit.PARAGRAPH : TextUnit.LINE;
    try (CorpusReader reader = corpus.open(new DocumentText(config.field(), unit))) {
      Optional<DocumentBlock> block = reader.next();
      while (block.isPresent() && !all.full()) {
        run.step("reading", reader.position(), corpus.bytes());
        all.read(block.get());
        block = reader.next();
      }
    }
    if (all.broken > 0) {
      run.warn(all.broken + " documents without text in '" + config.field() + "' are left out");
    }
    if (all.texts.isEmpty()) {
      throw new InputException(
          "no text of at least " + config.minWords() + " words",
          corpus.name(),
          "give a smaller --min-words, or the --field that holds the text");
    }
    return all.texts;
  }

  private boolean full() {
    return config.most() > 0 && texts.size() >= config.most();
  }

  private void read(DocumentBlock block) {
    while (!full() && block.next()) {
      try {
        add(block.text().text());
      } catch (BrokenDocument e) {
        broken++;
      }
    }
  }

  private void add(String document) {
    if (config.unit() != Unit.SENTENCE) {
      offer(document);
      return;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(document);
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      offer(document.substring(from, to));
      from = to;
    }
  }

  private void offer(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    boolean enough = plain.split(" ").length >= config.minWords();
    if (enough && !full()) {
      texts.add(plain);
    }
  }
}
