package dev.grassmann.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How libtorch was started.
 *
 * @param version libtorch's version as the natives were packed, e.g. {@code 2.10.0-1.5.13}
 * @param threads threads that one operation uses from now on
 * @param waitPolicy what idle workers do
 * @param loading what loading the natives took, once a process: about a second, some more the very
 *     first time, when they are unpacked into the cache
 */
public record Started(String version, int threads, WaitPolicy waitPolicy, Duration loading) {

  /** What the user must be told, where the start fell short; empty when all is well. */
  public Optional<String> warning() {
    if (waitPolicy.passive()) {
      return Optional.empty();
    }
    String why =
        switch (waitPolicy) {
          case OTHER -> "OMP_WAIT_POLICY asks for spinning workers";
          case TOO_LATE -> "OpenMP was loaded before the engine";
          default -> "the engine cannot set OMP_WAIT_POLICY on this platform";
        };
    return Optional.of(
        why
            + ": training may be many times slower; start Java with"
            + " OMP_WAIT_POLICY=PASSIVE in its environment");
  }
}
