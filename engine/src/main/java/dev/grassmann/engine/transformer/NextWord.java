package dev.grassmann.engine.transformer;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Learns the word that follows each row: cross-entropy at the last place only. Its data are the
 * rows' numbers with the answer's number after them.
 */
public final class NextWord implements Learner {
  private final Transformer model;

  public NextWord(Transformer model) {
    this.model = model;
  }

  /**
   * Rows and answers as the data of a training; numbers of words fit float32 up to 2^24.
   *
   * @param answers number of the word after each row
   */
  public static Vectors data(WordRows rows, int[] answers) {
    int width = rows.length() + 1;
    int[] ids = rows.ids();
    float[] data = new float[Math.multiplyExact(rows.n(), width)];
    for (int row = 0; row < rows.n(); row++) {
      for (int i = 0; i < rows.length(); i++) {
        data[row * width + i] = ids[row * rows.length() + i];
      }
      data[row * width + rows.length()] = answers[row];
    }
    return Vectors.of(data, rows.n(), width);
  }

  @Override
  public List<Parameter> parameters() {
    return List.copyOf(model.parameters());
  }

  @Override
  public String about() {
    return model.shape().toString();
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int length = batch.d() - 1;
    float[] numbers = batch.numbers();
    long[] ids = new long[batch.size() * length];
    long[] answers = new long[batch.size()];
    for (int row = 0; row < batch.size(); row++) {
      for (int i = 0; i < length; i++) {
        ids[row * length + i] = (long) numbers[row * (length + 1) + i];
      }
      answers[row] = (long) numbers[row * (length + 1) + length];
    }
    Tensor target = Tensors.of(answers, batch.size());
    Tensor logits = model.logits(Tensors.of(ids, batch.size(), length), Hook.NONE);
    Tensor loss = torch.cross_entropy_loss(logits, target);
    loss.backward();
    double right =
        logits.argmax(new org.bytedeco.pytorch.LongOptional(1), false).eq(target).sum().item_long();
    return new Outcome(loss.item_double(), Map.of("accuracy", right / batch.size()));
  }
}
