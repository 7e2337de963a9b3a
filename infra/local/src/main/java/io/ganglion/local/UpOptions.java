package io.ganglion.local;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What {@code up} was asked for.
 *
 * @param detach leave the stack running and return
 * @param port the backend's port; empty for the usual one, or a free one where that is taken
 * @param demo run the demo campaign
 * @param fresh delete the data of earlier starts first
 * @param signIn bring Keycloak up too
 */
record UpOptions(boolean detach, OptionalInt port, boolean demo, boolean fresh, boolean signIn) {

  /**
   * @throws IllegalArgumentException with a message for a person
   */
  static UpOptions parse(List<String> arguments) {
    var options = new UpOptions(false, OptionalInt.empty(), true, false, true);
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      options =
          switch (argument) {
            case "--detach" -> options.with(true, options.port, options.demo, options.fresh);
            case "--no-demo" -> options.with(options.detach, options.port, false, options.fresh);
            case "--fresh" -> options.with(options.detach, options.port, options.demo, true);
            case "--port" -> options.with(options.detach, port(rest), options.demo, options.fresh);
            case "--no-sign-in" ->
                new UpOptions(options.detach, options.port, options.demo, options.fresh, false);
            default -> throw new IllegalArgumentException("up does not know " + argument);
          };
    }
    return options;
  }

  private UpOptions with(
      boolean newDetach, OptionalInt newPort, boolean newDemo, boolean newFresh) {
    return new UpOptions(newDetach, newPort, newDemo, newFresh, signIn);
  }

  private static OptionalInt port(Iterator<String> rest) {
    String text = rest.hasNext() ? rest.next() : "";
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--port needs a number from 1 to 65535");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
