package dev.grassmann.core.proof;

/** What came of a claim. */
public enum Verdict {
  OK("ok"),
  DOES_NOT_HOLD("does not hold"),
  SKIPPED("skipped");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As printed in tables. */
  public String text() {
    return text;
  }
}
