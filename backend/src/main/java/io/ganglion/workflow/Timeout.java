package io.ganglion.workflow;

import io.ganglion.expression.Template;

/**
 * @param after a duration: the DSL's object, ISO 8601 text, or an expression for either
 */
public record Timeout(Template after) {}
