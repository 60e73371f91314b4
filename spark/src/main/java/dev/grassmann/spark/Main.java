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
 * spark-submit --class dev.grassmann.spark.Main --jars ... grassmann-spark.jar \
 *   rank clicks.parquet --target click --out runs/clicks
 * </pre>
 */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    SparkSession spark = SparkSession.builder().appName("grassmann").getOrCreate();
    boolean refused = false;
    try {
      run(spark, out, err, words);
    } catch (InputException refusal) {
      err.println("grassmann: " + refusal.getMessage());
      refused = true;
    } finally {
      spark.stop();
    }
    if (refused) {
      System.exit(2);
    }
  }

  /**
   * Runs a command.
   *
   * @throws InputException for an unknown command, and where the command refuses
   */
  static void run(SparkSession spark, PrintWriter out, PrintWriter err, String... words) {
    Arguments arguments = Arguments.of(words);
    if (!arguments.verb().equals("rank")) {
      throw new InputException(
          "there is no command '" + arguments.verb() + "'", "", "the commands are: rank");
    }
    new RankCommand(arguments).run(spark, out, err);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
