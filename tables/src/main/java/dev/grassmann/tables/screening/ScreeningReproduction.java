package dev.grassmann.tables.screening;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.tables.screening.mixed.MixedClaims;
import dev.grassmann.tables.screening.sparse.SparseClaims;
import java.util.ArrayList;
import java.util.List;

/** What the three tools for high-dimensional data are said to do, measured again. */
public final class ScreeningReproduction implements Reproduction {
  @Override
  public int system() {
    return 4;
  }

  @Override
  public String id() {
    return "screening";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(ScreeningClaims.all());
    claims.addAll(SparseClaims.all());
    claims.addAll(MixedClaims.all());
    return claims;
  }
}
