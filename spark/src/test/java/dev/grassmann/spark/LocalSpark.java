package dev.grassmann.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Spark in this JVM for all tests; where this Java has none, they are skipped. */
public final class LocalSpark implements BeforeAllCallback {
  /** Spark 4.1 runs on Java 17 and 21; on 25 it does not start. */
  private static final int NEWEST = 21;

  @Override
  public void beforeAll(ExtensionContext context) {
    int java = Runtime.version().feature();
    assumeTrue(java <= NEWEST, "Spark 4.1 runs on Java 17 and 21, this is Java " + java);
  }

  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("grassmann tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        // queries this small are slower to compile than to interpret
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        // many clusters send with it, and it reads less than Java's own serialisation does
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }
}
