package dev.grassmann.core.data;

import java.nio.file.Path;

/**
 * Data that has not been read yet: what a method takes that decides for itself how much to read.
 *
 * @param path a file or folder
 */
public record DataSource(Path path) {}
