package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;
import net.thisptr.jackson.jq.internal.operators.DivideOperator;
import net.thisptr.jackson.jq.internal.operators.MinusOperator;
import net.thisptr.jackson.jq.internal.operators.MultiplyOperator;
import net.thisptr.jackson.jq.internal.operators.PlusOperator;
import net.thisptr.jackson.jq.internal.tree.binaryop.SimpleBinaryOperatorExpression;

/**
 * Plus, minus, times and divide: the library's, but whole numbers that overflow go over to floating
 * point as in jq instead of wrapping, and texts stop before they are too long.
 */
final class Arithmetic extends SimpleBinaryOperatorExpression {
  Arithmetic(Expression left, Expression right, BinaryOperator operator) {
    super(left, right, operator);
  }

  private static boolean whole(JsonNode left, JsonNode right) {
    return left.isIntegralNumber()
        && right.isIntegralNumber()
        && left.canConvertToLong()
        && right.canConvertToLong();
  }

  private static JsonNode exactly(
      JsonNode left, JsonNode right, LongBinaryOperator exact, DoubleBinaryOperator otherwise) {
    if (whole(left, right)) {
      try {
        return JsonNodeUtils.asNumericNode(exact.applyAsLong(left.longValue(), right.longValue()));
      } catch (ArithmeticException overflow) {
        return JsonNodeUtils.asNumericNode(
            otherwise.applyAsDouble(left.doubleValue(), right.doubleValue()));
      }
    }
    return JsonNodeUtils.asNumericNode(
        otherwise.applyAsDouble(left.doubleValue(), right.doubleValue()));
  }

  private static boolean numbers(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber();
  }

  record Plus() implements BinaryOperator {
    private static final PlusOperator OTHERS = new PlusOperator();

    @Override
    public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
        throws JsonQueryException {
      return numbers(left, right)
          ? exactly(left, right, Math::addExact, Double::sum)
          : OTHERS.apply(mapper, left, right);
    }

    @Override
    public String image() {
      return "+";
    }
  }

  record Minus() implements BinaryOperator {
    private static final MinusOperator OTHERS = new MinusOperator();

    @Override
    public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
        throws JsonQueryException {
      return numbers(left, right)
          ? exactly(left, right, Math::subtractExact, (a, b) -> a - b)
          : OTHERS.apply(mapper, left, right);
    }

    @Override
    public String image() {
      return "-";
    }
  }

  record Times() implements BinaryOperator {
    private static final MultiplyOperator OTHERS = new MultiplyOperator();

    @Override
    public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
        throws JsonQueryException {
      if (numbers(left, right)) {
        return exactly(left, right, Math::multiplyExact, (a, b) -> a * b);
      }
      if (left.isTextual() && right.isNumber()) {
        Meter.current().fits((long) (left.textValue().length() * right.doubleValue()));
      } else if (left.isNumber() && right.isTextual()) {
        Meter.current().fits((long) (right.textValue().length() * left.doubleValue()));
      }
      return OTHERS.apply(mapper, left, right);
    }

    @Override
    public String image() {
      return "*";
    }
  }

  record Divide() implements BinaryOperator {
    private static final DivideOperator OTHERS = new DivideOperator();

    @Override
    public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
        throws JsonQueryException {
      if (left.isTextual() && right.isTextual()) {
        var list = mapper.createArrayNode();
        Search.split(left.textValue(), right.textValue())
            .forEach(part -> list.add(new TextNode(part)));
        return list;
      }
      return OTHERS.apply(mapper, left, right);
    }

    @Override
    public String image() {
      return "/";
    }
  }
}
