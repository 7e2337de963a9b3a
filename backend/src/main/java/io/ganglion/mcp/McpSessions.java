package io.ganglion.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.run.SessionEnding;
import io.ganglion.run.SessionStep;
import io.ganglion.run.SessionStep.Kind;
import io.ganglion.run.SessionStep.Place;
import io.ganglion.run.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Clients' sessions, and what they ask for as steps of session runs. */
@ApplicationScoped
public class McpSessions {
  /** A session's run may end between its being named and its being asked; then another is tried. */
  private static final int TRIES = 4;

  private final McpStore store;
  private final Sessions sessions;

  McpSessions(McpStore store, Sessions sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  /**
   * What a client says of itself.
   *
   * @param name {@code {name, version}}
   * @param elicits whether it can ask its user
   */
  public record Client(String protocol, JsonNode name, boolean elicits) {}

  /** Opens a session; what it asks for first starts its run. */
  public McpSession open(TenantId tenant, AgentId agent, String actor, Client client) {
    var session = session(tenant, agent, actor, client);
    store.open(session);
    return session;
  }

  /**
   * The session of clients whose revision of the protocol has none: one for each agent and caller.
   */
  public McpSession standing(TenantId tenant, AgentId agent, String actor, Client client) {
    return store.standing(session(tenant, agent, actor, client));
  }

  private static McpSession session(TenantId tenant, AgentId agent, String actor, Client client) {
    return new McpSession(
        tenant,
        Uuid7.next(),
        agent,
        actor,
        client.protocol,
        client.name,
        client.elicits,
        RunId.next());
  }

  /** A session that this caller opened for this agent and still uses. */
  public Optional<McpSession> find(TenantId tenant, AgentId agent, String actor, UUID id) {
    return store.find(tenant, agent, actor, id);
  }

  /** Ends a session; its run is completed once what was asked for has ended. */
  public void close(McpSession session) {
    store.delete(session);
    try {
      sessions.end(session.tenant(), session.run(), SessionEnding.COMPLETE);
    } catch (Problem e) {
      if (e.status() >= 500) {
        throw e;
      }
      // it never asked for anything, or is ending already
    }
  }

  /**
   * Asks for a step, once under its key: asking again gives its record, whatever session asks.
   *
   * @param key the client's idempotency key; empty: the step's own name is unique in the session
   * @param step what the step is to be called, in the form of a step's key
   * @throws Problem as {@link Sessions#put}
   */
  public SessionStep ask(McpSession session, Optional<String> key, String step, JsonNode body) {
    return key.map(text -> keyed(session, text, step, body))
        .orElseGet(() -> unkeyed(session, step, body));
  }

  private SessionStep unkeyed(McpSession session, String step, JsonNode body) {
    var run = session.run();
    for (int i = 1; ; i++) {
      try {
        return put(session.with(run), step, body);
      } catch (Problem e) {
        if (i == TRIES || !over(e)) {
          throw e;
        }
        run = store.move(session, run, RunId.next());
      }
    }
  }

  private SessionStep keyed(McpSession session, String key, String step, JsonNode body) {
    var tenant = session.tenant();
    var line = store.claim(tenant, session.agent(), key, new McpStore.Line(session.run(), step));
    var run = session.run();
    for (int i = 1; ; i++) {
      try {
        return put(session.with(line.run()), line.step(), body);
      } catch (Problem e) {
        if (i == TRIES || !over(e)) {
          throw e;
        }
        if (line.run().equals(run)) {
          run = store.move(session, run, RunId.next());
        }
        line = store.move(tenant, session.agent(), key, line.run(), run);
      }
    }
  }

  /** A run is there once it is needed: clients that only look leave none. */
  private SessionStep put(McpSession session, String step, JsonNode body) {
    var place = new Place(Kind.STEP, step);
    try {
      return sessions.put(session.tenant(), session.run(), place, body, Duration.ZERO);
    } catch (NotFound none) {
      var input = Json.object();
      input.putObject("mcp").set("client", session.client());
      sessions.startUnattended(session.tenant(), session.run(), session.agent(), input);
      return sessions.put(session.tenant(), session.run(), place, body, Duration.ZERO);
    }
  }

  /** Whether the run takes no more steps; one that it has it would have given. */
  private static boolean over(Problem e) {
    return switch (e.code()) {
      case "run_ended", "session_ending", "session_full" -> true;
      default -> false;
    };
  }
}
