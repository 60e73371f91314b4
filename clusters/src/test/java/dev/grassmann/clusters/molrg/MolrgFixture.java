package dev.grassmann.clusters.molrg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.core.subspace.Subspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Figures of {@code make_molrg.py}. */
final class MolrgFixture {
  static final JsonNode ALL = Fixture.json("molrg.json");

  private MolrgFixture() {}

  /** All numbers of nested arrays, in order. */
  static double[] flat(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .flatMapToDouble(
            part ->
                part.isArray()
                    ? java.util.Arrays.stream(flat(part))
                    : java.util.stream.DoubleStream.of(part.asDouble()))
        .toArray();
  }

  static Mixture mixture() {
    List<Component> components = new ArrayList<>();
    for (int k = 0; k < ALL.get("shares").size(); k++) {
      double[] variances = flat(ALL.get("variances").get(k));
      components.add(
          new Component(
              ALL.get("shares").get(k).asDouble(),
              flat(ALL.get("means").get(k)),
              Subspace.ofOrthonormal(
                  flat(ALL.get("bases").get(k)), ALL.get("n").asInt(), variances.length),
              variances));
    }
    return new Mixture(components);
  }
}
