package io.ganglion.expression;

import java.util.ArrayList;
import java.util.Set;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.internal.misc.Pair;
import net.thisptr.jackson.jq.internal.tree.matcher.PatternMatcher;
import org.jspecify.annotations.Nullable;

/** Operands of operators. */
final class Terms {
  static final Set<String> KEYWORDS =
      Set.of(
          "and", "as", "break", "catch", "def", "elif", "else", "end", "foreach", "if", "import",
          "include", "label", "module", "or", "reduce", "then", "try");

  private final Parser parser;
  private final Cursor cursor;
  private final Known known;
  private final Texts texts;
  private final Objects objects;

  Terms(Parser parser, Cursor cursor, Known known) {
    this.parser = parser;
    this.cursor = cursor;
    this.known = known;
    this.texts = new Texts(parser, cursor);
    this.objects = new Objects(parser, cursor, known, texts);
  }

  Expression read() {
    if (cursor.take("-")) {
      return Nodes.negative(parser.term());
    }
    var term = postfix();
    return cursor.takeWord("as") ? binding(term) : term;
  }

  private Expression binding(Expression source) {
    int mark = known.mark();
    var pattern = objects.pattern();
    cursor.expect("|");
    var body = parser.pipe(true);
    known.forget(mark);
    return Nodes.binding(source, pattern, body);
  }

  private Expression postfix() {
    var term = primary();
    while (true) {
      if (cursor.sees(".") && !cursor.sees("..")) {
        int start = cursor.position();
        cursor.expect(".");
        if (cursor.sees("[")) {
          continue; // .a.[0] is .a[0]
        }
        var member = member(term);
        if (member == null) {
          cursor.back(start);
          throw cursor.unexpected("an operator");
        }
        term = member;
      } else if (cursor.sees("[")) {
        term = bracket(term);
      } else if (cursor.take("?")) {
        term = Nodes.optional(term);
      } else {
        return term;
      }
    }
  }

  /** What follows a dot: {@code a}, {@code "a"}; null when it is nothing of that kind. */
  private @Nullable Expression member(Expression target) {
    if (cursor.startsName(0)) {
      return Nodes.member(target, cursor.name());
    }
    return cursor.peek() == '"' ? Nodes.member(target, texts.read()) : null;
  }

  private Expression bracket(Expression target) {
    cursor.expect("[");
    if (cursor.take("]")) {
      return Nodes.each(target);
    }
    if (cursor.take(":")) {
      var end = parser.pipe(true);
      cursor.expect("]");
      return Nodes.slice(target, null, end);
    }
    var start = parser.pipe(true);
    if (!cursor.take(":")) {
      cursor.expect("]");
      return Nodes.item(target, start);
    }
    var end = cursor.sees("]") ? null : parser.pipe(true);
    cursor.expect("]");
    return Nodes.slice(target, start, end);
  }

  private Expression primary() {
    cursor.skip();
    int start = cursor.position();
    int next = cursor.peek();
    return switch (next) {
      case '.' -> dotted();
      case '"' -> texts.read();
      case '@' -> texts.format();
      case '$' -> variable();
      case '(' -> {
        cursor.expect("(");
        var inner = parser.pipe(true);
        cursor.expect(")");
        yield inner;
      }
      case '[' -> {
        cursor.expect("[");
        var items = cursor.sees("]") ? null : parser.pipe(true);
        cursor.expect("]");
        yield Nodes.array(items);
      }
      case '{' -> objects.construction();
      default -> next >= '0' && next <= '9' ? Numbers.read(cursor) : worded(start);
    };
  }

  private Expression dotted() {
    cursor.expect(".");
    if (cursor.peek() == '.') {
      cursor.next();
      return Nodes.descendants();
    }
    if (cursor.peek() >= '0' && cursor.peek() <= '9') {
      cursor.back(cursor.position() - 1);
      return Numbers.read(cursor);
    }
    var member = member(Nodes.input());
    return member == null ? Nodes.input() : member;
  }

  private Expression variable() {
    int start = cursor.position();
    cursor.expect("$");
    var name = cursor.name();
    if (name.equals("__loc__") || name.equals("ENV")) {
      throw Cursor.wrong("$%s is not offered".formatted(name), start);
    }
    known.use(name);
    return Nodes.variable(name);
  }

  private Expression worded(int start) {
    var word = cursor.word();
    if (word.isEmpty()) {
      throw cursor.unexpected("a value");
    }
    cursor.takeWord(word);
    return switch (word) {
      case "null", "true", "false" -> Nodes.literal(word);
      case "if" -> conditional();
      case "reduce" -> reduce();
      case "foreach" -> foreach();
      case "try" -> attempt();
      case "break" -> leave(start);
      case "def", "label" -> {
        cursor.back(start);
        yield parser.pipe(true);
      }
      default -> call(word, start);
    };
  }

  private Expression call(String name, int start) {
    if (KEYWORDS.contains(name)) {
      cursor.back(start);
      throw cursor.unexpected("a value");
    }
    if (cursor.sees("::")) {
      throw Cursor.wrong("modules are not offered", start);
    }
    var arguments = new ArrayList<Expression>();
    if (cursor.take("(")) {
      do {
        arguments.add(parser.pipe(true));
      } while (cursor.take(";"));
      cursor.expect(")");
    }
    if (name.equals("now") && arguments.isEmpty() && !known.defines(name)) {
      known.use(io.ganglion.expression.Expression.NOW);
      return Nodes.variable(io.ganglion.expression.Expression.NOW);
    }
    if (!known.hasFunction(name, arguments.size())) {
      throw Cursor.wrong(
          "there is no function %s/%d (a function may not call itself)"
              .formatted(name, arguments.size()),
          start);
    }
    return Nodes.call(name, arguments);
  }

  private Expression conditional() {
    var branches = new ArrayList<Pair<Expression, Expression>>();
    do {
      var condition = parser.pipe(true);
      word("then");
      branches.add(Pair.of(condition, parser.pipe(true)));
    } while (cursor.takeWord("elif"));
    var otherwise = cursor.takeWord("else") ? parser.pipe(true) : Nodes.input();
    word("end");
    return Nodes.conditional(branches, otherwise);
  }

  private Expression attempt() {
    var body = parser.nested(this::postfix);
    return Nodes.attempt(body, cursor.takeWord("catch") ? parser.nested(this::postfix) : null);
  }

  private Expression leave(int start) {
    cursor.expect("$");
    var label = cursor.name();
    if (!known.hasLabel(label)) {
      throw Cursor.wrong("there is no label $%s around this".formatted(label), start);
    }
    return Nodes.leave(label);
  }

  private Expression reduce() {
    var source = parser.nested(this::postfix);
    int mark = known.mark();
    var pattern = pattern();
    cursor.expect("(");
    var init = parser.pipe(true);
    cursor.expect(";");
    var update = parser.pipe(true);
    cursor.expect(")");
    known.forget(mark);
    return Nodes.reduce(source, pattern, init, update);
  }

  private Expression foreach() {
    var source = parser.nested(this::postfix);
    int mark = known.mark();
    var pattern = pattern();
    cursor.expect("(");
    var init = parser.pipe(true);
    cursor.expect(";");
    var update = parser.pipe(true);
    var extract = cursor.take(";") ? parser.pipe(true) : null;
    cursor.expect(")");
    known.forget(mark);
    return Nodes.foreach(source, pattern, init, update, extract);
  }

  private PatternMatcher pattern() {
    word("as");
    return objects.pattern();
  }

  private void word(String word) {
    if (!cursor.takeWord(word)) {
      throw cursor.unexpected("'%s'".formatted(word));
    }
  }
}
