package dev.grassmann.engine.train;

import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named arrays of a checkpoint. Names are made unique by {@link #under}: what a learner saves as
 * {@code counts} cannot meet what an optimiser saves under that name.
 */
public final class State {
  private final Map<String, Object> arrays;
  private final Map<String, long[]> shapes;
  private final SafetensorsFile source;
  private final String prefix;

  private State(
      Map<String, Object> arrays,
      Map<String, long[]> shapes,
      SafetensorsFile source,
      String prefix) {
    this.arrays = arrays;
    this.shapes = shapes;
    this.source = source;
    this.prefix = prefix;
  }

  /** Empty, to be filled and written. */
  static State empty() {
    return new State(new TreeMap<>(), new TreeMap<>(), null, "");
  }

  /** What a file holds. */
  static State of(SafetensorsFile file) {
    return new State(new TreeMap<>(), new TreeMap<>(), file, "");
  }

  /** The same state, in which all names begin with a word. */
  public State under(String word) {
    return new State(arrays, shapes, source, prefix + word + "/");
  }

  /** Keeps a copy of float32 numbers. */
  public void put(String name, float[] numbers, long... shape) {
    keep(name, numbers.clone(), numbers.length, shape);
  }

  /** Keeps a copy of float64 numbers. */
  public void put(String name, double[] numbers, long... shape) {
    keep(name, numbers.clone(), numbers.length, shape);
  }

  /** Keeps a copy of whole numbers. */
  public void put(String name, long[] numbers, long... shape) {
    keep(name, numbers.clone(), numbers.length, shape);
  }

  private void keep(String name, Object copy, int length, long... shape) {
    if (arrays.putIfAbsent(prefix + name, copy) != null) {
      throw new IllegalArgumentException("'" + prefix + name + "' is there already");
    }
    shapes.put(prefix + name, shape.length == 0 ? new long[] {length} : shape.clone());
  }

  public boolean has(String name) {
    return source != null && source.has(prefix + name);
  }

  public float[] floats(String name) {
    return source.floats(prefix + name);
  }

  public double[] doubles(String name) {
    return source.doubles(prefix + name);
  }

  public long[] longs(String name) {
    return source.longs(prefix + name);
  }

  long[] shape(String name) {
    return source.shape(prefix + name).stream().mapToLong(axis -> axis).toArray();
  }

  void addTo(SafetensorsWriter writer) {
    arrays.forEach(
        (name, array) -> {
          long[] shape = shapes.get(name);
          if (array instanceof float[] floats) {
            writer.add(name, floats, shape);
          } else if (array instanceof double[] doubles) {
            writer.add(name, doubles, shape);
          } else {
            writer.add(name, (long[]) array, shape);
          }
        });
  }

  /** Fills an array with kept numbers of the same length. */
  public void restore(String name, float[] target) {
    float[] kept = floats(name);
    if (kept.length != target.length) {
      throw new IllegalStateException(
          prefix + name + " has " + kept.length + " numbers, not " + target.length);
    }
    System.arraycopy(kept, 0, target, 0, kept.length);
  }

  @Override
  public String toString() {
    return prefix + Arrays.toString(arrays.keySet().toArray());
  }
}
