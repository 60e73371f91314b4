/**
 * Commands made from methods: one command of every group of methods, its options from {@link
 * dev.grassmann.core.Options}, its input read by {@link dev.grassmann.cli.method.Inputs}, its run
 * folder and report.
 */
package dev.grassmann.cli.method;
