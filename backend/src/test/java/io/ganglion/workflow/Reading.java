package io.ganglion.workflow;

import io.ganglion.expression.ExpressionLimits;
import io.ganglion.expression.Expressions;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;

/** Reads workflows in tests. */
final class Reading {
  private static final Definitions DEFINITIONS =
      new Definitions(new Expressions(ExpressionLimits.DEFAULT), new Schemas());

  static final String HEAD =
      """
      document:
        dsl: '1.0.3'
        namespace: test
        name: example
        version: '0.1.0'
      """;

  private Reading() {}

  static Definition parse(String text) {
    return DEFINITIONS.parse(text, new FrozenSchemas(Json.object()), new FewActions());
  }

  /** A document of 5 lines of head and these. */
  static Definition parseBody(String body) {
    return parse(HEAD + body);
  }
}
