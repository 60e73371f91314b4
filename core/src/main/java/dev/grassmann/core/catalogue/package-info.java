/** Named data sets: licence, source, checksum, and where the file is found on this machine. */
package dev.grassmann.core.catalogue;
