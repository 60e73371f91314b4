/**
 * Indirect object identification (Wang et al. 2022): prompts in which two people occur, one of them
 * twice, and the next word is the other's name. Each prompt's attributes are known, which makes it
 * a task that dictionaries, circuits and subspaces can be judged on. All words are our own.
 */
package dev.grassmann.core.ioi;
