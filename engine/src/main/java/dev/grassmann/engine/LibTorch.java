package dev.grassmann.engine;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/**
 * The start of libtorch: natives loaded once a process, threads and determinism set. Every public
 * door of the engine loads the natives by itself; a method calls {@link #start(Run)} first, so that
 * its run's threads hold and the user hears what went wrong.
 *
 * <p>JavaCPP unpacks the natives into a cache: {@code ~/.javacpp/cache}, or where the system
 * property {@code org.bytedeco.javacpp.cachedir} points. Whoever wants no first-time delay in
 * production calls {@link #start(int)} once while installing.
 */
public final class LibTorch {
  private LibTorch() {}

  /**
   * Starts libtorch, or changes the number of threads of a libtorch that runs already.
   *
   * @param threads threads that one operation may use, 1 to 4096
   */
  public static Started start(int threads) {
    if (threads < 1 || threads > 4096) {
      throw new InputException(threads + " threads", "", "give a number from 1 to 4096");
    }
    Loading loading = Natives.LOADING;
    // OpenBLAS keeps threads of its own, which libtorch's setting does not reach.
    openblas.blas_set_num_threads(threads);
    torch.set_num_threads(threads);
    return new Started(loading.version, threads, loading.policy, loading.took);
  }

  /**
   * Starts libtorch with the run's threads and seeds its generator with the run's seed; a shortfall
   * becomes a warning of the run.
   */
  public static Started start(Run run) {
    Started started = start(run.threads());
    started.warning().filter(w -> !run.warnings().contains(w)).ifPresent(run::warn);
    seed(run.seed());
    return started;
  }

  /** Seeds libtorch's global generators: random tensors, dropout, initialisation. */
  public static void seed(long seed) {
    load();
    torch.manual_seed(seed);
  }

  /** Loads the natives where that has not happened yet; threads stay as they are. */
  public static void load() {
    Objects.requireNonNull(Natives.LOADING);
  }

  private record Loading(String version, WaitPolicy policy, Duration took) {}

  /** Loaded when first touched, by the rules for initialising classes: once, thread-safe. */
  private static final class Natives {
    static final Loading LOADING = loadNow();

    private static Loading loadNow() {
      long start = System.nanoTime();
      forgetMemoryLimits();
      WaitPolicy policy = prepareEnvironment(System.getenv());
      try {
        Loader.load(torch.class);
      } catch (UnsatisfiedLinkError e) {
        throw new InputException(
            "libtorch cannot be loaded (" + e.getMessage() + ")",
            "",
            "run on linux-x86_64, macosx-arm64 or windows-x86_64 with the natives for that"
                + " platform on the class path",
            e);
      }
      torch.globalContext().setDeterministicAlgorithms(true, true);
      torch.globalContext().setDeterministicFillUninitializedMemory(false);
      torch.globalContext().setBenchmarkCuDNN(false);
      return new Loading(
          versionOf(torch.class), policy, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * JavaCPP compares the resident memory with a limit before each native object it makes: that
   * doubles the cost of a call (2.7 against 1.3 µs), counts memory-mapped files as if they were
   * ours, and ends in calls of the garbage collector. Scopes bound our memory; a limit that the
   * user gave stays.
   */
  private static void forgetMemoryLimits() {
    for (String limit : List.of("maxphysicalbytes", "maxbytes")) {
      String property = "org.bytedeco.javacpp." + limit;
      if (System.getProperty(property) == null
          && System.getProperty("org.bytedeco.javacpp." + camelCase(limit)) == null) {
        System.setProperty(property, "0");
      }
    }
  }

  private static String camelCase(String limit) {
    return limit.replace("physical", "Physical").replace("bytes", "Bytes");
  }

  /**
   * Makes workers sleep, but not at once: a step of training wakes them some thirty times. GNU
   * OpenMP's look 1,000 times for new work (microseconds; it would be none at all with PASSIVE),
   * OpenBLAS's for 2^16 ticks (2^26, 26 ms, by default), so that each leaves the processors to the
   * other's. On two cores a step of a 256-512-512-10 network takes 4.3 ms, against 5.1 ms without
   * looking at all, and 10 ms where both look ten times as long.
   */
  static WaitPolicy prepareEnvironment(Map<String, String> given) {
    String wait = given.get("OMP_WAIT_POLICY");
    List<String> missing = new ArrayList<>();
    if (wait == null) {
      missing.add("OMP_WAIT_POLICY=PASSIVE");
    }
    if (!given.containsKey("OPENBLAS_THREAD_TIMEOUT")) {
      missing.add("OPENBLAS_THREAD_TIMEOUT=16");
    }
    if (passive(wait) && !given.containsKey("GOMP_SPINCOUNT")) {
      missing.add("GOMP_SPINCOUNT=1000");
    }
    WaitPolicy policy = WaitPolicy.SET;
    if (wait != null) {
      policy = passive(wait) ? WaitPolicy.INHERITED : WaitPolicy.OTHER;
    }
    if (missing.isEmpty()) {
      return policy;
    }
    NativeEnvironment environment = NativeEnvironment.open();
    if (environment == null) {
      return wait == null ? WaitPolicy.UNSUPPORTED : policy;
    }
    boolean late = Loader.addressof("omp_get_max_threads") != null;
    environment.add(missing.toArray(String[]::new));
    return wait == null && late ? WaitPolicy.TOO_LATE : policy;
  }

  private static boolean passive(String wait) {
    return wait == null || wait.strip().toUpperCase(Locale.ROOT).equals("PASSIVE");
  }

  private static String versionOf(Class<?> type) {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch", type);
    } catch (java.io.IOException e) {
      return "unknown"; // repackaged without Maven's metadata: nothing depends on it
    }
  }
}
