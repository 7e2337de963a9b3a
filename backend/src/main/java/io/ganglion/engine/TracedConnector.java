package io.ganglion.engine;

import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.trace.Traced;

/** A connector each of whose calls is a span of the stay that makes it. */
record TracedConnector(Connector connector, Traced stay) implements ForwardingConnector {
  private static final String OUTCOME = "ganglion.outcome";

  /** The connector itself where nobody will see the spans. */
  static Connector of(Connector connector, Traced stay) {
    return stay.seen() ? new TracedConnector(connector, stay) : connector;
  }

  private Traced begin(String what, Act act) {
    var function = manifest().name() + "." + act.action().name();
    return stay.ask(what + " " + function)
        .note("ganglion.function", function)
        .note("ganglion.effect", act.effect());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    try (var span = begin("prepare", act)) {
      var preparation = connector.prepare(session, act);
      if (preparation instanceof Preparation.Refused refused) {
        failed(span, refused.status(), refused.reason());
      }
      return preparation;
    }
  }

  @Override
  public Outcome send(Session session, Act act) {
    try (var span = begin("send", act)) {
      var outcome = connector.send(session, act);
      switch (outcome) {
        case Outcome.Landed landed -> span.note(OUTCOME, "LANDED");
        case Outcome.NotLanded missed -> {
          span.note(OUTCOME, "NOT_LANDED");
          failed(span, missed.status(), missed.reason());
        }
        case Outcome.Unknown unknown -> {
          span.note(OUTCOME, "UNKNOWN");
          failed(span, unknown.status(), unknown.reason());
        }
      }
      return outcome;
    }
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    try (var span = begin("look up", act)) {
      var finding = connector.lookUp(session, act);
      switch (finding) {
        case Finding.Found found -> span.note(OUTCOME, "LANDED");
        case Finding.Absent absent -> span.note(OUTCOME, "absent");
        case Finding.Inconclusive unclear -> span.failed(unclear.reason());
      }
      return finding;
    }
  }

  private static void failed(Traced span, int status, String reason) {
    if (status > 0) {
      span.count("http.response.status_code", status);
    }
    span.failed(reason);
  }
}
