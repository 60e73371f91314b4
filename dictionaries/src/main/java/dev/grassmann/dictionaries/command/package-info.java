/**
 * What is done with a trained dictionary, whatever its architecture: {@code sae encode}, {@code sae
 * eval} and {@code sae show}.
 */
package dev.grassmann.dictionaries.command;
