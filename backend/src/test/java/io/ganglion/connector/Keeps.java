package io.ganglion.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which promises a test tries. One that is given a {@link Fault} tries the promise of that fault,
 * and needs to name none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Keeps {
  Promise[] value() default {};
}
