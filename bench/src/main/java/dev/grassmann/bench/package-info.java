/**
 * Ours beside the peer's: the same work, the same files, the same machine, in turns, with the
 * answers compared before any time is written down. Nothing here ships in another room.
 *
 * <p>Start at {@link dev.grassmann.bench.Comparison}; one class a system tells what is done on both
 * sides. The peers' side is a few lines of Python in {@code bench/peers}, run in virtual
 * environments of their own ({@link dev.grassmann.bench.PeerEnvironment}).
 */
package dev.grassmann.bench;
