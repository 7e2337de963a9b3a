package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;

/** jq's functions on numbers that the library lacks. */
final class MathFunctions {
  /** Powers of two beyond these are 0 or infinite. */
  private static final int MAX_SCALE = 5_000;

  private MathFunctions() {}

  static Map<String, Function> all() {
    return Map.ofEntries(
        Map.entry("trunc/0", one(MathFunctions::trunc)),
        Map.entry("fabs/0", one(Math::abs)),
        Map.entry("rint/0", one(Math::rint)),
        Map.entry("nearbyint/0", one(Math::rint)),
        Map.entry("significand/0", one(x -> x == 0 ? x : x / Math.scalb(1.0, exponent(x)))),
        Map.entry("logb/0", one(x -> x == 0 ? Double.NEGATIVE_INFINITY : exponent(x))),
        Map.entry("asinh/0", one(x -> Math.copySign(Math.log(Math.abs(x) + Math.hypot(x, 1)), x))),
        Map.entry("acosh/0", one(x -> Math.log(x + Math.sqrt(x * x - 1)))),
        Map.entry("atanh/0", one(x -> Math.log((1 + x) / (1 - x)) / 2)),
        Map.entry("frexp/0", frexp()),
        Map.entry("modf/0", modf()),
        Map.entry("fmin/2", two(Math::min)),
        Map.entry("fmax/2", two(Math::max)),
        Map.entry("fmod/2", two((x, y) -> x % y)),
        Map.entry("drem/2", two(Math::IEEEremainder)),
        Map.entry("copysign/2", two(Math::copySign)),
        Map.entry("ldexp/2", two(MathFunctions::scaled)),
        Map.entry("scalb/2", two(MathFunctions::scaled)),
        Map.entry("scalbln/2", two(MathFunctions::scaled)),
        Map.entry("fma/3", fma()));
  }

  private static int exponent(double x) {
    return Math.getExponent(x) < Double.MIN_EXPONENT
        ? Math.getExponent(x * 0x1p54) - 54 // too small to be kept in full
        : Math.getExponent(x);
  }

  private static double scaled(double x, double by) {
    return Math.scalb(x, (int) Math.clamp(by, -MAX_SCALE, MAX_SCALE));
  }

  private static Function one(DoubleUnaryOperator function) {
    return (scope, args, in, path, output, version) ->
        output.emit(number(function.applyAsDouble(number(in))), null);
  }

  private static Function two(DoubleBinaryOperator function) {
    return (scope, args, in, path, output, version) -> {
      for (var y : numbers(scope, args.get(1), in)) {
        for (var x : numbers(scope, args.get(0), in)) {
          output.emit(number(function.applyAsDouble(x, y)), null);
        }
      }
    };
  }

  private static Function fma() {
    return (scope, args, in, path, output, version) -> {
      for (var z : numbers(scope, args.get(2), in)) {
        for (var y : numbers(scope, args.get(1), in)) {
          for (var x : numbers(scope, args.get(0), in)) {
            output.emit(number(Math.fma(x, y, z)), null);
          }
        }
      }
    };
  }

  /** Fraction and power of two: 6 is 0.75 times 2 to the power of 3. */
  private static Function frexp() {
    return (scope, args, in, path, output, version) -> {
      double x = number(in);
      boolean plain = x == 0 || !Double.isFinite(x);
      int power = plain ? 0 : exponent(x) + 1;
      output.emit(pair(plain ? x : Math.scalb(x, -power), power), null);
    };
  }

  private static Function modf() {
    return (scope, args, in, path, output, version) -> {
      double whole = trunc(number(in));
      output.emit(pair(number(in) - whole, whole), null);
    };
  }

  private static double trunc(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  private static JsonNode pair(double first, double second) {
    return JsonNodeFactory.instance.arrayNode().add(number(first)).add(number(second));
  }

  private static JsonNode number(double value) {
    return JsonNodeUtils.asNumericNode(value);
  }

  private static double number(JsonNode value) throws JsonQueryException {
    if (!value.isNumber()) {
      throw new JsonQueryException("%s is no number", value);
    }
    return value.doubleValue();
  }

  private static List<Double> numbers(Scope scope, Expression part, JsonNode in)
      throws JsonQueryException {
    var numbers = new ArrayList<Double>();
    part.apply(scope, in, value -> numbers.add(number(value)));
    return numbers;
  }
}
