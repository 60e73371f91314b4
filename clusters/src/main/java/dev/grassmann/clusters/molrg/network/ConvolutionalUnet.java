package dev.grassmann.clusters.molrg.network;

import dev.grassmann.engine.layers.Linear;
import dev.grassmann.engine.layers.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Residual blocks down to half, a quarter … of the resolution and up again, each way joined at
 * equal resolutions; the noise level enters every block as an offset of its channels.
 */
final class ConvolutionalUnet implements Network {
  private static final int FEATURES = 16;
  private static final int GROUPS = 8;

  private final Architecture.Unet shape;
  private final Linear first;
  private final Linear second;
  private final Convolution in;
  private final List<Block> down = new ArrayList<>();
  private final List<Block> up = new ArrayList<>();
  private final Block middle;
  private final Norm norm;
  private final Convolution out;

  ConvolutionalUnet(ParameterSet set, Architecture.Unet shape) {
    this.shape = shape;
    List<Integer> widths = shape.widths();
    int embedded = 2 * widths.get(0);
    this.first = Linear.uniform(set, "noise-0", FEATURES, embedded);
    this.second = Linear.uniform(set, "noise-1", embedded, embedded);
    this.in = Convolution.of(set, "in", shape.channels(), widths.get(0));
    int now = widths.get(0);
    for (int l = 0; l < widths.size(); l++) {
      down.add(Block.of(set, "down-" + l, now, widths.get(l), embedded));
      now = widths.get(l);
    }
    this.middle = Block.of(set, "middle", now, now, embedded);
    for (int l = widths.size() - 1; l >= 0; l--) {
      up.add(Block.of(set, "up-" + l, now + widths.get(l), widths.get(l), embedded));
      now = widths.get(l);
    }
    this.norm = Norm.of(set, "norm", now);
    this.out = Convolution.of(set, "out", now, shape.channels());
  }

  @Override
  public Tensor apply(Tensor x, Tensor noise) {
    Tensor level = torch.silu(second.apply(torch.silu(first.apply(features(noise)))));
    Tensor now = in.apply(x.reshape(-1, shape.channels(), shape.height(), shape.width()));
    List<Tensor> kept = new ArrayList<>();
    for (int l = 0; l < down.size(); l++) {
      now = down.get(l).apply(l == 0 ? now : torch.avg_pool2d(now, 2), level);
      kept.add(now);
    }
    now = middle.apply(now, level);
    for (int l = 0; l < up.size(); l++) {
      Tensor beside = kept.get(kept.size() - 1 - l);
      if (l > 0) {
        now = torch.upsample_nearest2d(now, beside.size(2), beside.size(3));
      }
      now = up.get(l).apply(torch.cat(new TensorVector(now, beside), 1), level);
    }
    return out.apply(torch.silu(norm.apply(now))).flatten(1, -1);
  }

  /** Sines and cosines of the noise level at frequencies from 1 to 2^7. */
  private static Tensor features(Tensor noise) {
    TensorVector parts = new TensorVector();
    for (int f = 0; f < FEATURES / 2; f++) {
      Tensor turned = noise.mul(new Scalar((double) (1 << f)));
      parts.push_back(turned.sin());
      parts.push_back(turned.cos());
    }
    return torch.cat(parts, 1);
  }

  /** 3 × 3 with a border of zeros. */
  private record Convolution(Tensor weight, Tensor bias) {
    static Convolution of(ParameterSet set, String name, int in, int out) {
      return new Convolution(
          set.uniform(name + ".weight", 9 * in, out, in, 3, 3),
          set.uniform(name + ".bias", 9 * in, out));
    }

    Tensor apply(Tensor x) {
      long[] one = {1, 1};
      return torch.conv2d(x, weight, new TensorOptional(bias), one, one, one, 1);
    }
  }

  /** Group norm with a gain and an offset a channel. */
  private record Norm(Tensor gain, Tensor offset, int groups) {
    static Norm of(ParameterSet set, String name, int channels) {
      int groups = GROUPS;
      while (channels % groups != 0) {
        groups /= 2;
      }
      return new Norm(
          set.filled(name + ".gain", 1, channels),
          set.filled(name + ".offset", 0, channels),
          groups);
    }

    Tensor apply(Tensor x) {
      return torch.group_norm(
          x, groups, new TensorOptional(gain), new TensorOptional(offset), 1e-5, false);
    }
  }

  /** Two convolutions around an offset by the noise level, beside a straight way. */
  private record Block(
      Norm norm1,
      Convolution first,
      Linear level,
      Norm norm2,
      Convolution second,
      Convolution way) {
    static Block of(ParameterSet set, String name, int in, int out, int embedded) {
      return new Block(
          Norm.of(set, name + ".norm-0", in),
          Convolution.of(set, name + ".conv-0", in, out),
          Linear.uniform(set, name + ".level", embedded, out),
          Norm.of(set, name + ".norm-1", out),
          Convolution.of(set, name + ".conv-1", out, out),
          in == out ? null : Convolution.of(set, name + ".way", in, out));
    }

    Tensor apply(Tensor x, Tensor noise) {
      Tensor now = first.apply(torch.silu(norm1.apply(x)));
      now = now.add(level.apply(noise).unsqueeze(2).unsqueeze(3));
      now = second.apply(torch.silu(norm2.apply(now)));
      return now.add(way == null ? x : way.apply(x));
    }
  }
}
