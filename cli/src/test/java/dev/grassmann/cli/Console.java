package dev.grassmann.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line in this process. */
public record Console(int code, String out, String err) {
  public static Console run(String... args) {
    return run(new Interrupt(), args);
  }

  static Console run(Interrupt interrupt, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.into(new PrintWriter(out, true), new PrintWriter(err, true));
    int code = new CommandLineRunner(new Session(terminal, interrupt)).run(args);
    return new Console(code, out.toString(), err.toString());
  }
}
