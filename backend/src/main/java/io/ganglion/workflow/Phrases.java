package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.ExpressionInvalid;
import io.ganglion.expression.Expressions;
import io.ganglion.expression.Template;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions and templates of one document. */
final class Phrases {
  private final Expressions expressions;
  private final boolean loose;
  private final Names names = new Names();

  /**
   * @param loose the document says {@code evaluate.mode: loose}: then {@code ${ }} may be left out
   *     of every value, and a text that is no expression, or whose evaluation fails, is itself
   */
  Phrases(Expressions expressions, boolean loose) {
    this.expressions = expressions;
    this.loose = loose;
  }

  boolean loose() {
    return loose;
  }

  /** The {@code $}-arguments that its expressions use and its tasks give. */
  Names names() {
    return names;
  }

  /**
   * An expression where the DSL's own examples leave out {@code ${ }}: {@code if}, {@code when},
   * {@code in}, {@code while}.
   */
  Optional<Expression> expression(Part part, String what) {
    return part.text(what).flatMap(text -> compiled(part, text));
  }

  /** A transformation: text is an expression with or without {@code ${ }}, an object a template. */
  Template transformation(Part part, String what) {
    if (part.node().isObject()) {
      return template(part);
    }
    if (!part.node().isTextual()) {
      part.wrong("%s must be an expression or an object, not %s".formatted(what, part.kind()));
      return nothing();
    }
    return computed(part, what);
  }

  /** A value that may hold expressions, each of them as {@code ${ … }}. */
  Template template(Part part) {
    if (!sound(part)) {
      return nothing();
    }
    return loose ? expressions.loose(part.node()) : expressions.template(part.node());
  }

  /** A text that is one expression with or without {@code ${ }}. */
  Template computed(Part part, String what) {
    if (loose && part.text(what).isPresent()) {
      return template(part);
    }
    return expression(part, what)
        .map(expression -> expressions.template(expression, part.node()))
        .orElseGet(this::nothing);
  }

  /** Whether what the value comes to shows only when it is evaluated. */
  boolean open(JsonNode value) {
    return delimited(value) || (loose && value.isTextual() && !expressions.loose(value).constant());
  }

  /** Whether the value is text of the form {@code ${ … }}. */
  static boolean delimited(JsonNode node) {
    return node.isTextual() && Expressions.delimited(node.textValue());
  }

  /** No time at all, where a duration may be left out. */
  Template none() {
    return expressions.template(TextNode.valueOf("PT0S"));
  }

  /** Stands where something is wrong; never evaluated, for the document is refused. */
  Template nothing() {
    return expressions.template(NullNode.getInstance());
  }

  private boolean sound(Part part) {
    var node = part.node();
    if (node.isObject()) {
      return part.members().values().stream().map(this::sound).reduce(true, Boolean::logicalAnd);
    }
    if (node.isArray()) {
      boolean sound = true;
      for (int i = 0; i < node.size(); i++) {
        sound &= sound(new Part(node.get(i), part.pointer() + '/' + i, part.findings()));
      }
      return sound;
    }
    return !node.isTextual() || soundText(part, node.textValue());
  }

  /** In strict mode only a whole text is an expression; with one in its middle it is a text. */
  private boolean soundText(Part part, String text) {
    return !Expressions.delimited(text) || compiled(part, text).isPresent();
  }

  private static Set<String> named(Expression expression) {
    return expression.arguments().stream()
        .filter(name -> !name.equals(Expression.NOW))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Expression> compiled(Part part, String text) {
    try {
      var expression = expressions.compile(text);
      names.used(named(expression), part);
      return Optional.of(expression);
    } catch (ExpressionInvalid e) {
      part.wrong(
          "the expression can't be read at its character %d: %s"
              .formatted(e.position() + 1, e.getMessage()));
      return Optional.empty();
    }
  }
}
