package dev.grassmann.engine.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The one door to fused multiply-add. {@link Math#fma} is one instruction where the processor has
 * it, and arithmetic in {@code BigDecimal} where it has not: a dot product of a thousand numbers
 * then takes milliseconds instead of half a microsecond. So everybody asks here.
 */
public final class Fma {
  /** Whether this virtual machine compiles {@link Math#fma} to one instruction. */
  public static final boolean HARDWARE = hardware();

  private Fma() {}

  /** a · b + c, rounded once with hardware support and twice without. */
  public static float of(float a, float b, float c) {
    return HARDWARE ? Math.fma(a, b, c) : a * b + c;
  }

  /** a · b + c, rounded once with hardware support and twice without. */
  public static double of(double a, double b, double c) {
    return HARDWARE ? Math.fma(a, b, c) : a * b + c;
  }

  private static boolean hardware() {
    try {
      HotSpotDiagnosticMXBean flags =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return flags != null && Boolean.parseBoolean(flags.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException | NoClassDefFoundError e) {
      return false; // another virtual machine, which has no such flag: plain arithmetic is safe
    }
  }
}
