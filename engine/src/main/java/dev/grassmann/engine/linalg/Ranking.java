package dev.grassmann.engine.linalg;

/** The k nearest of some candidates, equally near ones by their number. */
final class Ranking {
  private final int[] index;
  private final double[] measure;
  private final boolean largerIsNearer;
  private int size;

  Ranking(int k, boolean largerIsNearer) {
    this.index = new int[k];
    this.measure = new double[k];
    this.largerIsNearer = largerIsNearer;
  }

  void offer(int candidate, double value) {
    int at = size;
    while (at > 0 && before(candidate, value, index[at - 1], measure[at - 1])) {
      if (at < index.length) {
        index[at] = index[at - 1];
        measure[at] = measure[at - 1];
      }
      at--;
    }
    if (at < index.length) {
      index[at] = candidate;
      measure[at] = value;
      size = Math.min(index.length, size + 1);
    }
  }

  private boolean before(int a, double valueOfA, int b, double valueOfB) {
    if (valueOfA == valueOfB) {
      return a < b;
    }
    return valueOfA > valueOfB == largerIsNearer;
  }

  void writeTo(Neighbours found, int query) {
    for (int i = 0; i < index.length; i++) {
      found.index()[query * index.length + i] = index[i];
      found.measure()[query * index.length + i] = (float) measure[i];
    }
  }
}
