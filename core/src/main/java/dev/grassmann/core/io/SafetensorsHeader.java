package dev.grassmann.core.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the head of a safetensors file claims, checked against the bytes that follow it: the tensors
 * fill them from first to last without gap or overlap, as the format demands.
 *
 * @param tensors by name, in the order of the header
 * @param metadata words about the file
 */
record SafetensorsHeader(Map<String, Tensor> tensors, Map<String, String> metadata) {
  static final String MEND =
      "the file is cut short or no safetensors file: fetch or write it again";

  /**
   * A tensor's place.
   *
   * @param type how a number is stored; null for types that cannot be read, e.g. F8_E4M3
   * @param typeName the file's word for it
   * @param shape length of each axis; no axis for a single number
   * @param start first byte, counted from the file's begin
   * @param end byte after the last
   */
  record Tensor(NumberType type, String typeName, List<Long> shape, long start, long end) {}

  /**
   * @param json the header's text
   * @param base byte at which the numbers begin
   * @param size the file's size
   */
  static SafetensorsHeader parse(JsonNode json, Path file, long base, long size) {
    if (!json.isObject()) {
      throw InputException.file(file, "the header is no JSON object", MEND);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      if (entry.getKey().equals("__metadata__")) {
        entry.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        String where = file + " tensor '" + entry.getKey() + "'";
        tensors.put(entry.getKey(), tensor(entry.getValue(), where, base, size));
      }
    }
    requireNoGap(tensors, file, base, size);
    return new SafetensorsHeader(tensors, metadata);
  }

  private static Tensor tensor(JsonNode about, String where, long base, long size) {
    String word = about.path("dtype").asText();
    NumberType type = null;
    for (NumberType known : NumberType.values()) {
      if (known.name().equals(word)) {
        type = known;
      }
    }
    List<Long> shape = new ArrayList<>();
    long count = 1;
    for (JsonNode axis : about.path("shape")) {
      long length = axis.isIntegralNumber() && axis.canConvertToLong() ? axis.asLong() : -1;
      shape.add(length);
      boolean fits = length >= 0 && (length == 0 || count <= size / length);
      count = count < 0 || !fits ? -1 : count * length; // -1: more than the file can hold
    }
    JsonNode offsets = about.path("data_offsets");
    long start = offsets.path(0).asLong(-1);
    long end = offsets.path(1).asLong(-1);
    boolean placed = offsets.size() == 2 && start >= 0 && end >= start;
    boolean fits = type == null || count >= 0 && end - start == count * type.width();
    if (word.isEmpty() || !about.path("shape").isArray() || !placed || !fits) {
      throw new InputException(
          String.format(
              Locale.ROOT, "%s of shape %s lies at bytes %d to %d", word, shape, start, end),
          where,
          MEND);
    }
    if (end > size - base) { // not base + end, which a lying header can overflow
      throw new InputException(
          "ends at byte " + end + " of the numbers, of which there are " + (size - base),
          where,
          MEND);
    }
    return new Tensor(type, word, List.copyOf(shape), base + start, base + end);
  }

  private static void requireNoGap(Map<String, Tensor> tensors, Path file, long base, long size) {
    List<Map.Entry<String, Tensor>> placed = new ArrayList<>(tensors.entrySet());
    placed.sort(
        Comparator.comparingLong((Map.Entry<String, Tensor> e) -> e.getValue().start())
            .thenComparingLong(e -> e.getValue().end()));
    long next = base;
    for (Map.Entry<String, Tensor> entry : placed) {
      if (entry.getValue().start() != next) {
        throw new InputException(
            "begins at byte "
                + (entry.getValue().start() - base)
                + " of the numbers, the one before it ends at "
                + (next - base),
            file + " tensor '" + entry.getKey() + "'",
            MEND);
      }
      next = entry.getValue().end();
    }
    if (next != size) {
      throw InputException.file(file, (size - next) + " bytes belong to no tensor", MEND);
    }
  }
}
