package io.ganglion.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code call}: resolves functions of {@code use} and checks what is known of arguments. */
record CallReader(
    Phrases phrases, Shelf shelf, ArgumentCheck check, Authentications authentications) {

  CallReader(Phrases phrases, Shelf shelf, Functions functions, Schemas schemas) {
    this(phrases, shelf, functions, new KnownMismatches(phrases, schemas));
  }

  private CallReader(Phrases phrases, Shelf shelf, Functions functions, KnownMismatches known) {
    this(
        phrases,
        shelf,
        new ArgumentCheck(phrases, functions, known),
        new Authentications(known, shelf.authentications(), shelf.secrets()));
    authentications.checkNamed();
  }

  Optional<Task> read(Part part, Task.Common common) {
    var call = part.get("call");
    var function = call.flatMap(c -> c.text("'call'"));
    boolean sound = part.get("with").map(w -> w.object("'with'").isPresent()).orElse(true);
    if (call.isEmpty() || function.isEmpty() || !sound) {
      return Optional.empty();
    }
    var chain = definitions(function.get(), call.get());
    var with = new Part(arguments(part, chain), part.pointer() + "/with", part.findings());
    var target = chain.isEmpty() ? function.get() : chain.getLast().node().path("call").textValue();
    if (Functions.OVER_HTTP.contains(target)) {
      endpoints(with).forEach(this::authenticate);
      endpoints(with).forEach(CallReader::address);
      with.get("document").flatMap(d -> d.get("endpoint")).ifPresent(CallReader::address);
      phrases.names().secretsBelow(with.pointer());
    }
    var template = phrases.template(with);
    check.check(target, call.get(), with);
    vouched(part, target);
    return Optional.of(new Task.Call(common, target, template));
  }

  /** Where a policy may stand: at an endpoint, or for openapi in the call's own arguments. */
  private static List<Part> endpoints(Part with) {
    var agents = new ArrayList<Part>();
    with.get("agentCard").flatMap(card -> card.get("endpoint")).ifPresent(agents::add);
    with.get("server").ifPresent(agents::add);
    if (!agents.isEmpty()) {
      return agents;
    }
    var owner = with.get("transport").flatMap(t -> t.get("http")).orElse(with);
    return List.of(owner.get("endpoint").orElse(owner));
  }

  /** What an author vouches for must be what nobody else can. */
  private static void vouched(Part part, String target) {
    if (!Functions.VOUCHED.contains(target)) {
      part.get("metadata")
          .flatMap(m -> m.get("ganglion"))
          .flatMap(g -> g.get("retry"))
          .ifPresent(
              retry ->
                  retry.wrong(
                      "'retry' belongs on calls of %s; what others may repeat is known"
                          .formatted(String.join(", ", new TreeSet<>(Functions.VOUCHED)))));
    }
  }

  /** An address with an expression in its middle would go elsewhere than its author thinks. */
  private static void address(Part endpoint) {
    var uri = endpoint.get("uri").orElse(endpoint);
    var text = uri.node().asText();
    if (text.contains("${") && !Phrases.delimited(uri.node())) {
      uri.wrong(
          "'${ … }' inside an address is not evaluated; make all of it one expression, e.g. ${ \"https://a.example/\\(.id)\" }, or write {id}");
    }
  }

  /** Puts a policy in place of its name. */
  private void authenticate(Part owner) {
    owner
        .get("authentication")
        .flatMap(authentications::at)
        .ifPresent(policy -> ((ObjectNode) owner.node()).set("authentication", policy));
  }

  /** The functions of {@code use} behind a name; one may stand for another. */
  private List<Part> definitions(String function, Part call) {
    var chain = new ArrayList<Part>();
    var seen = new LinkedHashSet<String>();
    var name = function;
    while (shelf.functions().containsKey(name)) {
      if (!seen.add(name)) {
        call.wrong(
            "use.functions go in a circle: %s; let one call a function that is offered"
                .formatted(String.join(", ", seen)));
        return List.of();
      }
      var definition = Objects.requireNonNull(shelf.functions().get(name));
      chain.add(definition);
      name = definition.node().path("call").textValue();
    }
    return chain;
  }

  /** Those of the functions, the nearer one and the call's own going first. */
  private static ObjectNode arguments(Part part, List<Part> chain) {
    var arguments = Json.object();
    for (var definition : chain.reversed()) {
      definition.get("with").ifPresent(w -> arguments.setAll((ObjectNode) w.node().deepCopy()));
    }
    part.get("with").ifPresent(w -> arguments.setAll((ObjectNode) w.node().deepCopy()));
    return arguments;
  }
}
