package dev.grassmann.clusters.mlc;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/** What MLC is said to do. */
public final class MlcReproduction implements Reproduction {
  @Override
  public int system() {
    return 11;
  }

  @Override
  public String id() {
    return "mlc";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(BalanceClaims.all());
    claims.addAll(RateClaims.all());
    claims.addAll(MoonClaims.all());
    claims.addAll(DigitsClaims.all());
    return List.copyOf(claims);
  }
}
