package dev.grassmann.engine;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live: in main memory or on the first CUDA card. */
public enum Device {
  CPU("cpu"),
  CUDA("cuda");

  private final String name;

  Device(String name) {
    this.name = name;
  }

  /**
   * The device that a run asks for.
   *
   * @throws InputException where it asks for CUDA and there is none
   */
  public static Device of(Run run) {
    return of(run.device());
  }

  /**
   * The device of this name.
   *
   * @param name {@code cpu} or {@code cuda}
   * @throws InputException for another name, and for CUDA where there is none
   */
  public static Device of(String name) {
    for (Device device : values()) {
      if (device.name.equals(name)) {
        return device.require();
      }
    }
    throw new InputException("unknown device '" + name + "'", "", "give cpu or cuda");
  }

  private Device require() {
    LibTorch.load();
    if (this == CUDA && !torch.cuda_is_available()) {
      throw new InputException(
          "there is no CUDA device that this libtorch can use",
          "",
          "give --device cpu, or run a build with the CUDA natives on a machine with a card");
    }
    return this;
  }

  /** The tensor here: itself where it is here already, else a copy that the current scope owns. */
  public Tensor place(Tensor tensor) {
    if (tensor.is_cuda() == (this == CUDA)) {
      return tensor;
    }
    return tensor.to(torchDevice(), tensor.scalar_type());
  }

  /** Options for new tensors of this element type, here. */
  public TensorOptions options(torch.ScalarType type) {
    LibTorch.load();
    return new TensorOptions(type).device(new org.bytedeco.pytorch.DeviceOptional(torchDevice()));
  }

  /** libtorch's own word for it. */
  public org.bytedeco.pytorch.Device torchDevice() {
    LibTorch.load();
    return new org.bytedeco.pytorch.Device(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
