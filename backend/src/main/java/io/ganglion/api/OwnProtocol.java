package io.ganglion.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that speaks a protocol of its own over HTTP: what a repetition is, that protocol
 * says, and {@code Idempotency-Key} has no meaning.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnProtocol {
  /** Whether the query is the protocol's too: what isn't known there is let be. */
  boolean query() default false;
}
