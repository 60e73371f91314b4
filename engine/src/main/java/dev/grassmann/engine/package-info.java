/**
 * Everything that knows libtorch. Start at {@link dev.grassmann.engine.LibTorch}: it loads the
 * natives once and sets the thread policy; {@link dev.grassmann.engine.Scope} frees tensors, {@link
 * dev.grassmann.engine.Tensors} carries numbers in and out, {@link dev.grassmann.engine.Device}
 * says where tensors live.
 *
 * <p>Cost, measured on two cores: a libtorch call from Java takes 1 to 3 µs, so loops over single
 * rows belong into {@link dev.grassmann.engine.kernel} or into one batched call.
 */
package dev.grassmann.engine;
