package io.ganglion.expression;

import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.internal.IsolatedScopeQuery;
import net.thisptr.jackson.jq.internal.misc.Pair;
import net.thisptr.jackson.jq.internal.operators.AlternativeOperator;
import net.thisptr.jackson.jq.internal.operators.ModuloOperator;
import net.thisptr.jackson.jq.internal.tree.ArrayConstruction;
import net.thisptr.jackson.jq.internal.tree.AssignPipeComponent;
import net.thisptr.jackson.jq.internal.tree.BreakExpression;
import net.thisptr.jackson.jq.internal.tree.Conditional;
import net.thisptr.jackson.jq.internal.tree.ForeachExpression;
import net.thisptr.jackson.jq.internal.tree.FormattingFilter;
import net.thisptr.jackson.jq.internal.tree.FunctionCall;
import net.thisptr.jackson.jq.internal.tree.FunctionDefinition;
import net.thisptr.jackson.jq.internal.tree.LabelPipeComponent;
import net.thisptr.jackson.jq.internal.tree.NegativeExpression;
import net.thisptr.jackson.jq.internal.tree.ObjectConstruction;
import net.thisptr.jackson.jq.internal.tree.PipeComponent;
import net.thisptr.jackson.jq.internal.tree.PipedQuery;
import net.thisptr.jackson.jq.internal.tree.RecursionOperator;
import net.thisptr.jackson.jq.internal.tree.ReduceExpression;
import net.thisptr.jackson.jq.internal.tree.SemicolonOperator;
import net.thisptr.jackson.jq.internal.tree.ThisObject;
import net.thisptr.jackson.jq.internal.tree.TransformPipeComponent;
import net.thisptr.jackson.jq.internal.tree.TryCatch;
import net.thisptr.jackson.jq.internal.tree.Tuple;
import net.thisptr.jackson.jq.internal.tree.VariableAccess;
import net.thisptr.jackson.jq.internal.tree.binaryop.BinaryOperatorExpression.Operator;
import net.thisptr.jackson.jq.internal.tree.fieldaccess.BracketExtractFieldAccess;
import net.thisptr.jackson.jq.internal.tree.fieldaccess.BracketFieldAccess;
import net.thisptr.jackson.jq.internal.tree.fieldaccess.IdentifierFieldAccess;
import net.thisptr.jackson.jq.internal.tree.fieldaccess.StringFieldAccess;
import net.thisptr.jackson.jq.internal.tree.literal.BooleanLiteral;
import net.thisptr.jackson.jq.internal.tree.literal.NullLiteral;
import net.thisptr.jackson.jq.internal.tree.literal.StringLiteral;
import net.thisptr.jackson.jq.internal.tree.matcher.PatternMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a program. Every one that loops, calls or makes a value carries its meter; a path or
 * a literal can do neither.
 */
final class Nodes {
  static final Version VERSION = Versions.JQ_1_7;

  private Nodes() {}

  private static Expression passing(Expression part) {
    return new Metered(part, false);
  }

  private static Expression making(Expression part) {
    return new Metered(part, true);
  }

  static Expression input() {
    return new ThisObject();
  }

  static Expression literal(String word) {
    return word.equals("null") ? new NullLiteral() : new BooleanLiteral(word.equals("true"));
  }

  static Expression text(String text) {
    return new StringLiteral(text);
  }

  static Expression variable(String name) {
    return new VariableAccess(null, name);
  }

  static Expression member(Expression target, String name) {
    return new IdentifierFieldAccess(target, name, false);
  }

  static Expression member(Expression target, Expression name) {
    return new StringFieldAccess(target, name, false);
  }

  static Expression item(Expression target, Expression index) {
    return passing(new BracketFieldAccess(target, new PlainIndex(index), false));
  }

  static Expression slice(Expression target, @Nullable Expression start, @Nullable Expression end) {
    return making(new BracketFieldAccess(target, start, end, false));
  }

  static Expression each(Expression target) {
    return passing(new BracketExtractFieldAccess(target, false));
  }

  static Expression descendants() {
    return passing(new RecursionOperator());
  }

  static Expression optional(Expression part) {
    return passing(new TryCatch.Question(part));
  }

  static Expression attempt(Expression part, @Nullable Expression otherwise) {
    return passing(new TryCatch(part, otherwise));
  }

  static Expression array(@Nullable Expression items) {
    return making(new ArrayConstruction(items));
  }

  static Expression object(ObjectConstruction object) {
    return making(object);
  }

  static Expression interpolation(
      List<Interpolation.Piece> pieces, String end, @Nullable String format) {
    return making(
        new Interpolation(List.copyOf(pieces), end, format == null ? null : format(format)));
  }

  /**
   * @param name with its {@code @}
   */
  static Expression format(String name) {
    return making(new FormattingFilter(name.substring(1), VERSION));
  }

  static PipeComponent stage(Expression part) {
    return new TransformPipeComponent(part);
  }

  static Expression pipe(List<PipeComponent> stages) {
    return stages.size() == 1 && stages.getFirst() instanceof TransformPipeComponent only
        ? only.expr
        : passing(new PipedQuery(stages));
  }

  static Expression label(String name, Expression body) {
    return passing(new PipedQuery(List.of(new LabelPipeComponent(name), stage(body))));
  }

  static Expression leave(String label) {
    return new BreakExpression(label);
  }

  static Expression binding(Expression source, PatternMatcher pattern, Expression body) {
    return passing(new PipedQuery(List.of(new AssignPipeComponent(source, pattern), stage(body))));
  }

  static Expression tuple(List<Expression> parts) {
    return passing(new Tuple(parts));
  }

  /** Definitions and what they are for, in a scope of their own: the library would leak them. */
  static Expression sequence(List<Expression> parts) {
    return passing(new IsolatedScopeQuery(new SemicolonOperator(parts)));
  }

  static Expression definition(String name, List<String> parameters, Expression body) {
    return new FunctionDefinition(name, parameters, body);
  }

  static Expression call(String name, List<Expression> arguments) {
    return making(new FunctionCall(null, name, arguments, VERSION));
  }

  static Expression conditional(List<Pair<Expression, Expression>> branches, Expression otherwise) {
    return passing(new Conditional(branches, otherwise));
  }

  static Expression reduce(
      Expression source, PatternMatcher pattern, Expression init, Expression update) {
    return passing(new ReduceExpression(pattern, init, update, source));
  }

  static Expression foreach(
      Expression source,
      PatternMatcher pattern,
      Expression init,
      Expression update,
      @Nullable Expression extract) {
    return passing(new ForeachExpression(pattern, init, update, extract, source));
  }

  static Expression negative(Expression part) {
    return making(new NegativeExpression(part));
  }

  static Expression binary(String image, Expression left, Expression right) {
    return making(
        switch (image) {
          case "+" -> new Arithmetic(left, right, new Arithmetic.Plus());
          case "-" -> new Arithmetic(left, right, new Arithmetic.Minus());
          case "*" -> new Arithmetic(left, right, new Arithmetic.Times());
          case "/" -> new Arithmetic(left, right, new Arithmetic.Divide());
          case "=" -> new Assignment(left, right, null);
          case "+=" -> new Assignment(left, right, new Arithmetic.Plus());
          case "-=" -> new Assignment(left, right, new Arithmetic.Minus());
          case "*=" -> new Assignment(left, right, new Arithmetic.Times());
          case "/=" -> new Assignment(left, right, new Arithmetic.Divide());
          case "%=" -> new Assignment(left, right, new ModuloOperator());
          case "//=" -> new Assignment(left, right, new AlternativeOperator());
          case "|=" -> new Update(left, right);
          default -> Operator.fromImage(image).buildTree(left, right, VERSION);
        });
  }
}
