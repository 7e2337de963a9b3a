package io.ganglion.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads {@code call} and checks what is known of arguments; the document's own functions are read
 * by {@link FunctionReader}.
 */
record CallReader(Phrases phrases, ArgumentCheck check, Authentications authentications) {

  CallReader(Phrases phrases, Shelf shelf, Functions functions, Schemas schemas) {
    this(phrases, shelf, functions, new KnownMismatches(phrases, schemas));
  }

  private CallReader(Phrases phrases, Shelf shelf, Functions functions, KnownMismatches known) {
    this(
        phrases,
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
    var target = function.get();
    ObjectNode arguments =
        part.get("with").map(w -> (ObjectNode) w.node().deepCopy()).orElseGet(Json::object);
    var with = new Part(arguments, part.pointer() + "/with", part.findings());
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
}
