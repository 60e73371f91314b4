package dev.grassmann.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One class a row.
 *
 * @param codes class of each row, 0 to {@code names.size() - 1}
 * @param names what the classes are called, in code order
 */
public record Labels(int[] codes, List<String> names) {
  public Labels {
    codes = codes.clone();
    names = List.copyOf(names);
  }

  /** Classes from names, one a row; codes follow first appearance. */
  public static Labels of(List<String> rowNames) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] codes = new int[rowNames.size()];
    for (int i = 0; i < codes.length; i++) {
      String name = rowNames.get(i);
      Integer code = seen.putIfAbsent(name, names.size());
      if (code == null) {
        code = names.size();
        names.add(name);
      }
      codes[i] = code;
    }
    return new Labels(codes, names);
  }

  /** A copy of the codes. */
  @Override
  public int[] codes() {
    return codes.clone();
  }

  public int n() {
    return codes.length;
  }

  public int classes() {
    return names.size();
  }
}
