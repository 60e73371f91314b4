/**
 * New points into known clusters ({@code cluster assign}): each goes to the flat, mean and leading
 * directions of a cluster, that is nearest. Start at {@link dev.grassmann.clusters.assign.Assign}.
 */
package dev.grassmann.clusters.assign;
