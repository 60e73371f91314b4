/**
 * Two representations side by side. Each system has a package of its own below this one; the
 * measures that several of them use are {@link dev.grassmann.compare.measures}.
 */
package dev.grassmann.compare;
