package dev.grassmann.engine.kernel;

/** Decides once which twin runs. */
final class KernelChoice {
  static final Kernel BEST = choose();

  private KernelChoice() {}

  private static Kernel choose() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new PlainKernel("start Java with --add-modules=jdk.incubator.vector for the fast one");
    }
    try {
      return new VectorKernel();
    } catch (LinkageError e) {
      // an incubator's classes may change between releases of Java
      return new PlainKernel("this Java's Vector API is another one (" + e + ")");
    }
  }
}
