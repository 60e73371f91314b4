package dev.grassmann.dictionaries.saeevaluation;

/**
 * What editing an attribute with its supervised codes comes to, and what doing nothing does: shares
 * of the pairs whose top output is the one that the whole target activation gives.
 *
 * @param attribute its name
 * @param pairs how many
 * @param noEdit of the activation as it is
 * @param supervised of a - u(old) + u(new)
 * @param zeroed of the attribute's subspace set to 0, plus u(new)
 * @param averaged of the subspace set to its mean, plus u(new)
 * @param rank dimension of that subspace, at the first location
 */
public record Skyline(
    String attribute,
    int pairs,
    double noEdit,
    double supervised,
    double zeroed,
    double averaged,
    int rank) {}
