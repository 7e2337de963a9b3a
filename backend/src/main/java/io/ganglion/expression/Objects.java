package io.ganglion.expression;

import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.internal.tree.FieldConstruction;
import net.thisptr.jackson.jq.internal.tree.IdentifierKeyFieldConstruction;
import net.thisptr.jackson.jq.internal.tree.JsonQueryKeyFieldConstruction;
import net.thisptr.jackson.jq.internal.tree.ObjectConstruction;
import net.thisptr.jackson.jq.internal.tree.StringKeyFieldConstruction;
import net.thisptr.jackson.jq.internal.tree.VariableKeyFieldConstruction;
import net.thisptr.jackson.jq.internal.tree.literal.StringLiteral;
import net.thisptr.jackson.jq.internal.tree.matcher.PatternMatcher;
import net.thisptr.jackson.jq.internal.tree.matcher.matchers.ArrayMatcher;
import net.thisptr.jackson.jq.internal.tree.matcher.matchers.ObjectMatcher;
import net.thisptr.jackson.jq.internal.tree.matcher.matchers.ValueMatcher;

/** Object constructions {@code {a: 1}}, and patterns {@code {a: $x}} after {@code as}. */
final class Objects {
  private final Parser parser;
  private final Cursor cursor;
  private final Known known;
  private final Texts texts;

  Objects(Parser parser, Cursor cursor, Known known, Texts texts) {
    this.parser = parser;
    this.cursor = cursor;
    this.known = known;
    this.texts = texts;
  }

  Expression construction() {
    cursor.expect("{");
    var object = new ObjectConstruction();
    if (!cursor.sees("}")) {
      do {
        object.add(member());
      } while (cursor.take(","));
    }
    cursor.expect("}");
    return Nodes.object(object);
  }

  private FieldConstruction member() {
    if (cursor.take("$")) {
      var name = cursor.name();
      known.use(name);
      return new VariableKeyFieldConstruction(name);
    }
    if (cursor.take("(")) {
      var key = parser.pipe(true);
      cursor.expect(")");
      cursor.expect(":");
      return new JsonQueryKeyFieldConstruction(key, parser.pipe(false));
    }
    if (cursor.sees("\"") || cursor.sees("@")) {
      var key = cursor.sees("@") ? texts.format() : texts.read();
      // Its value alone: {"a"} is {"a": .["a"]}.
      var value = cursor.take(":") ? parser.pipe(false) : Nodes.item(Nodes.input(), key);
      return new StringKeyFieldConstruction(key, value);
    }
    var name = cursor.name();
    var value = cursor.take(":") ? parser.pipe(false) : Nodes.member(Nodes.input(), name);
    return new IdentifierKeyFieldConstruction(name, value);
  }

  /** Its variables are known from then on. */
  PatternMatcher pattern() {
    if (cursor.take("$")) {
      return new ValueMatcher(declared());
    }
    if (cursor.take("[")) {
      var items = new ArrayList<PatternMatcher>();
      do {
        items.add(nested());
      } while (cursor.take(","));
      cursor.expect("]");
      return new ArrayMatcher(items);
    }
    cursor.expect("{");
    var members = new ArrayList<ObjectMatcher.FieldMatcher>();
    do {
      memberPattern(members);
    } while (cursor.take(","));
    cursor.expect("}");
    return new ObjectMatcher(members);
  }

  private void memberPattern(List<ObjectMatcher.FieldMatcher> members) {
    if (cursor.take("$")) {
      var name = new StringLiteral(declared());
      // Not the library's own way for $x: it binds a missing member to no value at all.
      members.add(fieldMatcher(name, new ValueMatcher(name.value().asText())));
      if (cursor.take(":")) {
        members.add(fieldMatcher(name, nested()));
      }
      return;
    }
    Expression name;
    if (cursor.take("(")) {
      name = parser.pipe(true);
      cursor.expect(")");
    } else {
      name = cursor.sees("\"") ? texts.read() : new StringLiteral(cursor.name());
    }
    cursor.expect(":");
    members.add(fieldMatcher(name, nested()));
  }

  private static ObjectMatcher.FieldMatcher fieldMatcher(Expression name, PatternMatcher pattern) {
    return new ObjectMatcher.FieldMatcher(false, name, pattern);
  }

  /** Patterns nest as programs do, so the same limit holds. */
  private PatternMatcher nested() {
    return parser.nested(this::pattern);
  }

  private String declared() {
    var name = cursor.name();
    known.variable(name);
    return name;
  }
}
