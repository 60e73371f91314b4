/**
 * The command line. {@link dev.grassmann.cli.Main} makes one command of every group of methods that
 * share {@link dev.grassmann.core.MethodInfo#command()}, and adds the commands named in {@code
 * META-INF/services/dev.grassmann.cli.Command}. Nothing below this package may print but through
 * {@link dev.grassmann.cli.Terminal}.
 */
package dev.grassmann.cli;
