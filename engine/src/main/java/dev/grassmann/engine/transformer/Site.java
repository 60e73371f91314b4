package dev.grassmann.engine.transformer;

import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An activation by name: {@code resid_mid.1} is the residual stream after the attention of layer 1,
 * {@code z.2} what all heads of layer 2 bring together, {@code q.2.3} the query of head 3 there.
 * Layers and heads count from 0.
 *
 * @param head of q, k, v and z; empty for all heads side by side
 */
public record Site(Kind kind, int layer, OptionalInt head) {
  /** What is computed in each layer, in this order. */
  public enum Kind {
    /** The residual stream before the layer. */
    RESID_PRE,
    /** Queries. */
    Q,
    /** Keys. */
    K,
    /** Values. */
    V,
    /** Values mixed by attention, before the output matrix. */
    Z,
    /** What attention adds to the residual stream. */
    ATTN_OUT,
    /** The residual stream after attention. */
    RESID_MID,
    /** What the MLP adds. */
    MLP_OUT,
    /** The residual stream after the layer. */
    RESID_POST;

    boolean byHead() {
      return this == Q || this == K || this == V || this == Z;
    }
  }

  public Site {
    if (head.isPresent() && !kind.byHead()) {
      throw new IllegalArgumentException(kind + " has no heads");
    }
  }

  public static Site of(Kind kind, int layer) {
    return new Site(kind, layer, OptionalInt.empty());
  }

  /**
   * Reads a name.
   *
   * @throws InputException where it is none of this shape's
   */
  public static Site parse(String name, TransformerShape shape) {
    String[] parts = name.split("\\.");
    try {
      Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
      int layer = Integer.parseInt(parts[1]);
      OptionalInt head =
          parts.length > 2 ? OptionalInt.of(Integer.parseInt(parts[2])) : OptionalInt.empty();
      boolean there = layer >= 0 && layer < shape.layers() && parts.length <= 3;
      if (there && head.orElse(0) >= 0 && head.orElse(0) < shape.heads()) {
        return new Site(kind, layer, head);
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw unknown(name, shape, e);
    }
    throw unknown(name, shape, null);
  }

  private static InputException unknown(String name, TransformerShape shape, Exception cause) {
    String kinds =
        Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new InputException(
        "there is no activation '" + name + "'",
        "",
        "give KIND.LAYER, or KIND.LAYER.HEAD for q, k, v and z, with layers 0 to "
            + (shape.layers() - 1)
            + ", heads 0 to "
            + (shape.heads() - 1)
            + "; kinds are "
            + kinds,
        cause);
  }

  /** First column of the site within its layer's tensor. */
  int from(TransformerShape shape) {
    return head.orElse(0) * shape.headWidth();
  }

  /** Numbers of the site. */
  public int width(TransformerShape shape) {
    return head.isPresent() ? shape.headWidth() : shape.width();
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT) + "." + layer;
    return head.isPresent() ? name + "." + head.getAsInt() : name;
  }
}
