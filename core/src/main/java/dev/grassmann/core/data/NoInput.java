package dev.grassmann.core.data;

/** The input of methods that make their own data. */
public record NoInput() {}
