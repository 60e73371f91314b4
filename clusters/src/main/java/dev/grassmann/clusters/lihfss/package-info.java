/**
 * The proof of the classical family of subspace clustering, which is the second part of system 10.
 * The deep method of that system is not built yet, and none of its claims stand here.
 */
package dev.grassmann.clusters.lihfss;
