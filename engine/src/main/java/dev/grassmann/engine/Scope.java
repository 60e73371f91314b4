package dev.grassmann.engine;

import java.util.Iterator;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Owns the native objects that its thread makes while it is the innermost open scope, and frees
 * them when it closes. One scope a training step keeps resident memory flat; the garbage collector
 * has no part in it.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *   Tensor product = a.matmul(b).relu();      // the product before relu dies with the scope
 *   return scope.keep(product);               // this one goes to the enclosing scope
 * }
 * }</pre>
 */
public final class Scope implements AutoCloseable {
  private final PointerScope outer;
  private final PointerScope inner;

  private Scope() {
    Iterator<PointerScope> open = PointerScope.getScopeIterator();
    this.outer = open.hasNext() ? open.next() : null;
    this.inner = new PointerScope();
  }

  /** Opens a scope for this thread; close it in the reverse order of opening, on this thread. */
  public static Scope open() {
    LibTorch.load();
    return new Scope();
  }

  /** Runs a computation in a scope of its own; only its result goes to the enclosing scope. */
  public static <T extends Pointer> T compute(Supplier<T> computation) {
    try (Scope scope = open()) {
      return scope.keep(computation.get());
    }
  }

  /** Runs something in a scope of its own. */
  public static void run(Runnable computation) {
    try (Scope scope = open()) {
      computation.run();
    }
  }

  /**
   * Lets an object outlive this scope: the enclosing scope owns it from now on or, where there is
   * none, the caller, who frees it with {@code close()}.
   *
   * @param made made in this scope and not kept yet
   */
  public <T extends Pointer> T keep(T made) {
    if (outer != null) {
      outer.attach(made);
    } else {
      made.retainReference();
    }
    inner.detach(made);
    return made;
  }

  @Override
  public void close() {
    inner.close();
  }
}
