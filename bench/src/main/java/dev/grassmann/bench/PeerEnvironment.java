package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Python virtual environment with pinned peers, made once and then kept. */
final class PeerEnvironment {
  private static final List<String> SCRIPTS =
      List.of(
          "worker.py",
          "timed.py",
          "quickselection.py",
          "screening.py",
          "mp_sae.py",
          "sae_train.py",
          "ssc_omp.py",
          "cka.py",
          "platonic.py",
          "train_step.py",
          "kan.py",
          "dsir.py");

  private final Path folder;
  private final Path scripts;

  private PeerEnvironment(Path folder, Path scripts) {
    this.folder = folder;
    this.scripts = scripts;
  }

  /**
   * The environment of one group, made where it is missing or was made from other pins.
   *
   * @param parent folder that holds all environments
   * @throws InputException where Python or the package index is out of reach
   */
  static PeerEnvironment ready(Path parent, String group, String python, Consumer<String> say) {
    String pins = resource(group + ".txt");
    Path folder = parent.resolve(group);
    Path installed = folder.resolve("installed.txt"); // written last: absent after a broken install
    try {
      if (!Files.exists(installed) || !Files.readString(installed).equals(pins)) {
        say.accept("  making the Python environment '" + group + "' (once)");
        Files.createDirectories(parent);
        Path log = parent.resolve(group + ".log");
        Path list = parent.resolve(group + ".txt");
        Files.writeString(list, pins);
        Files.deleteIfExists(installed);
        must(log, python, "-m", "venv", "--clear", folder.toString());
        must(
            log,
            executable(folder, "python").toString(),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
            list.toString());
        Files.writeString(installed, pins);
      }
      Path scripts = Files.createDirectories(parent.resolve("scripts"));
      for (String name : SCRIPTS) {
        Files.writeString(scripts.resolve(name), resource(name));
      }
      return new PeerEnvironment(folder, scripts);
    } catch (IOException e) {
      throw new InputException(
          "the Python environment '" + group + "' cannot be made (" + e.getMessage() + ")",
          folder.toString(),
          "give --python a Python 3.11 to 3.13 and see that the cache folder can be written",
          e);
    }
  }

  /** A program of this environment. */
  Path program(String name) {
    return executable(folder, name);
  }

  /** One of our scripts. */
  Path script(String name) {
    return scripts.resolve(name);
  }

  /**
   * What both sides' processes run with: as many threads as there are cores, and threads that sleep
   * while they wait.
   */
  static Map<String, String> threads() {
    return threads(Runtime.getRuntime().availableProcessors());
  }

  /** The same with another number of threads, for a peer that is faster so. */
  static Map<String, String> threads(int count) {
    String number = Integer.toString(count);
    return Map.of(
        "OMP_NUM_THREADS",
        number,
        "OPENBLAS_NUM_THREADS",
        number,
        "OMP_WAIT_POLICY",
        "PASSIVE",
        "GRASSMANN_NO_BUILD", // ours is timed as it was built
        "1");
  }

  private static Path executable(Path folder, String name) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return windows
        ? folder.resolve("Scripts").resolve(name + ".exe")
        : folder.resolve("bin").resolve(name);
  }

  private static void must(Path log, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    int code = Processes.await(builder.start());
    if (code != 0) {
      throw new InputException(
          "'" + String.join(" ", command) + "' ended with code " + code,
          log.toString(),
          "read the log, mend what it names and run again");
    }
  }

  private static String resource(String name) {
    try (InputStream in = PeerEnvironment.class.getResourceAsStream("peers/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e); // it lies in our own jar
    }
  }
}
