/**
 * 04 Contributions to robust and efficient methods for analysis of high dimensional data (PhD
 * thesis, McGill 2025). This package holds its first part, screening of columns by mutual
 * information (published as fastHDMI, arXiv 2410.10082). Start at {@link
 * dev.grassmann.tables.screening.MiScreening}; the kernel, one column at a time, is {@link
 * dev.grassmann.tables.screening.ColumnScorer}; the mathematics of the default estimator is {@code
 * PlaneDensity} and {@code PlugIn}.
 *
 * <p>Where it departs from the reference implementation, and why:
 *
 * <ul>
 *   <li><b>Bandwidths are used.</b> The released program computes a bandwidth for two columns of
 *       numbers and never passes it on: every density has bandwidth 1 in units of the IQR, and
 *       mutual information collapses. {@code --bandwidth as-released} gives its figures, to 1e-8;
 *       the default is Silverman's rule on each axis of its own.
 *   <li><b>Mass.</b> The mass of a grid is divided by its sum before information is read off it.
 *   <li><b>Classes.</b> The density of a class is that of its rows on the common grid. The
 *       published results have a constant there, and hence chance level; the newest release bins
 *       instead.
 *   <li><b>Sheather-Jones</b> scales by the width of the grid on which t was found, not by the
 *       range of the data, and does not depend on the unit of a column.
 *   <li><b>Any pair of kinds.</b> Columns of categories are scored too: against numbers by
 *       densities a class, against classes by counting.
 *   <li><b>Constant columns</b> score 0 and are named.
 * </ul>
 */
package dev.grassmann.tables.screening;
