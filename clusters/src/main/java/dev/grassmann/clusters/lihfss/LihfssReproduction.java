package dev.grassmann.clusters.lihfss;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/**
 * What the classical family of subspace clustering is said to do, measured again. The deep method
 * of the system is not built, and none of its claims are listed.
 */
public final class LihfssReproduction implements Reproduction {
  @Override
  public int system() {
    return 10;
  }

  @Override
  public String id() {
    return "lihfss";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(SubspaceClaims.all());
    claims.addAll(ImageClaims.all());
    return List.copyOf(claims);
  }
}
