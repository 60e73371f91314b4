/** What is alive while a method runs: seed, threads, device, progress, cancellation, the folder. */
package dev.grassmann.core.run;
