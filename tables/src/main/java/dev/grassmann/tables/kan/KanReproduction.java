package dev.grassmann.tables.kan;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;

/** What the KAN selectors are said to do, measured again. */
public final class KanReproduction implements Reproduction {
  private final FriedmanClaims friedman = new FriedmanClaims();

  @Override
  public int system() {
    return 2;
  }

  @Override
  public String id() {
    return "kan";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    claims.addAll(ExactClaims.all());
    claims.addAll(friedman.all());
    claims.addAll(DiamondsClaims.all());
    claims.addAll(DiabetesClaims.all());
    claims.addAll(DigitsClaims.all());
    return List.copyOf(claims);
  }
}
