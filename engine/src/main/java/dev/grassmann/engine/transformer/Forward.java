package dev.grassmann.engine.transformer;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Forward passes over rows of words, in plain arrays: activations read, activations replaced, and
 * the scores of the next word.
 */
public final class Forward {
  private static final int CHUNK = 512;

  private final Transformer model;
  private final WordRows rows;

  public Forward(Transformer model, WordRows rows) {
    this.model = model;
    this.rows = rows;
  }

  /**
   * An activation in each row, and what to put there.
   *
   * @param values n × width of the site
   */
  public record Patch(Place place, float[] values) {}

  /** Activations at some places, each n × width of its site. */
  public List<float[]> activations(List<Place> places) {
    List<float[]> all = new ArrayList<>();
    places.forEach(p -> all.add(new float[rows.n() * p.site().width(model.shape())]));
    chunks(
        (from, ids) -> {
          Hook hook =
              (kind, layer, activation) -> {
                for (int i = 0; i < places.size(); i++) {
                  Site site = places.get(i).site();
                  if (site.kind() == kind && site.layer() == layer) {
                    Tensor here = cut(activation, site).index_select(0, index(places.get(i), from));
                    Tensors.copy(here, all.get(i), from * site.width(model.shape()));
                  }
                }
                return activation;
              };
          model.logits(ids, hook);
        });
    return all;
  }

  /** Scores of the next word, n × words. */
  public float[] logits() {
    return logits(List.of());
  }

  /**
   * Scores of the next word with activations replaced, all in one pass.
   *
   * @param patches of different sites, or of different words of a site
   */
  public float[] logits(List<Patch> patches) {
    float[] all = new float[Math.multiplyExact(rows.n(), model.shape().vocabulary())];
    chunks(
        (from, ids) -> {
          Hook hook =
              (kind, layer, activation) -> {
                Tensor now = activation;
                for (Patch patch : patches) {
                  Site site = patch.place().site();
                  if (site.kind() == kind && site.layer() == layer) {
                    now = replaced(now, patch, from);
                  }
                }
                return now;
              };
          Tensors.copy(model.logits(ids, hook), all, from * model.shape().vocabulary());
        });
    return all;
  }

  private Tensor replaced(Tensor activation, Patch patch, int from) {
    Site site = patch.place().site();
    int count = (int) activation.size(0);
    int width = site.width(model.shape());
    float[] values = Arrays.copyOfRange(patch.values(), from * width, (from + count) * width);
    Tensor copy = activation.detach().clone();
    cut(copy, site).index_copy_(0, index(patch.place(), from), Tensors.of(values, count, width));
    return copy;
  }

  /** The site's columns, (rows · context) × width: a view. */
  private Tensor cut(Tensor activation, Site site) {
    return activation
        .view(activation.size(0) * activation.size(1), activation.size(2))
        .narrow(1, site.from(model.shape()), site.width(model.shape()));
  }

  /** Rows of such a view that a place means, for the rows from {@code from} on. */
  private Tensor index(Place place, int from) {
    int count = Math.min(CHUNK, rows.n() - from);
    int[] at = place.at();
    long[] index = new long[count];
    for (int i = 0; i < count; i++) {
      index[i] = (long) i * rows.length() + at[from + i];
    }
    return Tensors.of(index, count);
  }

  private interface Chunk {
    void pass(int from, Tensor ids);
  }

  private void chunks(Chunk work) {
    for (int from = 0; from < rows.n(); from += CHUNK) {
      WordRows some = rows.slice(from, Math.min(rows.n(), from + CHUNK));
      int first = from;
      Scope.run(
          () -> {
            long[] ids = Arrays.stream(some.ids()).asLongStream().toArray();
            try (NoGradGuard guard = new NoGradGuard()) { // what is only read needs no graph
              work.pass(first, Tensors.of(ids, some.n(), some.length()));
            }
          });
    }
  }
}
