/**
 * Ranking and choosing columns and rows of tables. Each system has a package of its own below this
 * one; what two of them share lives here.
 */
package dev.grassmann.tables;
