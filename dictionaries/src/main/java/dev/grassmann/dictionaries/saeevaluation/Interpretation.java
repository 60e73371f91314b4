package dev.grassmann.dictionaries.saeevaluation;

/**
 * The property that a latent's activity matches best.
 *
 * @param latent which
 * @param active rows in which it is active
 * @param property the best one
 * @param precision share of its active rows that have the property
 * @param recall share of the rows with the property in which it is active
 * @param f1 harmonic mean of both: both are at least f1 / (2 - f1)
 * @param alwaysOn what a latent active in every row would score, 2 p / (1 + p) with p the
 *     property's share of the rows
 */
public record Interpretation(
    int latent,
    int active,
    Property property,
    double precision,
    double recall,
    double f1,
    double alwaysOn) {}
