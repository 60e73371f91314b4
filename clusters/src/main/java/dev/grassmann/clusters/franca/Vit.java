package dev.grassmann.clusters.franca;

import dev.grassmann.engine.layers.BlockShape;
import dev.grassmann.engine.layers.LayerNorm;
import dev.grassmann.engine.layers.Linear;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.layers.TransformerBlock;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A vision transformer (Dosovitskiy and others 2021): patches through a linear layer, a class token
 * before them, a learnt place for each, blocks with SwiGLU, a last norm. Places for another grid
 * are resampled (bicubic).
 */
final class Vit {
  private static final double EPSILON = 1e-6;
  private static final double DEVIATION = 0.02;

  private final VitShape shape;
  private final Linear embedding;
  private final Tensor classToken;
  private final Tensor places; // 1 + grid²
  private final Tensor hidden; // what stands for a patch that is not seen
  private final List<TransformerBlock> blocks = new ArrayList<>();
  private final LayerNorm norm;

  Vit(ParameterSet set, VitShape shape) {
    this.shape = shape;
    VitOptions o = shape.options();
    int d = o.dim();
    int numbers = shape.channels() * o.patch() * o.patch();
    this.embedding = Linear.normal(set, "patches", numbers, d, DEVIATION);
    this.classToken = set.normal("class", DEVIATION, 1, 1, d);
    this.places = set.normal("places", DEVIATION, 1, 1L + shape.grid() * shape.grid(), d);
    this.hidden = set.filled("hidden", 0, d);
    int inside = 8 * d / 3; // with a gate two thirds of 4 d make as many numbers
    for (int b = 0; b < o.depth(); b++) {
      BlockShape block = new BlockShape(d, o.attentionHeads(), inside, false, true, o.layerScale());
      blocks.add(new TransformerBlock(set, "block" + b, block, EPSILON));
    }
    this.norm = LayerNorm.of(set, "norm", d, EPSILON);
  }

  /**
   * Tokens of images: the class token, then patches row by row.
   *
   * @param images n × (channels · size²)
   * @param size side of these images, a multiple of the patch
   * @param mask n × patches, 1 where a patch is hidden; null for none
   * @param training whether branches are left out
   * @return n × (1 + patches) × d
   */
  Tensor tokens(Tensor images, int size, Tensor mask, boolean training) {
    VitOptions o = shape.options();
    long n = images.size(0);
    int p = o.patch();
    int grid = size / p;
    Tensor patches =
        images
            .sub(new Scalar(shape.mean()))
            .div(new Scalar(shape.deviation()))
            .reshape(n, shape.channels(), grid, p, grid, p)
            .permute(0, 2, 4, 1, 3, 5)
            .reshape(n, (long) grid * grid, (long) shape.channels() * p * p);
    Tensor x = embedding.apply(patches);
    if (mask != null) {
      Tensor at = mask.unsqueeze(2);
      x = x.mul(at.neg().add(new Scalar(1.0))).add(at.mul(hidden));
    }
    Tensor first = classToken.expand(n, 1, o.dim());
    x = Assignments.join(1, first, x).add(places(grid));
    for (TransformerBlock block : blocks) {
      x = block.apply(x, training ? o.dropPath() : 0);
    }
    return norm.apply(x);
  }

  private Tensor places(int grid) {
    int own = shape.grid();
    if (grid == own) {
      return places;
    }
    int d = shape.options().dim();
    Tensor map = places.narrow(1, 1, (long) own * own).reshape(1, own, own, d).permute(0, 3, 1, 2);
    Tensor resampled =
        torch.upsample_bicubic2d(
            map, new long[] {grid, grid}, false, new DoubleOptional(), new DoubleOptional());
    Tensor rows = resampled.permute(0, 2, 3, 1).reshape(1, (long) grid * grid, d);
    return Assignments.join(1, places.narrow(1, 0, 1), rows);
  }
}
