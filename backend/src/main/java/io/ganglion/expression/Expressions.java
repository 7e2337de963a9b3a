package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compiles expressions and templates; immutable and thread-safe. */
@Singleton
public final class Expressions {
  /** The DSL's runtimeExpression, the pattern of its JSON Schema. */
  private static final Pattern DELIMITED = Pattern.compile("\\s*\\$\\{(.+)\\}\\s*", Pattern.DOTALL);

  private final ExpressionLimits limits;

  @Inject
  Expressions(ExpressionConfig config) {
    this(config.limits());
  }

  public Expressions(ExpressionLimits limits) {
    this.limits = limits;
  }

  /** Whether a text of a template is an expression, i.e. has the form {@code ${ … }}. */
  public static boolean delimited(String text) {
    return text.contains("${") && DELIMITED.matcher(text).matches();
  }

  /**
   * Compiles a program.
   *
   * @param text with or without {@code ${ }}
   * @throws ExpressionInvalid if it is not a program
   */
  public Expression compile(String text) {
    var source = undelimited(text);
    var path = PlainPath.read(source);
    return path.isPresent() ? path.get() : Program.compile(source, limits, Library.instance());
  }

  /**
   * Compiles every text of the form {@code ${ … }} inside.
   *
   * @throws ExpressionInvalid if one of them is not a program
   */
  public Template template(JsonNode source) {
    return JsonTemplate.of(source, this);
  }

  /**
   * A template by the DSL's loose mode: every text that is a program is one, with or without {@code
   * ${ }}, and stays the text it is where that fails.
   */
  public Template loose(JsonNode source) {
    return JsonTemplate.loose(source, this);
  }

  /** The program of a text of the loose mode; empty if it is none. */
  Optional<Expression> program(String text) {
    try {
      return Optional.of(compile(text));
    } catch (ExpressionInvalid e) {
      return Optional.empty();
    }
  }

  /** A template that is one expression, whether or not its text has {@code ${ }}. */
  public Template template(Expression expression, JsonNode source) {
    return new JsonTemplate.Computed(source, expression);
  }

  private static String undelimited(String text) {
    var matcher = DELIMITED.matcher(text);
    return (matcher.matches() ? matcher.group(1) : text).strip();
  }
}
