package dev.grassmann.tables.screening;

import java.util.Arrays;

/**
 * The density of pairs (x, y) on a square grid: linear binning, then circular convolution with a
 * radial kernel. As the grid reaches a kernel's radius beyond the data, nothing comes around the
 * edge. One object holds the arrays of one thread.
 *
 * <p>The transforms use that everything is real: rows go in pairs as real and imaginary parts, only
 * half of the columns of the spectrum are kept (the other half mirrors it), and the spectrum of the
 * kernel, which is real and even, is made from a quarter of it. That is a quarter of the work of
 * three complex transforms.
 */
final class PlaneDensity {
  private final int cells;
  private final int length;
  private final int half;
  private final BatchFft fft;
  private final double[] re;
  private final double[] im;
  private final double[] spareRe;
  private final double[] spareIm;
  private final double[] spectrumRe;
  private final double[] spectrumIm;
  private final double[] kernel;
  private final KdeKernel shape;

  PlaneDensity(int cells, KdeKernel shape) {
    this.cells = cells;
    this.length = BatchFft.lengthFrom(cells);
    this.half = length / 2 + 1;
    this.fft = new BatchFft(length);
    this.shape = shape;
    int size = length * half;
    re = new double[size];
    im = new double[size];
    spareRe = new double[size];
    spareIm = new double[size];
    spectrumRe = new double[size];
    spectrumIm = new double[size];
    kernel = new double[size];
  }

  /**
   * Fills {@code mass} with the probability of each cell: {@code mass[j * cells + i]} of cell i of
   * x and cell j of y. Rounding may leave numbers of either sign around 1e-19 where it is 0.
   *
   * @param x at least one number
   * @param y as many
   */
  void fill(double[] x, double[] y, int count, GridAxis xAxis, GridAxis yAxis, double[] mass) {
    kernelSpectrum(xAxis, yAxis);
    dataSpectrum(x, y, count, xAxis, yAxis);
    for (int i = 0; i < length * half; i++) {
      spectrumRe[i] *= kernel[i];
      spectrumIm[i] *= kernel[i];
    }
    fft.transform(spectrumIm, spectrumRe, spareIm, spareRe, half); // back along x
    backAlongY(mass);
  }

  /** Spectrum of the binned data, row i of x by half of the frequencies of y. */
  private void dataSpectrum(double[] x, double[] y, int count, GridAxis xAxis, GridAxis yAxis) {
    int first = (int) xAxis.before() & ~1;
    double widest = 0;
    for (int r = 0; r < count; r++) {
      widest = Math.max(widest, xAxis.place(x[r]));
    }
    int batch = ((int) widest + 1 - first) / 2 + 1; // pairs of rows that hold data
    Arrays.fill(re, 0, length * batch, 0);
    Arrays.fill(im, 0, length * batch, 0);
    for (int r = 0; r < count; r++) {
      double atX = xAxis.place(x[r]) - first;
      double atY = yAxis.place(y[r]);
      int i = (int) atX;
      int j = (int) atY;
      double partX = atX - i;
      double partY = atY - j;
      int at = j * batch + (i >> 1);
      double[] here = (i & 1) == 0 ? re : im; // an even row is a real part, an odd one imaginary
      double[] next = (i & 1) == 0 ? im : re;
      int atNext = at + (i & 1);
      here[at] += (1 - partX) * (1 - partY);
      here[at + batch] += (1 - partX) * partY;
      next[atNext] += partX * (1 - partY);
      next[atNext + batch] += partX * partY;
    }
    fft.transform(re, im, spareRe, spareIm, batch);
    Arrays.fill(spectrumRe, 0);
    Arrays.fill(spectrumIm, 0);
    double share = 0.5 / count;
    for (int k = 0; k < half; k++) { // take the pairs of rows apart
      int at = k * batch;
      int mirror = (k == 0 ? 0 : length - k) * batch;
      for (int t = 0; t < batch; t++) {
        int even = (first + 2 * t) * half + k;
        spectrumRe[even] = share * (re[at + t] + re[mirror + t]);
        spectrumIm[even] = share * (im[at + t] - im[mirror + t]);
        if (first + 2 * t + 1 < length) {
          spectrumRe[even + half] = share * (im[at + t] + im[mirror + t]);
          spectrumIm[even + half] = share * (re[mirror + t] - re[at + t]);
        }
      }
    }
    fft.transform(spectrumRe, spectrumIm, spareRe, spareIm, half);
  }

  /** Spectrum of the kernel, real: row i by half of the frequencies of y. */
  private void kernelSpectrum(GridAxis xAxis, GridAxis yAxis) {
    int rows = Math.min(xAxis.radius(), length / 2) + 1;
    int batch = (rows + 1) / 2;
    double area = xAxis.cell() * yAxis.cell() / ((double) length * length);
    Arrays.fill(re, 0, length * batch, 0);
    Arrays.fill(im, 0, length * batch, 0);
    for (int i = 0; i < rows; i++) {
      double dx = i * xAxis.cell();
      double[] part = (i & 1) == 0 ? re : im;
      for (int j = 0; j <= Math.min(yAxis.radius(), length / 2); j++) {
        double dy = j * yAxis.cell();
        double value = area * shape.onPlane(Math.sqrt(dx * dx + dy * dy));
        part[j * batch + (i >> 1)] = value;
        part[(j == 0 ? 0 : length - j) * batch + (i >> 1)] = value;
      }
    }
    fft.transform(re, im, spareRe, spareIm, batch); // even rows: real spectra in both parts
    int pairs = (half + 1) / 2;
    double[] evenRe = spectrumRe; // free until the data are transformed
    double[] evenIm = spectrumIm;
    Arrays.fill(evenRe, 0, length * pairs, 0);
    Arrays.fill(evenIm, 0, length * pairs, 0);
    for (int i = 0; i < rows; i++) {
      double[] part = (i & 1) == 0 ? re : im;
      int mirror = i == 0 ? 0 : length - i;
      for (int k = 0; k < half; k++) {
        double[] to = (k & 1) == 0 ? evenRe : evenIm;
        double value = part[k * batch + (i >> 1)];
        to[i * pairs + (k >> 1)] = value;
        to[mirror * pairs + (k >> 1)] = value;
      }
    }
    fft.transform(evenRe, evenIm, spareRe, spareIm, pairs);
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < half; k++) {
        kernel[i * half + k] = ((k & 1) == 0 ? evenRe : evenIm)[i * pairs + (k >> 1)];
      }
    }
  }

  /** The inverse along y, two rows of x at a time as real and imaginary parts. */
  private void backAlongY(double[] mass) {
    int batch = length / 2;
    for (int t = 0; t < batch; t++) {
      int even = 2 * t * half;
      int odd = even + half;
      for (int k = 0; k < half; k++) {
        double er = spectrumRe[even + k];
        double ei = spectrumIm[even + k];
        double or = spectrumRe[odd + k];
        double oi = spectrumIm[odd + k];
        re[k * batch + t] = er - oi;
        im[k * batch + t] = ei + or;
        if (k > 0 && k < half - 1) { // the mirrored half is the conjugate of each row's own
          re[(length - k) * batch + t] = er + oi;
          im[(length - k) * batch + t] = or - ei;
        }
      }
    }
    fft.transform(im, re, spareIm, spareRe, batch);
    for (int j = 0; j < cells; j++) {
      for (int i = 0; i < cells; i++) {
        mass[j * cells + i] = ((i & 1) == 0 ? re : im)[j * batch + (i >> 1)];
      }
    }
  }
}
