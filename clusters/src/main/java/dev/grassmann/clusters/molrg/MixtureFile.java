package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mixture as a safetensors file: {@code shares}, and of each component mean, basis, variances.
 */
final class MixtureFile {
  static final String NAME = "mixture.safetensors";

  private MixtureFile() {}

  /**
   * A mixture and what points are multiplied by before they meet it.
   *
   * @param form how it was learnt
   */
  record Kept(Mixture mixture, double scale, Parameterisation form) {}

  static void write(Mixture mixture, double scale, Parameterisation form, RunFolder folder) {
    SafetensorsWriter writer = new SafetensorsWriter();
    writer.metadata("kind", "molrg").metadata("form", form.name().toLowerCase(Locale.ROOT));
    writer.add("scale", new double[] {scale}, 1);
    int n = mixture.n();
    writer.add(
        "shares",
        mixture.components().stream().mapToDouble(Component::share).toArray(),
        mixture.k());
    for (int k = 0; k < mixture.k(); k++) {
      Component component = mixture.components().get(k);
      writer.add("mean-" + k, component.mean(), n);
      writer.add("basis-" + k, component.subspace().basis(), n, component.d());
      writer.add("variances-" + k, component.variances(), component.d());
    }
    folder.write(NAME, writer::writeTo);
  }

  /**
   * @throws InputException where the file is something else or damaged
   */
  static Kept read(Path file) {
    SafetensorsFile tensors = SafetensorsFile.open(file);
    if (!"molrg".equals(tensors.metadata().get("kind"))) {
      throw InputException.file(
          file, "is no mixture", "give the folder of a 'cluster fit --method molrg' run");
    }
    try {
      double[] shares = tensors.doubles("shares");
      List<Component> components = new ArrayList<>();
      for (int k = 0; k < shares.length; k++) {
        List<Long> shape = tensors.shape("basis-" + k);
        int n = Math.toIntExact(shape.get(0));
        int d = Math.toIntExact(shape.get(1));
        Subspace subspace = Subspace.ofOrthonormal(tensors.doubles("basis-" + k), n, d);
        components.add(
            new Component(
                shares[k],
                tensors.doubles("mean-" + k),
                subspace,
                tensors.doubles("variances-" + k)));
      }
      return new Kept(
          new Mixture(components),
          tensors.doubles("scale")[0],
          Parameterisation.valueOf(tensors.metadata().get("form").toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
      throw new InputException(
          "does not fit together (" + e.getMessage() + ")",
          file.toString(),
          "fit the clusters again",
          e);
    }
  }
}
