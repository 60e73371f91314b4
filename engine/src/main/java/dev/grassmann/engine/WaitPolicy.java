package dev.grassmann.engine;

/**
 * What libtorch's worker threads do while they have no work. Spinning workers take the processors
 * from the threads that do have work: on two cores one small training step took 24 ms with them and
 * 0.6 ms without. The runtime reads the policy from the environment once, when it is loaded.
 */
public enum WaitPolicy {
  /** The environment said {@code OMP_WAIT_POLICY=PASSIVE} already; the launcher does that. */
  INHERITED,
  /** The engine put it into the process's environment before libtorch was loaded. */
  SET,
  /** The environment asks for another policy; the user's word stands. */
  OTHER,
  /** OpenMP was in the process already when the engine started, so nothing could be set. */
  TOO_LATE,
  /** The environment cannot be changed from Java on this platform. */
  UNSUPPORTED;

  /** Whether workers sleep while they wait. */
  public boolean passive() {
    return this == INHERITED || this == SET;
  }
}
