/**
 * Inner loops under JMH, one class a kernel, through the doors that users have. Each benchmark
 * checks its answer before it is timed.
 */
package dev.grassmann.bench.kernel;
