package dev.grassmann.tables.dsir;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/** What DSIR is said to do, measured again. */
public final class DsirReproduction implements Reproduction {
  @Override
  public int system() {
    return 6;
  }

  @Override
  public String id() {
    return "dsir";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(ParityClaims.all());
    claims.addAll(PlantedClaims.all());
    claims.add(
        Claim.quick(
            "the draw is sampling one after the other in proportion to the weights (3 of 12 items,"
                + " 200,000 times)",
            "ground truth",
            "within 4 standard errors",
            SuccessiveSampling::measure));
    claims.addAll(PileClaims.all());
    return List.copyOf(claims);
  }
}
