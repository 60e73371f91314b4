package dev.grassmann.engine;

import java.util.Iterator;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

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
  public static Tensor compute(Supplier<Tensor> computation) {
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
   * Lets a tensor outlive this scope: the enclosing scope owns it from now on or, where there is
   * none, the caller, who frees it with {@code close()}. The parts of a tuple ({@code get0()} and
   * so on) are views into the tuple, which dies here: of those a handle of its own is kept.
   *
   * @param made made in this scope and not kept yet
   * @return the tensor to go on with
   */
  public Tensor keep(Tensor made) {
    return move(made.referenceCount() < 0 ? new Tensor(made) : made);
  }

  /** As {@link #keep(Tensor)} for objects of other types, which must be whole objects. */
  public <T extends Pointer> T keep(T made) {
    if (made.referenceCount() < 0) {
      throw new IllegalArgumentException("a view into another native object cannot be kept");
    }
    return move(made);
  }

  private <T extends Pointer> T move(T made) {
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
