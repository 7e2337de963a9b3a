package io.ganglion.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that a program may use at the place that is being read. */
final class Known {
  private final Set<String> functions;

  private final boolean trusted;
  private final Deque<String> local = new ArrayDeque<>();
  private final Set<String> arguments = new LinkedHashSet<>();

  /**
   * @param functions there are without any {@code def}, as {@code name/arity}
   * @param trusted a program of our own: its functions may call each other in any order
   */
  Known(Set<String> functions, boolean trusted) {
    this.functions = functions;
    this.trusted = trusted;
  }

  /** To be given to {@link #forget} where what is defined from now on ends. */
  int mark() {
    return local.size();
  }

  void forget(int mark) {
    while (local.size() > mark) {
      local.pop();
    }
  }

  void function(String name, int arity) {
    local.push(name + '/' + arity);
  }

  void variable(String name) {
    local.push('$' + name);
  }

  void label(String name) {
    local.push('*' + name);
  }

  /** Whether the program has a function of its own of that name, without parameters. */
  boolean defines(String name) {
    return local.contains(name + "/0");
  }

  boolean hasFunction(String name, int arity) {
    var signature = name + '/' + arity;
    return trusted || local.contains(signature) || functions.contains(signature);
  }

  boolean hasLabel(String name) {
    return local.contains('*' + name);
  }

  /** Notes a use; what is not defined in the program is an argument of the evaluation. */
  void use(String variable) {
    if (!local.contains('$' + variable)) {
      arguments.add(variable);
    }
  }

  Set<String> arguments() {
    return Set.copyOf(arguments);
  }
}
