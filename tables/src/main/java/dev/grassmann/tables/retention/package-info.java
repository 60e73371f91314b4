/** What the best columns of a ranking are worth to a model that learns from them alone. */
package dev.grassmann.tables.retention;
