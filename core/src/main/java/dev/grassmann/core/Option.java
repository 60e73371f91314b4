package dev.grassmann.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One option of a method, written on a component of its config record. Bounds, help and unit given
 * here are all there is: checks, command-line options, the form in the studio, {@code run.json} and
 * the table in the docs are read from it (see {@link Options}).
 *
 * <p>Component types allowed: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code
 * String}, an enum, or a {@code List} of {@code Integer}, {@code Double}, {@code String} or an
 * enum; and, without this annotation, a record of such components. The default is the component's
 * value in {@link Method#defaults()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Option {
  /** One line, without a full stop: what the option does. */
  String help();

  /** Name on the command line where no Java name gives it, e.g. {@code 3mr}; else empty. */
  String flag() default "";

  /** Smallest value allowed, for numbers (of a list: for each element). */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest value allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** The bound {@link #min} itself is refused. */
  boolean minExclusive() default false;

  /** The bound {@link #max} itself is refused. */
  boolean maxExclusive() default false;

  /** Unit of the value, e.g. {@code rows}; empty for pure numbers. */
  String unit() default "";
}
