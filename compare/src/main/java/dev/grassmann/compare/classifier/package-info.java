/**
 * Small image and row classifiers that the methods of this room train, read and take apart: plain
 * convolutions and dense layers with ReLU. Start at {@link
 * dev.grassmann.compare.classifier.ClassifierTraining}.
 */
package dev.grassmann.compare.classifier;
