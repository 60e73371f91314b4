/**
 * Texts into vectors: the sentence encoder all-MiniLM-L6-v2 (Reimers, Gurevych 2019, arXiv
 * 1908.10084; Wang et al. 2020, arXiv 2002.10957), 384 numbers a text, by the ONNX runtime. A room
 * of its own, since model and runtime are 200 MB: the launcher builds it when {@code embed} is
 * asked for.
 */
package dev.grassmann.embed;
