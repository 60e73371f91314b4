package dev.grassmann.dictionaries.polysae;

/** Which encoder makes the codes. */
public enum Base {
  TOPK,
  BATCHTOPK,
  MATRYOSHKA,
  JUMPRELU
}
