/** {@code grassmann reproduce}: measures the systems' claims on this machine. */
package dev.grassmann.cli.reproduce;
