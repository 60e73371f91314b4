/** Claims and their measurement: what {@code grassmann reproduce} runs. */
package dev.grassmann.core.proof;
