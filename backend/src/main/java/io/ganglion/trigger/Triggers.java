package io.ganglion.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Manifest;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.Problem.Violation;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TriggerId;
import io.ganglion.schema.Schemas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A tenant's triggers. */
@ApplicationScoped
public class Triggers {
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

  private final TenantTx tx;
  private final Connections connections;
  private final Catalogue catalogue;
  private final Schemas schemas;
  private final Audit audit;
  private final TriggerConfig config;

  Triggers(
      TenantTx tx,
      Connections connections,
      Catalogue catalogue,
      Schemas schemas,
      Audit audit,
      TriggerConfig config) {
    this.tx = tx;
    this.connections = connections;
    this.catalogue = catalogue;
    this.schemas = schemas;
    this.audit = audit;
    this.config = config;
  }

  /**
   * A trigger to make.
   *
   * @param connection its name
   * @param type of the events; empty: the poll's own
   * @param interval empty: the poll's own
   * @param from a point to start after; empty: from now on
   */
  public record New(
      String name,
      String connection,
      String poll,
      JsonNode arguments,
      Optional<String> type,
      Optional<Duration> interval,
      Optional<String> from) {}

  /**
   * A new trigger under an identifier the caller chose; it is due at once.
   *
   * @throws InvalidRequest for what can't be, with pointers
   * @throws TriggerProblem if there are too many
   */
  public Trigger create(TenantId tenant, TriggerId id, New wanted) {
    var connection =
        connections
            .named(tenant, wanted.connection())
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "/connection", "there is no connection of this name; GET /connections"));
    var poll = poll(connection.connector(), wanted.poll());
    var violations =
        schemas.check(poll.input(), wanted.arguments()).stream()
            .map(v -> new Violation("/arguments" + v.pointer(), v.detail()))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations);
    }
    var cursor = Json.object();
    wanted.from().ifPresent(from -> cursor.put("from", point(poll, from)));
    var trigger =
        new Trigger(
            id,
            new Trigger.Wanted(
                wanted.name(),
                Optional.of(connection.id()),
                poll.name(),
                wanted.arguments(),
                wanted.type().orElse(poll.type()),
                interval(wanted.interval().orElse(poll.interval()))),
            connection.connector(),
            new Trigger.Progress(
                cursor,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            1,
            now());
    return tx.call(
        tenant,
        c -> {
          if (TriggerStore.count(c, tenant) >= config.triggers()) {
            throw TriggerProblem.tooMany(config.triggers());
          }
          TriggerStore.insert(c, tenant, trigger);
          audit.note(c, tenant, Change.made("trigger.created", id, facts(trigger)));
          return there(TriggerStore.find(c, tenant, id));
        });
  }

  /**
   * @throws NotFound if there is none
   */
  public Trigger get(TenantId tenant, TriggerId id) {
    return tx.call(tenant, c -> there(TriggerStore.find(c, tenant, id)));
  }

  /** Newest first; the cursor is the last trigger's identifier. */
  public Page<Trigger> list(TenantId tenant, int limit, Optional<TriggerId> before) {
    var found = tx.call(tenant, c -> TriggerStore.page(c, tenant, before, limit + 1));
    return Page.of(found, limit, trigger -> trigger.id().toString());
  }

  /** Changes its name or its interval. */
  public Trigger change(
      TenantId tenant,
      TriggerId id,
      Optional<String> name,
      Optional<Duration> interval,
      OptionalLong expected) {
    interval.ifPresent(this::interval);
    return change(
        tenant,
        id,
        expected,
        "trigger.changed",
        state ->
            new State(
                name.orElse(state.name()), interval.orElse(state.interval()), state.paused()));
  }

  /** It is read no more; a page that is being read is the last. Again: changes nothing. */
  public Trigger pause(TenantId tenant, TriggerId id, OptionalLong expected) {
    return change(
        tenant,
        id,
        expected,
        "trigger.paused",
        state ->
            new State(state.name(), state.interval(), state.paused().or(() -> Optional.of(now()))));
  }

  /**
   * It goes on where it was; what came meanwhile is told.
   *
   * @throws TriggerProblem if its connection is no more
   */
  public Trigger resume(TenantId tenant, TriggerId id, OptionalLong expected) {
    return change(
        tenant,
        id,
        expected,
        "trigger.resumed",
        state -> new State(state.name(), state.interval(), Optional.empty()));
  }

  private record State(String name, Duration interval, Optional<Instant> paused) {}

  private Trigger change(
      TenantId tenant,
      TriggerId id,
      OptionalLong expected,
      String action,
      UnaryOperator<State> change) {
    return tx.call(
        tenant,
        c -> {
          var before = there(TriggerStore.lock(c, tenant, id));
          Changed.check(expected, before.version());
          if (before.state() == Trigger.State.STOPPED) {
            throw TriggerProblem.stopped();
          }
          var was =
              new State(
                  before.wanted().name(), before.wanted().interval(), before.progress().pausedAt());
          var is = change.apply(was);
          TriggerStore.change(c, tenant, id, is.name(), is.interval(), is.paused());
          var after = there(TriggerStore.find(c, tenant, id));
          audit.note(c, tenant, Change.of(action, id, facts(before), facts(after)));
          return after;
        });
  }

  /** Its cursor is no more; events that it made stay. */
  public void delete(TenantId tenant, TriggerId id, OptionalLong expected) {
    tx.run(
        tenant,
        c -> {
          var before = there(TriggerStore.lock(c, tenant, id));
          Changed.check(expected, before.version());
          TriggerStore.delete(c, tenant, id);
          audit.note(c, tenant, Change.gone("trigger.deleted", id, facts(before)));
        });
  }

  private Manifest.Poll poll(String connector, String name) {
    var polls =
        catalogue.shipped(connector).map(it -> it.manifest().polls()).orElse(java.util.Map.of());
    var poll = polls.get(name);
    if (poll == null) {
      throw new InvalidRequest(
          "/poll",
          polls.isEmpty()
              ? "%s can't be polled; GET /connectors says which connectors can".formatted(connector)
              : "send one of " + String.join(", ", polls.keySet().stream().sorted().toList()));
    }
    return poll;
  }

  private static String point(Manifest.Poll poll, String from) {
    var kind =
        poll.from()
            .orElseThrow(
                () -> new InvalidRequest("/from", "leave it out: it can only start from now on"));
    return switch (kind) {
      case NUMBER -> {
        if (!NUMBER.matcher(from).matches()) {
          throw new InvalidRequest("/from", "send a whole number of at most 19 digits, as a text");
        }
        yield from;
      }
      case TIME -> {
        try {
          yield Rfc3339.read(from).toString();
        } catch (DateTimeException e) {
          throw new InvalidRequest("/from", "send a time, e.g. 2026-11-29T10:00:00Z");
        }
      }
    };
  }

  private Duration interval(Duration interval) {
    if (interval.compareTo(config.leastInterval()) < 0
        || interval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new InvalidRequest(
          "/interval", "send %s to %s".formatted(config.leastInterval(), LONGEST_INTERVAL));
    }
    return interval;
  }

  private static Trigger there(Optional<Trigger> found) {
    return found.orElseThrow(() -> new NotFound("trigger"));
  }

  private static JsonNode facts(Trigger trigger) {
    var wanted = trigger.wanted();
    return Json.object()
        .put("name", wanted.name())
        .put("connection", wanted.connection().map(Object::toString).orElse(null))
        .put("poll", trigger.connector() + "." + wanted.poll())
        .put("type", wanted.type())
        .put("interval", wanted.interval().toString())
        .put("state", trigger.state().name())
        .put("version", trigger.version());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
