package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  private static double parse(String text) {
    String around = "1" + text + "2"; // the bounds count, not the array's
    return DecimalText.parse(around.toCharArray(), 1, text.length() + 1);
  }

  @Property
  void everyDoubleIsReadBack(@ForAll double number) {
    assertEquals(number, parse(Double.toString(number)));
  }

  @Property
  void shortDecimalsAreReadAsJavaReadsThem(@ForAll long number, @ForAll @IntRange(max = 17) int d) {
    String text = String.format(Locale.ROOT, "%." + d + "f", number / Math.pow(10, d));
    assertEquals(Double.parseDouble(text), parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+5",
        "5.",
        ".5",
        "1e5",
        "1E-5",
        "-1.5e+300",
        "999999999999999",
        "9999999999999999",
        "18446744073709551617",
        "0.000000000000001",
        "123456789012345.6"
      })
  void otherSpellingsAreReadAsJavaReadsThem(String text) {
    assertEquals(Double.parseDouble(text), parse(text));
    assertEquals(Double.parseDouble(text), parse(" " + text + "  "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", ".", "e5", "1.2.3", "1,5", "0x10", "1f", "1d", "NaN", "--1", "1-2"})
  void whatIsNoNumberIsNone(String text) {
    assertEquals(Double.NaN, parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-Inf", "Infinity", "-infinity"})
  void infinitiesAreNumbers(String text) {
    assertEquals(
        text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, parse(text));
  }
}
