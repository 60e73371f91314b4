package dev.grassmann.clusters.lihfss;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/** What the deep method and the classical family of subspace clustering are said to do. */
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
    claims.addAll(DeepClaims.all());
    return List.copyOf(claims);
  }
}
