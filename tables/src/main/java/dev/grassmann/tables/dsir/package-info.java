/**
 * 06 DSIR (Xie et al. 2023, arXiv 2302.03169): picks from a large raw collection of texts those
 * whose hashed n-grams are distributed as in a small target collection, by importance resampling
 * without replacement. Start at {@link dev.grassmann.tables.dsir.Dsir}; the steps are also commands
 * of their own ({@code sample fit}, {@code weigh}, {@code draw}, {@code kl}; {@code chunk} and
 * {@code classify} for the paper's run and its baseline). The mathematics is in {@link
 * dev.grassmann.tables.dsir.Featurizer} (text to buckets), {@link
 * dev.grassmann.tables.dsir.BucketCounts} (counts, mergeable), {@link
 * dev.grassmann.tables.dsir.LogRatio} (weight of a document) and {@link
 * dev.grassmann.tables.dsir.GumbelKeys} (the draw); none of them reads or writes files.
 *
 * <p>Buckets and weights are those of the authors' package (data-selection 1.0.3), of which a test
 * keeps figures. It departs where that package goes wrong or leaves a choice:
 *
 * <ul>
 *   <li>The draw's noise belongs to a document's number, not to a position in a thread's stream: it
 *       does not depend on threads, blocks or cluster partitions, and the same seed gives the same
 *       documents.
 *   <li>A fitting budget is split evenly over files and counts each file from its start; the
 *       package splits over files and processes, so that its model depends on the number of cores.
 *       With one process it counts what is counted here. All text of separate targets is counted,
 *       as of pooled ones.
 *   <li>Taking all documents that pass the length filter is allowed; files that changed between
 *       weighing and drawing are refused; blank lines are passed over.
 *   <li>The baseline of a classifier is a logistic regression on the hashed n-grams, where the
 *       package trains fastText.
 *   <li>Letters and lower case follow the Unicode version of the Java machine, there of the Python
 *       machine; they differ in characters that one of them does not know yet.
 * </ul>
 */
package dev.grassmann.tables.dsir;
