package dev.grassmann.dictionaries.choicesae;

/** Which latents the auxiliary loss takes up. */
public enum AuxLoss {
  /** None. */
  NONE,
  /** Those that have been silent for long. */
  AUXK,
  /** Besides, those that are active far more rarely than the law of the others says. */
  ZIPF
}
