/** {@code grassmann data}: the named data sets, their licences, and whether they are here. */
package dev.grassmann.cli.data;
