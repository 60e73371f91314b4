/** {@code grassmann systems}: all systems, what is built, and whether it was reproduced. */
package dev.grassmann.cli.systems;
