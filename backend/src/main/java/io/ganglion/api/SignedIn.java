package io.ganglion.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation of a person who has signed in, whatever tenant they belong to, or none. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedIn {
  /** Whether an API key will do, too. */
  boolean orKey() default false;

  /** Whether the operator's token will do, too. */
  boolean orOperator() default false;
}
