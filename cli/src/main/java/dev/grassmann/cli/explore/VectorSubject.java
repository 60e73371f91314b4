package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.util.Optional;

/**
 * Vectors being looked at.
 *
 * @param total vectors in the source
 * @param rows those looked at, all of them or a sample
 * @param labels class of each row looked at, where known
 * @param view how a single row is shown to a person
 */
record VectorSubject(int total, Vectors rows, Optional<Labels> labels, RowView view) {}
