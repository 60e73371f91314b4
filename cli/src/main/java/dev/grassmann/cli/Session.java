package dev.grassmann.cli;

/**
 * What a command needs of the outside world.
 *
 * @param terminal where it prints
 * @param interrupt whether the user asked to stop
 */
public record Session(Terminal terminal, Interrupt interrupt) {}
