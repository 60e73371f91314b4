package dev.grassmann.cli;

import dev.grassmann.cli.method.CommandTexts;
import dev.grassmann.cli.method.MethodCommand;
import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.CancelledException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line and says how it ended. */
public final class CommandLineRunner {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int REFUSED = 2;
  static final int STOPPED = 130;

  private final Session session;

  public CommandLineRunner(Session session) {
    this.session = session;
  }

  /** The exit code: 0, 1 (a failure of ours), 2 (the user's mistake) or 130 (stopped). */
  public int run(String... args) {
    PrintWriter err = session.terminal().err();
    try {
      return execute(args);
    } catch (InputException e) {
      err.println("grassmann: " + e.getMessage());
      return REFUSED;
    } catch (ParameterException e) {
      err.println(UsageMistake.message(e));
      return REFUSED;
    } catch (CancelledException e) {
      err.println("grassmann: " + e.getMessage());
      return STOPPED;
    } catch (OutOfMemoryError e) {
      err.println(
          "grassmann: out of memory ("
              + e.getMessage()
              + "); give Java more, e.g. GRASSMANN_JAVA_OPTS=-Xmx12g, or less data");
      return FAILED;
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      err.println("grassmann failed; this is a defect of ours. Please report it with these lines:");
      StackTraces.print(e, err);
      return FAILED;
    }
  }

  private int execute(String[] args) throws Exception {
    MethodIndex methods = MethodIndex.load();
    Arguments arguments = Arguments.scan(args, methods.commands());
    CommandLine line =
        new CommandTree(methods, CommandTexts.load()).build(arguments, session.terminal());
    ParseResult parsed = line.parseArgs(arguments.words().toArray(String[]::new));
    PrintWriter out = session.terminal().out();
    CommandLine last = line;
    while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
      parsed = parsed.subcommand();
      last = parsed.commandSpec().commandLine();
    }
    if (parsed.isVersionHelpRequested()) {
      line.printVersionHelp(out);
      return OK;
    }
    Object command = last.getCommandSpec().userObject();
    if (parsed.isUsageHelpRequested()) {
      printHelp(last, command, out);
      return OK;
    }
    if (command instanceof Command runnable) {
      return runnable.run(session);
    }
    printHelp(last, command, session.terminal().err());
    return REFUSED;
  }

  private static void printHelp(CommandLine line, Object command, PrintWriter out) {
    if (command instanceof MethodCommand method) {
      out.print(method.help());
    } else {
      line.usage(out);
    }
    out.flush();
  }
}
