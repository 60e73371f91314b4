package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;

/**
 * What spark-submit starts:
 *
 * <pre>
 * spark-submit grassmann-spark.jar rank clicks.parquet --target click --out runs/clicks
 * </pre>
 */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    boolean refused = false;
    SparkSession spark = null;
    try {
      Command command = command(words); // a word too many is said before a cluster is asked for
      spark = SparkSession.builder().appName("grassmann " + words[0]).getOrCreate();
      command.run(spark, out, err);
    } catch (InputException refusal) {
      err.println("grassmann: " + refusal.getMessage());
      refused = true;
    } finally {
      if (spark != null) {
        spark.stop();
      }
    }
    if (refused) {
      System.exit(2);
    }
  }

  /** What one of the words does. */
  interface Command {
    /**
     * @param out where the result is told
     * @param err where everything else is
     * @throws InputException where the input cannot be used
     */
    void run(SparkSession spark, PrintWriter out, PrintWriter err);
  }

  /**
   * Reads the words of a command line.
   *
   * @throws InputException for an unknown command or option
   */
  static Command command(String... words) {
    Arguments arguments = Arguments.of(words);
    return switch (arguments.verb()) {
      case "rank" -> new RankCommand(arguments);
      case "sample" -> new SampleCommand(arguments);
      default ->
          throw new InputException(
              "there is no command '" + arguments.verb() + "'",
              "",
              "the commands are: " + Arguments.VERBS);
    };
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
