package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The tenant's workflows, by version. */
@ApplicationScoped
public class Workflows {
  private final WorkflowStore store;
  private final Definitions definitions;
  private final CatalogueActions actions;
  private final Clock clock = Clock.systemUTC();
  private final Egress egress;
  private final Cache<Key, Definition> parsed;

  Workflows(
      WorkflowStore store,
      Definitions definitions,
      CatalogueActions actions,
      Egress egress,
      WorkflowConfig config) {
    this.store = store;
    this.actions = actions;
    this.egress = egress;
    this.definitions = definitions;
    this.parsed = Caffeine.newBuilder().maximumSize(config.cached()).build();
  }

  private record Key(TenantId tenant, WorkflowId id) {}

  /**
   * Stores a version; sending the same document again changes nothing. Schemas that it names by
   * their address are fetched before and stay as they are now.
   *
   * @param text YAML 1.2 or JSON
   * @throws WorkflowProblem if it is not valid, or its version is stored with other content
   */
  public Stored create(TenantId tenant, String text) {
    return create(tenant, text, false);
  }

  /**
   * As {@link #create(TenantId, String)}.
   *
   * @param lab for a key of the laboratory: nobody else means it by its name alone
   * @throws io.ganglion.identity.IdentityProblem if others have stored versions of that name
   */
  public Stored create(TenantId tenant, String text, boolean lab) {
    var read = Texts.read(text);
    var again = same(tenant, read.root());
    if (again.isPresent()) {
      return new Stored(again.get(), false); // what it names elsewhere need not be there any more
    }
    var fetched = new FetchedSchemas(egress);
    var definition = definitions.parse(read, fetched, actions.now(tenant));
    var entity =
        WorkflowEntity.of(
            definition, text, fetched.byAddress(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    entity.lab = lab;
    return known(tenant, definition)
        .map(known -> same(known, entity.hash))
        .orElseGet(
            () ->
                store
                    .insert(tenant, entity, definition)
                    .map(workflow -> new Stored(workflow, true))
                    .orElseGet(() -> same(known(tenant, definition).orElseThrow(), entity.hash)));
  }

  /**
   * Reads a document and stores nothing.
   *
   * @throws WorkflowProblem with everything that is wrong with it
   */
  public Definition validate(TenantId tenant, String text) {
    return definitions.parse(text, new FetchedSchemas(egress), actions.now(tenant));
  }

  /**
   * A version, ready to be interpreted. Parsed once and kept, since versions never change.
   *
   * @throws NotFound if there is none
   * @throws WorkflowProblem if it was stored by a release that knew actions this one doesn't
   */
  public Definition definition(TenantId tenant, WorkflowId id) {
    var key = new Key(tenant, id);
    var known = parsed.getIfPresent(key);
    if (known != null) {
      return known;
    }
    var document = get(tenant, id);
    var definition =
        definitions.parse(
            document.content(), new FrozenSchemas(document.schemas()), actions.stored(tenant));
    parsed.put(key, definition);
    return definition;
  }

  /**
   * A version with its document.
   *
   * @throws NotFound if there is none
   */
  public Document get(TenantId tenant, WorkflowId id) {
    return store.find(tenant, id).orElseThrow(() -> new NotFound("workflow"));
  }

  /**
   * The version meant by a reference.
   *
   * @param reference {@code wfl_…} or {@code namespace/name[:version]}; without a version the
   *     latest by semantic versioning, pre-releases included
   */
  public Optional<WorkflowVersion> find(TenantId tenant, String reference) {
    return Reference.read(reference)
        .flatMap(
            read ->
                switch (read) {
                  case Reference.ById r -> store.find(tenant, r.id()).map(Document::workflow);
                  case Reference.ByName r ->
                      r.version().isPresent()
                          ? store.find(tenant, r.namespace(), r.name(), r.version().get())
                          : store.latest(tenant, r.namespace(), r.name());
                });
  }

  /**
   * The identifier of the version meant by a reference, as {@link #find} takes it.
   *
   * @throws NotFound if there is none
   */
  public WorkflowId id(TenantId tenant, String reference) {
    if (Reference.read(reference).orElse(null) instanceof Reference.ById byId
        && parsed.getIfPresent(new Key(tenant, byId.id())) != null) {
      return byId.id(); // versions stay
    }
    return find(tenant, reference).orElseThrow(() -> new NotFound("workflow")).id();
  }

  /**
   * Versions, newest first.
   *
   * @param name only of this {@code namespace/name}; empty: all
   * @param before versions from this one on are left out
   */
  public Page<WorkflowVersion> list(
      TenantId tenant, Optional<String> name, int limit, Optional<WorkflowId> before) {
    return store.list(tenant, name, limit, before);
  }

  /**
   * Workflows whose latest version calls a connector's actions, as {@code namespace/name}; at most
   * ten.
   */
  public List<String> calling(TenantId tenant, String connector) {
    return store.calling(tenant, connector);
  }

  /** The version that is stored with just this content. */
  private Optional<WorkflowVersion> same(TenantId tenant, JsonNode root) {
    var head = root.path("document");
    var name = List.of(head.path("namespace"), head.path("name"), head.path("version"));
    if (!name.stream().allMatch(JsonNode::isTextual)) {
      return Optional.empty();
    }
    return store
        .find(tenant, name.get(0).asText(), name.get(1).asText(), name.get(2).asText())
        .filter(known -> known.hash().equals(Json.hash(root)));
  }

  private Optional<WorkflowVersion> known(TenantId tenant, Definition definition) {
    return store.find(tenant, definition.namespace(), definition.name(), definition.version());
  }

  private static Stored same(WorkflowVersion known, String hash) {
    if (!known.hash().equals(hash)) {
      throw WorkflowProblem.versionExists(known.namespace() + "/" + known.name(), known.version());
    }
    return new Stored(known, false);
  }
}
