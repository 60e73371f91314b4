/**
 * {@code grassmann explore}: looks at a table, at vectors or at images as an expert would, with the
 * methods of all rooms, and writes one report. Start at {@link dev.grassmann.cli.explore.Explore};
 * what is looked at lies in the classes named {@code …Step}. No mathematics lives here: each step
 * calls a room's method and says in words what came out.
 */
package dev.grassmann.cli.explore;
