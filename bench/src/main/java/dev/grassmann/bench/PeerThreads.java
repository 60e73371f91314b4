package dev.grassmann.bench;

import java.util.HashMap;
import java.util.Map;

/** How a peer's threads are set; which is fastest depends on the work and on who else computes. */
enum PeerThreads {
  /** As many as cores, which sleep while they wait; as ours do. */
  SLEEPING("threads sleep"),
  /** As many as cores, which spin while they wait: GNU OpenMP's own default. */
  SPINNING("threads spin"),
  ONE("one thread");

  private final String words;

  PeerThreads(String words) {
    this.words = words;
  }

  Map<String, String> environment() {
    int cores = Runtime.getRuntime().availableProcessors();
    Map<String, String> variables = new HashMap<>(PeerEnvironment.threads(this == ONE ? 1 : cores));
    if (this == SPINNING) {
      variables.put("OMP_WAIT_POLICY", "ACTIVE");
    }
    return variables;
  }

  /** For the page, e.g. {@code threads sleep}. */
  String words() {
    return words;
  }
}
