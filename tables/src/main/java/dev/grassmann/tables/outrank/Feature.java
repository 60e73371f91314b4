package dev.grassmann.tables.outrank;

import dev.grassmann.core.result.FeatureScore.Role;

/**
 * One thing that is ranked, over all scored rows.
 *
 * @param absent whether each code stands for a missing value; null where nothing is missing
 */
record Feature(String name, Role role, Codes codes, boolean[] absent) {
  /** Rows with a value, in percent. */
  double coverage() {
    if (absent == null) {
      return 100;
    }
    long missing = 0;
    for (int c = 0; c < absent.length; c++) {
      missing += absent[c] ? codes.size()[c] : 0;
    }
    return 100.0 * (codes.rows() - missing) / codes.rows();
  }

  /** Both taken together as one categorical feature; missing where one of them is. */
  Feature and(Feature other) {
    Codes joint = codes.and(other.codes);
    boolean[] missing = null;
    if (absent != null || other.absent != null) {
      missing = new boolean[joint.values()];
      for (int i = 0; i < joint.rows(); i++) {
        missing[joint.code()[i]] |= isAbsent(i) || other.isAbsent(i);
      }
    }
    return new Feature(name + " AND " + other.name, Role.COMBINATION, joint, missing);
  }

  private boolean isAbsent(int row) {
    return absent != null && absent[codes.code()[row]];
  }
}
