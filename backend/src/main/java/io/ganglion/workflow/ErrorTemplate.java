package io.ganglion.workflow;

import io.ganglion.expression.Template;
import java.util.Optional;

/**
 * An error to raise. {@code type} is a URI (or an expression for one), {@code status} an integer.
 *
 * @param instance where it came from; the task's own pointer when empty
 */
public record ErrorTemplate(
    Template type,
    Template status,
    Optional<Template> title,
    Optional<Template> detail,
    Optional<Template> instance) {}
