package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.FeatureScore.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns columns into codes over the scored rows: each distinct text or number is a value, a missing
 * value is one of its own. Codes are numbered by first appearance, or stand in the order of the
 * values where the score asks for it (missing first, numbers by size, texts by their characters).
 */
final class Encoder {
  /** Whole numbers that span at most this many times the rows are numbered in an array. */
  private static final int DENSE = 4;

  private final int[] kept;
  private final Set<String> missing;
  private final boolean inOrder;

  Encoder(Rows rows, List<String> missing, boolean inOrder) {
    this.kept = rows.kept();
    this.missing = Set.copyOf(missing);
    this.inOrder = inOrder;
  }

  /**
   * @param bins quantile bins for numbers, 0 to take each number as a value
   */
  Feature feature(Column column, Role role, int bins) {
    if (column instanceof Column.Numeric numeric) {
      return numbers(numeric, role, bins);
    }
    int[] raw = new int[kept.length];
    List<String> values = new ArrayList<>();
    int missingCode = -1;
    if (column instanceof Column.Categorical categorical) {
      for (int i = 0; i < raw.length; i++) {
        raw[i] = categorical.code(kept[i]);
      }
      values = categorical.values();
      missingCode = categorical.missingCode();
    } else {
      Map<String, Integer> seen = new HashMap<>();
      for (int i = 0; i < raw.length; i++) {
        String text = column.isMissing(kept[i]) ? null : column.text(kept[i]);
        Integer code = seen.get(text);
        if (code == null) {
          code = values.size();
          seen.put(text, code);
          values.add(text == null ? "" : text);
        }
        raw[i] = code;
      }
      missingCode = seen.getOrDefault(null, -1);
    }
    boolean[] absent = new boolean[values.size()];
    for (int c = 0; c < absent.length; c++) {
      absent[c] = c == missingCode || missing.contains(values.get(c));
    }
    if (inOrder) {
      int[] place = places(values, missingCode);
      boolean[] moved = new boolean[absent.length];
      for (int c = 0; c < absent.length; c++) {
        moved[place[c]] = absent[c];
      }
      for (int i = 0; i < raw.length; i++) {
        raw[i] = place[raw[i]];
      }
      absent = moved;
    }
    return feature(column.name(), role, raw, absent.length, absent);
  }

  private static int[] places(List<String> values, int missingCode) {
    Integer[] sorted = new Integer[values.size()];
    Arrays.setAll(sorted, c -> c);
    Arrays.sort(
        sorted,
        Comparator.<Integer, Boolean>comparing(c -> c != missingCode).thenComparing(values::get));
    int[] place = new int[sorted.length];
    for (int p = 0; p < place.length; p++) {
      place[sorted[p]] = p;
    }
    return place;
  }

  private Feature numbers(Column.Numeric column, Role role, int bins) {
    double[] numbers = new double[kept.length];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int whole = 0;
    int missingRows = 0;
    for (int i = 0; i < numbers.length; i++) {
      double x = column.number(kept[i]) + 0.0; // -0.0 and 0.0 are the same value
      numbers[i] = x;
      missingRows += Double.isNaN(x) ? 1 : 0;
      whole += x == Math.rint(x) ? 1 : 0;
      low = x < low ? x : low;
      high = x > high ? x : high;
    }
    boolean narrow = high - low <= (double) DENSE * numbers.length;
    if (bins == 0 && narrow && whole + missingRows == numbers.length) {
      boolean empty = missingRows == numbers.length;
      int bound = empty ? 1 : (int) (high - low) + 2; // code 0 is the missing value
      int[] raw = new int[numbers.length];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = Double.isNaN(numbers[i]) ? 0 : (int) (numbers[i] - low) + 1;
      }
      return feature(column.name(), role, raw, bound, firstIfAny(missingRows, bound));
    }
    if (bins > 0 || inOrder) {
      double[] edges = bins > 0 ? quantiles(numbers, bins) : distinct(numbers);
      int[] raw = new int[numbers.length];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = Double.isNaN(numbers[i]) ? 0 : below(edges, numbers[i]) + 1;
      }
      int bound = edges.length + 2;
      return feature(column.name(), role, raw, bound, firstIfAny(missingRows, bound));
    }
    return scattered(column.name(), role, numbers, missingRows);
  }

  private Feature scattered(String name, Role role, double[] numbers, int missingRows) {
    LongCodes codes = new LongCodes(Math.min(numbers.length, 1024));
    int nan = missingRows == 0 ? -1 : codes.code(Double.doubleToLongBits(Double.NaN));
    int[] raw = new int[numbers.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = codes.code(Double.doubleToLongBits(numbers[i]));
    }
    return feature(name, role, raw, codes.size(), firstIfAny(nan == -1 ? 0 : 1, codes.size()));
  }

  private Feature feature(String name, Role role, int[] raw, int bound, boolean[] absent) {
    Codes codes = inOrder ? Codes.denseInOrder(raw, 0, raw.length, bound) : Codes.dense(raw, bound);
    boolean[] missingCodes = null;
    if (absent != null) {
      for (int i = 0; i < raw.length; i++) {
        if (absent[raw[i]]) {
          missingCodes = missingCodes == null ? new boolean[codes.values()] : missingCodes;
          missingCodes[codes.code()[i]] = true;
        }
      }
    }
    return new Feature(name, role, codes, missingCodes);
  }

  private static boolean[] firstIfAny(int missingRows, int bound) {
    if (missingRows == 0) {
      return null;
    }
    boolean[] absent = new boolean[bound];
    absent[0] = true;
    return absent;
  }

  /** Inner edges of bins that hold equally many rows, interpolated between neighbours. */
  private static double[] quantiles(double[] numbers, int bins) {
    double[] sorted = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double[] edges = new double[sorted.length == 0 ? 0 : bins - 1];
    for (int k = 1; k <= edges.length; k++) {
      double place = (double) k / bins * (sorted.length - 1);
      int left = (int) place;
      int right = Math.min(left + 1, sorted.length - 1);
      boolean flat = sorted[left] == sorted[right]; // and infinities stay what they are
      edges[k - 1] =
          flat ? sorted[left] : sorted[left] + (place - left) * (sorted[right] - sorted[left]);
    }
    return edges;
  }

  private static double[] distinct(double[] numbers) {
    return Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().distinct().toArray();
  }

  /** How many edges lie strictly below a number: a bin includes its right edge. */
  private static int below(double[] edges, double number) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
