/**
 * File formats. Every reader treats a header as a claim: nothing is allocated on its word before
 * the file's size has been checked, and what cannot be read becomes an {@link
 * dev.grassmann.core.InputException}.
 */
package dev.grassmann.core.io;
