package dev.grassmann.core.report;

import dev.grassmann.core.run.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** What every page holds: style, script, and the Vega libraries from their jars. */
final class PageParts {
  private PageParts() {}

  static String style() {
    return text("report.css");
  }

  static String script() {
    return text("report.js");
  }

  /**
   * Vega, Vega-Lite and Vega-Embed, in the order of loading, each gzipped and in base64: 360 kB
   * instead of 830.
   */
  static List<String> packedLibraries() {
    List<String> names = List.of("vega", "vega-lite", "vega-embed");
    return Workers.map(names.size(), names.size(), () -> 0, (i, none) -> packed(names.get(i)));
  }

  private static String packed(String library) {
    String version = version(library);
    String path =
        "/META-INF/resources/webjars/" + library + "/" + version + "/" + library + ".min.js";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    try (InputStream in = open(path)) {
      try (OutputStream gzip = new GZIPOutputStream(bytes)) {
        in.transferTo(gzip);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String version(String library) {
    String path = "/META-INF/maven/org.webjars/" + library + "/pom.properties";
    try (InputStream in = open(path)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = PageParts.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + " is missing from the class path");
    }
    return in;
  }
}
