package dev.grassmann.clusters.franca;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Losses of a student that predicts its teacher's cluster assignments. */
final class Assignments {
  private static final int ROUNDS = 3;
  private static final double STUDENT = 0.1; // temperature
  private static final double TINY = 1e-8;

  private Assignments() {}

  /**
   * The teacher's targets by Sinkhorn and Knopp: exp(scores / τ), three times made to give each
   * prototype the same weight and each sample weight 1.
   *
   * @param scores n × prototypes; no gradient goes back
   * @return n × prototypes, rows summing to 1
   */
  static Tensor targets(Tensor scores, double temperature) {
    Tensor logits = scores.detach().div(new Scalar(temperature));
    Tensor q = logits.sub(logits.max()).exp();
    long samples = q.size(0);
    long prototypes = q.size(1);
    for (int round = 0; round < ROUNDS; round++) {
      // in float32 a prototype far from all samples may have no weight left to scale
      Tensor columns = q.sum(0).clamp_min(new Scalar(Float.MIN_NORMAL));
      q = q.div(columns).div(new Scalar((double) prototypes));
      q = q.div(q.sum(1).unsqueeze(1)).div(new Scalar((double) samples));
    }
    return q.mul(new Scalar((double) samples));
  }

  static List<Tensor> targets(List<Tensor> scores, double temperature) {
    List<Tensor> all = new ArrayList<>();
    scores.forEach(level -> all.add(targets(level, temperature)));
    return all;
  }

  /** -Σ_k t_k log softmax(s / 0.1)_k of each sample. */
  static Tensor crossEntropies(Tensor targets, Tensor scores) {
    return targets.mul(scores.div(new Scalar(STUDENT)).log_softmax(1)).sum(1).neg();
  }

  /**
   * Mean cross-entropy of every student crop against every teacher crop, summed over pairs and
   * levels.
   *
   * @param scores of each level: crops of the student one after the other
   * @param targets of each level: crops of the teacher one after the other
   */
  static Tensor pairs(List<Tensor> scores, int studentCrops, List<Tensor> targets, int crops) {
    Tensor sum = null;
    for (int level = 0; level < scores.size(); level++) {
      long n = targets.get(level).size(0) / crops;
      for (int s = 0; s < studentCrops; s++) {
        Tensor said = scores.get(level).narrow(0, s * n, n);
        for (int t = 0; t < crops; t++) {
          Tensor wanted = targets.get(level).narrow(0, t * n, n);
          sum = plus(sum, crossEntropies(wanted, said).mean());
        }
      }
    }
    return sum;
  }

  /** Mean cross-entropy of samples against their own targets, summed over levels. */
  static Tensor matched(List<Tensor> scores, List<Tensor> targets) {
    Tensor sum = null;
    for (int level = 0; level < scores.size(); level++) {
      sum = plus(sum, crossEntropies(targets.get(level), scores.get(level)).mean());
    }
    return sum;
  }

  /**
   * Cross-entropy of hidden patches, each image weighing the same, summed over levels.
   *
   * @param weights 1 / (hidden patches of its image) of each hidden patch
   * @param images how many there are, those without a hidden patch included
   */
  static Tensor hidden(List<Tensor> scores, List<Tensor> targets, Tensor weights, int images) {
    Tensor sum = null;
    for (int level = 0; level < scores.size(); level++) {
      Tensor each = crossEntropies(targets.get(level), scores.get(level)).mul(weights);
      sum = plus(sum, each.sum().div(new Scalar((double) images)));
    }
    return sum;
  }

  /**
   * Mean of -log of the distance to the nearest other sample, all scaled to length 1 (KoLeo;
   * Sablayrolles and others 2018).
   */
  static Tensor spread(Tensor x) {
    Tensor unit = x.div(x.square().sum(1).sqrt().clamp_min(new Scalar(TINY)).unsqueeze(1));
    Tensor fixed = unit.detach();
    Tensor cosines = fixed.matmul(fixed.t()).fill_diagonal_(new Scalar(-1.0));
    Tensor nearest = cosines.argmax(new LongOptional(1), false);
    Tensor off = unit.sub(unit.index_select(0, nearest)).add(new Scalar(TINY));
    Tensor distance = off.square().sum(1).sqrt();
    return distance.add(new Scalar(TINY)).log().mean().neg();
  }

  private static Tensor plus(Tensor sum, Tensor more) {
    return sum == null ? more : sum.add(more);
  }

  /** Side by side along an axis. */
  static Tensor join(long axis, Tensor... parts) {
    return torch.cat(new TensorVector(parts), axis);
  }
}
