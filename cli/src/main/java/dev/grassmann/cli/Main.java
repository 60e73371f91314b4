package dev.grassmann.cli;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the process: 0 all is well, 1 a failure of ours or a claim that does
   * not hold, 2 the user's mistake, 130 stopped by the user.
   */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(System.getenv());
    Interrupt interrupt = new Interrupt();
    interrupt.listen();
    int code = new CommandLineRunner(new Session(terminal, interrupt)).run(args);
    terminal.out().flush();
    terminal.err().flush();
    boolean asked = interrupt.asked();
    interrupt.end();
    if (!asked) { // else the JVM is already ending, with the signal's exit code
      System.exit(code);
    }
  }
}
