package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Turns a judged whoami request into its answer. */
public final class WhoamiAnswer {
  private WhoamiAnswer() {}

  /**
   * Known if the question landed.
   *
   * @param outcome whose landed reference is the principal
   * @param label of the landed output, for people
   */
  public static Connector.Whoami read(Outcome outcome, Function<JsonNode, String> label) {
    return switch (outcome) {
      case Outcome.Landed l -> new Connector.Whoami.Known(l.reference(), label.apply(l.output()));
      case Outcome.NotLanded n -> new Connector.Whoami.Refused(n.status(), n.reason());
      case Outcome.Unknown u -> new Connector.Whoami.Refused(u.status(), u.reason());
    };
  }
}
