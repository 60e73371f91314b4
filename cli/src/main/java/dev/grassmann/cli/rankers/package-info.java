/** {@code grassmann rankers}: every ranker on the same data sets, and the page about it. */
package dev.grassmann.cli.rankers;
