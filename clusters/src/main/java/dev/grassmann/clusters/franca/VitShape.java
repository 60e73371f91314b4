package dev.grassmann.clusters.franca;

/**
 * What images and transformer have to do with each other.
 *
 * @param channels of the images
 * @param size side of the square crops that places of patches are learnt for
 * @param mean subtracted from all pixels
 * @param deviation what they are divided by
 */
record VitShape(VitOptions options, int channels, int size, double mean, double deviation) {
  /** Patches along a side. */
  int grid() {
    return size / options.patch();
  }
}
