/** The autoencoders of deep subspace clustering: for rows of numbers, and for images. */
package dev.grassmann.clusters.autoencoder;
