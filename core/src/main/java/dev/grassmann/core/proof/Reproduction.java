package dev.grassmann.core.proof;

import java.util.List;

/**
 * The proof of one system. Implementations have a public no-argument constructor and are named in
 * {@code META-INF/services/dev.grassmann.core.proof.Reproduction}.
 */
public interface Reproduction {
  /** Number of the system, 0 to 45. */
  int system();

  /** One word: the system's package, docs page and {@code grassmann reproduce} argument. */
  String id();

  /** All claims, of every tier, in the order of the table. */
  List<Claim> claims();
}
