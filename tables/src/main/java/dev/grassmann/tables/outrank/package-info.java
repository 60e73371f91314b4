/**
 * 01 OutRank (Škrlj, Mramor 2023, arXiv 2309.01552): ranks the columns of a wide categorical table
 * against a target by mutual information, less what a meaningless column of the same cardinality
 * would score, so that identifiers and hashes stop winning. Start at {@link
 * dev.grassmann.tables.outrank.OutRank}; the mathematics is {@code CorrectedMi}; the data quality
 * of each column is {@link dev.grassmann.tables.outrank.Profile}.
 *
 * <p>Where it departs from the reference implementation, and why:
 *
 * <ul>
 *   <li><b>Orientation.</b> The score is not symmetric. As in the released program the target is
 *       conditioned on, and of two features the later one; the option {@code orientation} turns it
 *       around.
 *   <li><b>Missing values</b> have a code of their own. The reference encodes them as -1, which its
 *       arrays read as the largest code.
 *   <li><b>A column with itself</b> is not corrected. The reference takes two columns for equal
 *       when the sums of their codes are; here they are equal when they are the same partition of
 *       the rows, whatever the values are called.
 *   <li><b>Stratified row reduction</b> counts the rows that it keeps and leaves them in their
 *       order. The reference divides by the counts of all rows, reads places that it never wrote,
 *       and sorts the kept rows by value, after which each value's shifted rows are the next
 *       value's own.
 *   <li><b>Combined values</b> are pairs of codes. The reference concatenates texts, so that ("1",
 *       "23") and ("12", "3") become one value.
 *   <li><b>Subsampling</b> is off unless asked for; tables of at most 1,024 rows are one batch,
 *       with a warning, where the reference gives no ranking. {@link
 *       dev.grassmann.tables.outrank.OutRankConfig#PAPER} has the reference's defaults.
 *   <li><b>Heuristics</b> that do not exist are refused; the reference scores everything 0 by them.
 *   <li><b>Coverage and cardinality</b> are counted exactly over all scored rows, where the
 *       reference averages batches and sketches columns of more than 262,144 values.
 *   <li><b>Surrogates</b> minimise the reference's objectives exactly instead of descending at
 *       random, and learn each class against the rest.
 * </ul>
 */
package dev.grassmann.tables.outrank;
