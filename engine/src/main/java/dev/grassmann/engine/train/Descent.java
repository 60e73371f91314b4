package dev.grassmann.engine.train;

import java.util.List;
import java.util.Map;

/** Everything of a training that changes from step to step. */
final class Descent {
  private final TrainingPlan plan;
  private final Learner learner;
  private final long total;
  private final List<Parameter> parameters;
  private final Optimiser optimiser;
  private final Average average;
  private final Rest rest;
  private final TrainingLog.Builder log;
  private double lastLoss = Double.NaN;

  Descent(TrainingPlan plan, Learner learner, long total) {
    this.plan = plan;
    this.learner = learner;
    this.total = total;
    this.parameters = learner.parameters();
    this.optimiser = Optimiser.of(plan.optimiser(), parameters);
    this.average = new Average(parameters, plan.averaging());
    this.rest = new Rest(plan.earlyStop());
    this.log = new TrainingLog.Builder(total);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  TrainingLog.Builder log() {
    return log;
  }

  /** Moves the parameters by the gradients that the learner has left. */
  void step(long step, Learner.Outcome outcome, int stepsPerPass) {
    double share = plan.schedule().share(step, total);
    log.add(step, share * plan.optimiser().rate(), outcome);
    lastLoss = outcome.loss();
    optimiser.step(share, GradientNorm.clip(parameters, plan.clip()));
    learner.moved(step);
    optimiser.forget();
    average.add();
    rest.add(outcome.loss(), (step + 1) % stepsPerPass == 0);
  }

  boolean atRest() {
    return rest.reached();
  }

  Training training(long steps) {
    return new Training(steps, lastLoss, atRest(), average.values(), log.build());
  }

  void save(State state) {
    for (Parameter parameter : parameters) {
      ParameterValues.save(parameter, state.under("parameter"));
    }
    optimiser.save(state.under("optimiser"));
    average.save(state.under("average"));
    rest.save(state.under("rest"));
    log.save(state.under("log"));
    learner.save(state.under("learner"));
    state.put("last-loss", new double[] {lastLoss});
  }

  void load(State state, Map<Integer, String> figures) {
    for (Parameter parameter : parameters) {
      ParameterValues.load(parameter, state.under("parameter"));
    }
    optimiser.load(state.under("optimiser"));
    average.load(state.under("average"));
    rest.load(state.under("rest"));
    log.load(state.under("log"), figures);
    learner.load(state.under("learner"));
    lastLoss = state.doubles("last-loss")[0];
  }
}
