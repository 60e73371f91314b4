package dev.grassmann.clusters.molrg;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/** What low-rank denoisers are said to do: cluster by subspaces, need d points each, be edited. */
public final class MolrgReproduction implements Reproduction {
  private final DigitsClaims digits = new DigitsClaims();

  @Override
  public int system() {
    return 12;
  }

  @Override
  public String id() {
    return "molrg";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(DenoiserClaims.all());
    claims.addAll(SubspaceClaims.all());
    claims.addAll(digits.all());
    claims.addAll(MemorisationClaims.all());
    return List.copyOf(claims);
  }
}
