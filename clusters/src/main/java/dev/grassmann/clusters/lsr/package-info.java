/**
 * LSR (Lu and others 2012): each point is written by all others with a ridge, at the cost of one
 * factorisation. Start at {@link dev.grassmann.clusters.lsr.Lsr}.
 */
package dev.grassmann.clusters.lsr;
