package dev.grassmann.clusters.assign;

import dev.grassmann.core.Option;

/** Every option of assigning points to clusters that are known. */
public record AssignConfig(
    @Option(help = "folder that 'cluster fit' wrote: the clusters to assign to") String model) {
  /** No folder yet: it has to be given. */
  public static final AssignConfig DEFAULTS = new AssignConfig("");
}
