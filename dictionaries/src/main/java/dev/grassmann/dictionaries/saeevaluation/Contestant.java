package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/**
 * What a learnt dictionary came to.
 *
 * @param name as it was given, e.g. its folder
 * @param l0 latents a row, averaged over locations
 * @param fvu fraction of variance unexplained, sum |a - a_hat|² / sum |a - mean|², averaged over
 *     locations
 * @param approximation whether its reconstruction carries the computation
 * @param controls one for each attribute that could be edited
 * @param tables what its latents stand for, at each location
 * @param meant latents above the causal threshold, at all locations together
 * @param kept approximation by those latents alone
 * @param dropped approximation by all others
 * @param splits how far binary attributes are split at the first location
 */
public record Contestant(
    String name,
    double l0,
    double fvu,
    Approximation approximation,
    List<Control> controls,
    List<F1Table> tables,
    int meant,
    Approximation kept,
    Approximation dropped,
    List<Split> splits) {
  public Contestant {
    controls = List.copyOf(controls);
    tables = List.copyOf(tables);
    splits = List.copyOf(splits);
  }
}
