package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.connection.Connections;
import io.ganglion.db.TenantTx;
import io.ganglion.db.WorkerBarrier;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A tenant's own connectors. */
@ApplicationScoped
public class Additions {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
  private static final int MAX_NAME = 32;
  private static final int MAX_TITLE = 80;

  /** Of what is kept of one, in characters: every listing of connectors carries it. */
  private static final int MAX_DEFINITION = 1 << 20;

  private final TenantTx tx;
  private final Descriptions descriptions;
  private final Connections connections;
  private final Workflows workflows;
  private final WorkerBarrier barrier;
  private final Audit audit;
  private final AdditionConfig config;

  Additions(
      TenantTx tx,
      Descriptions descriptions,
      Connections connections,
      Workflows workflows,
      WorkerBarrier barrier,
      Audit audit,
      AdditionConfig config) {
    this.tx = tx;
    this.descriptions = descriptions;
    this.connections = connections;
    this.workflows = workflows;
    this.barrier = barrier;
    this.audit = audit;
    this.config = config;
  }

  /**
   * What somebody wants.
   *
   * @param title empty: the description's own
   * @param address empty: the description's own
   */
  public record Wanted(String name, Optional<String> title, Optional<URI> address, Source source) {}

  /**
   * Makes a connector of a description.
   *
   * @throws InvalidRequest for what can't be, with pointers
   * @throws AdditionProblem when the name is taken, or the description can't be had
   */
  public Addition create(TenantId tenant, Wanted wanted) {
    if (!NAME.matcher(wanted.name()).matches() || wanted.name().length() > MAX_NAME) {
      throw new InvalidRequest(
          "/name",
          "send 3 to %d of a-z, 0-9 and -, with a hyphen in the middle, e.g. my-shop: names without one are kept for connectors that come along"
              .formatted(MAX_NAME));
    }
    room(tenant, wanted.name());
    var draft = descriptions.read(tenant, wanted.source());
    var address =
        wanted
            .address()
            .or(draft::address)
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "/base_url", "the document names no server; say where the API is"));
    var addition =
        new Addition(
            wanted.name(),
            wanted.source() instanceof Source.Server ? Addition.Kind.MCP : Addition.Kind.OPENAPI,
            title(wanted.title().orElse(draft.title()), wanted.name()),
            trimmed(wanted.source(), descriptions.callable(address, "/base_url")),
            draft.schemes(),
            Optional.empty(),
            draft.offers(),
            1,
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    small(addition);
    return tx.call(
        tenant,
        c -> {
          if (!AdditionStore.insert(c, tenant, addition)) {
            throw AdditionProblem.nameTaken(addition.name());
          }
          audit.note(c, tenant, Change.made("connector.created", addition.name(), facts(addition)));
          return addition;
        });
  }

  /**
   * One of the tenant's own.
   *
   * @throws NotFound if there is none
   */
  public Addition get(TenantId tenant, String name) {
    return find(tenant, name).orElseThrow(() -> new NotFound("connector"));
  }

  /** One of the tenant's own; empty for those that come along, too. */
  public Optional<Addition> find(TenantId tenant, String name) {
    return tx.call(tenant, c -> AdditionStore.find(c, tenant, name));
  }

  /**
   * Changes it. Intents that are under way go on as they were prepared; nothing is dispatched by
   * what was before once this has returned.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   * @throws InvalidRequest for what contradicts itself, with pointers
   */
  public Addition edit(TenantId tenant, String name, Edit edit, OptionalLong expected) {
    edit.address().ifPresent(url -> descriptions.callable(url, "/base_url"));
    edit.title().ifPresent(text -> title(text, name));
    return change(tenant, name, expected, "connector.edited", it -> Editing.edited(it, edit));
  }

  /**
   * Where a description is read anew.
   *
   * @param connection by whose credentials an MCP server is asked
   * @param confirmed the digest of the changes that are to be taken over; empty: nothing is changed
   */
  public record Fresh(
      Optional<String> document,
      Optional<URI> url,
      Optional<String> connection,
      Optional<JsonNode> credentials,
      Optional<String> confirmed) {
    /** Never shows the credentials. */
    @Override
    public String toString() {
      return "Fresh[%s]".formatted(connection);
    }
  }

  /** What a refresh came to. */
  public record Refreshed(Addition addition, Changes changes) {}

  /**
   * Reads its description anew.
   *
   * @throws NotFound if there is none
   * @throws InvalidRequest if it isn't said where it is to be read
   * @throws AdditionProblem if the description has changed again since, or can't be had
   */
  public Refreshed refresh(TenantId tenant, String name, Fresh fresh, OptionalLong expected) {
    var before = get(tenant, name);
    Changed.check(expected, before.version());
    var draft = descriptions.read(tenant, source(tenant, before, fresh));
    var changes = Changes.of(before, draft);
    if (fresh.confirmed().isEmpty()) {
      return new Refreshed(before, changes);
    }
    if (!fresh.confirmed().get().equals(changes.digest())) {
      throw AdditionProblem.movedOn();
    }
    var after =
        change(
            tenant,
            name,
            OptionalLong.of(before.version()),
            "connector.refreshed",
            it -> refreshed(it, draft, changes));
    return new Refreshed(after, changes);
  }

  private Source source(TenantId tenant, Addition addition, Fresh fresh) {
    return switch (addition.kind()) {
      case MCP ->
          new Source.Server(
              addition.address(),
              fresh
                  .connection()
                  .map(connection -> credentials(tenant, addition, connection))
                  .or(fresh::credentials)
                  .orElseGet(Json::object));
      case OPENAPI ->
          fresh
              .document()
              .<Source>map(Source.Document::new)
              .or(() -> fresh.url().map(Source.Address::new))
              .orElseThrow(
                  () -> new InvalidRequest("", "send the document, or the url where it is"));
    };
  }

  private JsonNode credentials(TenantId tenant, Addition addition, String connection) {
    var opened = connections.open(tenant, connection);
    if (!opened.connection().connector().equals(addition.name())) {
      throw new InvalidRequest("/connection", "name a connection of this connector");
    }
    return opened.session().credentials().values();
  }

  /** What an action that is another one now was said to be taken back by, is to be said anew. */
  private static Addition refreshed(Addition before, Draft draft, Changes changes) {
    var after =
        new Addition(
            before.name(),
            before.kind(),
            before.title(),
            before.address(),
            draft.schemes(),
            before.identity(),
            changes.after(),
            before.version(),
            before.createdAt());
    var sound = after.identity().filter(identity -> after.tells(identity.action()));
    var kept =
        after.offers().stream()
            .map(
                offer ->
                    offer
                        .words()
                        .undo()
                        .filter(
                            undo ->
                                changes.changed().contains(undo.action())
                                    || changes.removed().contains(undo.action()))
                        .map(
                            undo ->
                                offer.saying(
                                    new Words(
                                        offer.words().offered(),
                                        offer.words().retry(),
                                        offer.words().idempotencyHeader(),
                                        Optional.empty())))
                        .orElse(offer))
            .toList();
    return new Addition(
        after.name(),
        after.kind(),
        after.title(),
        after.address(),
        after.schemes(),
        sound,
        kept,
        after.version(),
        after.createdAt());
  }

  /**
   * Forgets a connector that nothing uses.
   *
   * @throws AdditionProblem if connections or workflows use it, naming them
   */
  public void delete(TenantId tenant, String name, OptionalLong expected) {
    tx.run(
        tenant,
        c -> {
          var before = locked(AdditionStore.lock(c, tenant, name));
          Changed.check(expected, before.version());
          var using = connections.namesFor(tenant, name);
          var calling = workflows.calling(tenant, name);
          if (!using.isEmpty() || !calling.isEmpty()) {
            throw AdditionProblem.inUse(using, calling);
          }
          AdditionStore.delete(c, tenant, name);
          audit.note(c, tenant, Change.gone("connector.deleted", name, facts(before)));
        });
  }

  private Addition change(
      TenantId tenant,
      String name,
      OptionalLong expected,
      String action,
      java.util.function.UnaryOperator<Addition> change) {
    var after =
        tx.call(
            tenant,
            c -> {
              var before = locked(AdditionStore.lock(c, tenant, name));
              Changed.check(expected, before.version());
              var changed = change.apply(before);
              small(changed);
              if (changed.leadsElsewhere(before)) {
                var using = connections.namesFor(tenant, name);
                if (!using.isEmpty()) {
                  throw AdditionProblem.elsewhere(using);
                }
              }
              AdditionStore.update(c, tenant, changed);
              connections.reopen(tenant, name);
              audit.note(c, tenant, Change.of(action, name, facts(before), facts(changed)));
              return locked(AdditionStore.find(c, tenant, name));
            });
    barrier.awaitAll();
    return after;
  }

  /** Two requests at once may both be the last that is allowed; one more does no harm. */
  private void room(TenantId tenant, String name) {
    tx.run(
        tenant,
        c -> {
          if (AdditionStore.find(c, tenant, name).isPresent()) {
            throw AdditionProblem.nameTaken(name);
          }
          if (AdditionStore.count(c, tenant) >= config.perTenant()) {
            throw AdditionProblem.tooMany(config.perTenant());
          }
        });
  }

  private static void small(Addition addition) {
    if (AdditionJson.write(addition).length() > MAX_DEFINITION) {
      throw new InvalidRequest(
          ApiDocument.POINTER,
          "its actions with all their schemas are larger than %d characters; leave out those you don't need"
              .formatted(MAX_DEFINITION));
    }
  }

  private static String title(String text, String name) {
    var line = OneLine.cut(text, MAX_TITLE);
    return line.isEmpty() ? name : line;
  }

  /** A path follows it with a slash of its own; an MCP server's address is as it is. */
  private static URI trimmed(Source source, URI address) {
    return source instanceof Source.Server
        ? address
        : URI.create(address.toString().replaceFirst("/+$", ""));
  }

  private static Addition locked(Optional<Addition> found) {
    return found.orElseThrow(() -> new NotFound("connector"));
  }

  /** What of it decides how it is called. */
  private static JsonNode facts(Addition addition) {
    var facts =
        Json.object()
            .put("title", addition.title())
            .put("kind", addition.kind().word())
            .put("base_url", addition.address().toString());
    addition.identity().ifPresent(it -> facts.put("identity", it.action()));
    var actions = facts.putObject("actions");
    for (var offer : addition.offers()) {
      List<String> words =
          List.of(
              offer.offered() ? offer.retryClass().word() : "off",
              offer.words().idempotencyHeader().orElse(""),
              offer.words().undo().map(Words.Undo::action).orElse(""));
      actions.put(offer.name(), String.join(" ", words).strip());
    }
    return facts;
  }
}
