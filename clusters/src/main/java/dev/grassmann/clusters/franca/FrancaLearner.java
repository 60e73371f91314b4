package dev.grassmann.clusters.franca;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A student that sees masked and small crops predicts how its teacher, which sees the large ones,
 * assigns them to prototypes, at every level of nesting at once. The teacher is the student's
 * running average.
 */
final class FrancaLearner implements Learner {
  private static final int LARGE = 2;

  private final FrancaNetwork student;
  private final FrancaNetwork teacher;
  private final FrancaConfig config;
  private final ViewMaker views;
  private final String about;
  private final Run run;
  private final Device device;

  FrancaLearner(
      FrancaNetwork student,
      FrancaNetwork teacher,
      FrancaConfig config,
      ViewMaker views,
      Run run,
      Device device) {
    this.student = student;
    this.teacher = teacher;
    this.config = config;
    this.views = views;
    this.about = "Franca " + config;
    this.run = run;
    this.device = device;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(student.body().parameters());
    all.addAll(student.heads().parameters());
    return all;
  }

  @Override
  public String about() {
    return about;
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int n = batch.size();
    ViewMaker.Views v = views.of(batch.numbers(), n, run.random("views " + step), device);
    DistillOptions o = config.distil();
    List<Tensor> classTargets;
    List<Tensor> patchTargets;
    try (NoGradGuard frozen = new NoGradGuard()) {
      double temperature = temperature(step);
      Tensor tokens = teacher.vit().tokens(v.large(), views.largeSize(), null, false);
      Tensor classes = tokens.select(1, 0);
      // each large crop of the student is to predict the other one
      Tensor crossed = Assignments.join(0, classes.narrow(0, n, n), classes.narrow(0, 0, n));
      classTargets = Assignments.targets(teacher.classHeads().scores(crossed, false), temperature);
      patchTargets =
          v.anyHidden()
              ? Assignments.targets(
                  teacher.patchHeads().scores(hiddenPatches(tokens, v), false), temperature)
              : List.of();
    }
    boolean still = step < o.frozen();
    Tensor tokens = student.vit().tokens(v.large(), views.largeSize(), v.mask(), true);
    Tensor classes = tokens.select(1, 0);
    int small = config.crops().localCrops();
    double pairs = LARGE + (double) LARGE * small;
    Tensor dino =
        Assignments.matched(student.classHeads().scores(classes, still), classTargets)
            .mul(new Scalar(LARGE / pairs));
    if (small > 0) {
      Tensor local = student.vit().tokens(v.small(), views.smallSize(), null, true).select(1, 0);
      dino =
          dino.add(
              Assignments.pairs(
                      student.classHeads().scores(local, still), small, classTargets, LARGE)
                  .div(new Scalar(pairs)));
    }
    Tensor koleo =
        Assignments.spread(classes.narrow(0, 0, n))
            .add(Assignments.spread(classes.narrow(0, n, n)));
    Tensor loss = dino.mul(new Scalar(o.dino())).add(koleo.mul(new Scalar(o.koleo())));
    double patchLoss = 0;
    if (v.anyHidden()) {
      Tensor ibot =
          Assignments.hidden(
              student.patchHeads().scores(hiddenPatches(tokens, v), still),
              patchTargets,
              v.weights(),
              LARGE * n);
      patchLoss = ibot.item_double();
      loss = loss.add(ibot.mul(new Scalar(o.ibot())));
    }
    loss.backward();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("class token", dino.item_double());
    figures.put("hidden patches", patchLoss);
    figures.put("spread", koleo.item_double());
    return new Outcome(loss.item_double(), figures);
  }

  private static Tensor hiddenPatches(Tensor tokens, ViewMaker.Views v) {
    long patches = tokens.size(1) - 1;
    return tokens.narrow(1, 1, patches).flatten(0, 1).index_select(0, v.hidden());
  }

  private double temperature(long step) {
    DistillOptions o = config.distil();
    double share = o.cooling() == 0 ? 1 : Math.min(1, step / (o.cooling() * o.steps()));
    return o.firstTemperature() + share * (o.temperature() - o.firstTemperature());
  }

  /** The teacher follows, ever more slowly: half a cosine up to keeping all of itself. */
  @Override
  public void moved(long step) {
    DistillOptions o = config.distil();
    double left = 0.5 * (1 + Math.cos(Math.PI * step / o.steps()));
    teacher.approach(student, 1 - (1 - o.keep()) * left);
  }

  @Override
  public void save(State state) {
    State own = state.under("teacher");
    save(teacher.body(), own);
    save(teacher.heads(), own);
  }

  private static void save(ParameterSet set, State state) {
    set.copies().forEach(p -> state.put(p.name(), p.values(), p.shape()));
  }

  @Override
  public void load(State state) {
    State own = state.under("teacher");
    load(teacher.body(), own);
    load(teacher.heads(), own);
  }

  private static void load(ParameterSet set, State state) {
    List<ArrayParameter> copies = set.copies();
    copies.forEach(p -> state.restore(p.name(), p.values()));
    set.take(copies);
  }
}
