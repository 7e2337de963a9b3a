package io.ganglion.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.internal.tree.PipeComponent;

/**
 * Reads jq's grammar into jackson-jq's tree, each part with its meter. The library's own parser
 * leaves no place for meters, knows nothing of names before they are used, and lets functions call
 * themselves.
 *
 * @see <a href="https://jqlang.github.io/jq/manual/v1.7/">the jq 1.7 manual</a>
 */
final class Parser {
  /** Deeper programs are refused, so that reading one can't exhaust the stack. */
  private static final int MAX_NESTING = 200;

  private static final List<String> DEFINITIONS = List.of("import", "include", "module");

  private final Cursor cursor;
  private final Known known;
  private final Terms terms;
  private int nesting;

  private Parser(String source, Known known) {
    this.cursor = new Cursor(source);
    this.known = known;
    this.terms = new Terms(this, cursor, known);
  }

  /** A program and the names of the arguments it uses. */
  record Parsed(Expression program, Set<String> arguments) {}

  /**
   * @throws ExpressionInvalid if it is not a program
   */
  static Parsed parse(String source, Known known) {
    var parser = new Parser(source, known);
    var program = parser.pipe(true);
    if (!parser.cursor.ended()) {
      throw parser.cursor.unexpected("the end or an operator");
    }
    return new Parsed(program, known.arguments());
  }

  /**
   * Everything up to a closing bracket, a {@code ;} or the end.
   *
   * @param commas whether a comma belongs to it; it doesn't inside an object
   */
  Expression pipe(boolean commas) {
    int mark = known.mark();
    try {
      return nested(() -> piped(commas));
    } finally {
      known.forget(mark);
    }
  }

  private Expression piped(boolean commas) {
    return switch (cursor.word()) {
      case "def" -> definitions(commas);
      case "label" -> label(commas);
      case String word when DEFINITIONS.contains(word) ->
          throw Cursor.wrong("'%s' is not offered".formatted(word), cursor.position());
      default -> stages(commas);
    };
  }

  private Expression stages(boolean commas) {
    var stages = new ArrayList<PipeComponent>();
    stages.add(Nodes.stage(alternatives(commas)));
    while (cursor.sees("|") && !cursor.sees("|=")) {
      cursor.expect("|");
      var word = cursor.word();
      boolean rest = word.equals("def") || word.equals("label");
      stages.add(Nodes.stage(rest ? pipe(commas) : alternatives(commas)));
    }
    return Nodes.pipe(stages);
  }

  private Expression alternatives(boolean commas) {
    var first = Operators.read(this, cursor);
    if (!commas || !cursor.sees(",")) {
      return first;
    }
    var all = new ArrayList<>(List.of(first));
    while (cursor.take(",")) {
      all.add(Operators.read(this, cursor));
    }
    return Nodes.tuple(all);
  }

  private Expression label(boolean commas) {
    cursor.expect("label");
    cursor.expect("$");
    var name = cursor.name();
    known.label(name);
    cursor.expect("|");
    return Nodes.label(name, pipe(commas));
  }

  private Expression definitions(boolean commas) {
    var parts = new ArrayList<Expression>();
    while (cursor.takeWord("def")) {
      parts.add(definition());
    }
    parts.add(pipe(commas));
    return Nodes.sequence(parts);
  }

  private Expression definition() {
    int start = cursor.position();
    var name = cursor.name();
    if (Terms.KEYWORDS.contains(name)) {
      throw Cursor.wrong("'%s' is a word of the language".formatted(name), start);
    }
    var parameters = new ArrayList<String>();
    if (cursor.take("(")) {
      do {
        parameters.add((cursor.take("$") ? "$" : "") + cursor.name());
      } while (cursor.take(";"));
      cursor.expect(")");
    }
    cursor.expect(":");
    int mark = known.mark();
    for (var parameter : parameters) {
      if (parameter.startsWith("$")) {
        known.variable(parameter.substring(1));
      } else {
        known.function(parameter, 0);
      }
    }
    var body = pipe(true);
    known.forget(mark);
    cursor.expect(";");
    // Known only from here on: a function that calls itself need not end.
    known.function(name, parameters.size());
    return Nodes.definition(name, parameters, body);
  }

  /** One operand, with what is written behind it. */
  Expression term() {
    return nested(terms::read);
  }

  /** Reads something one level further in. */
  <T> T nested(Supplier<T> reading) {
    if (++nesting > MAX_NESTING) {
      throw Cursor.wrong("the program is nested deeper than " + MAX_NESTING, cursor.position());
    }
    try {
      return reading.get();
    } finally {
      nesting--;
    }
  }
}
