package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;

/**
 * Prepares records: everything in one that isn't in the arguments is found out here and frozen in
 * the handle, so that each attempt puts the same bytes.
 */
final class Drafts {
  private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofSeconds(30);

  private final Xrpc xrpc;
  private final Pictures pictures;

  Drafts(Xrpc xrpc, Pictures pictures) {
    this.xrpc = xrpc;
    this.pictures = pictures;
  }

  /** A question was answered by what forbids the act, or not at all. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Preparation.Refused refusal;

    Stopped(Preparation.Refused refusal) {
      super(refusal.reason(), null, false, false);
      this.refusal = refusal;
    }
  }

  Preparation prepare(Session session, Act act) {
    try {
      return new Preparation.Ready(
          switch (act.action().name()) {
            case "createPost" -> post(session, act.arguments());
            case "like", "repost" ->
                Json.object()
                    .set("subject", reference(session, act.arguments().path("uri").asText()));
            case "follow" ->
                Json.object().put("subject", did(session, act.arguments().path("actor").asText()));
            default -> Json.object();
          });
    } catch (Stopped e) {
      return e.refusal;
    }
  }

  private JsonNode post(Session session, JsonNode arguments) throws Stopped {
    var text = arguments.path("text").asText();
    var refusal = PostText.refusal(text, !arguments.has("images"));
    if (refusal.isPresent()) {
      throw stopped(400, refusal.get());
    }
    var handle = Json.object();
    var dids = new HashMap<String, String>();
    for (var name : RichText.handles(text)) {
      resolve(session, name).ifPresent(did -> dids.put(name, did));
    }
    handle.set("facets", RichText.facets(text, dids));
    if (arguments.has("reply_to")) {
      handle.set("reply", reply(session, arguments.path("reply_to").asText()));
    }
    var images = handle.putArray("images");
    for (var image : arguments.path("images")) {
      var blob = image.has("blob") ? image.path("blob") : uploaded(session, image);
      images.addObject().put("alt", image.path("alt").asText()).set("image", blob);
    }
    return handle;
  }

  /** The post that is answered, and the one its thread began with. */
  private ObjectNode reply(Session session, String uri) throws Stopped {
    var parent = record(session, uri);
    var root = parent.at("/value/reply/root");
    var reply = Json.object();
    reply.set("root", root.isObject() ? root : strong(parent));
    reply.set("parent", strong(parent));
    return reply;
  }

  private ObjectNode reference(Session session, String uri) throws Stopped {
    return strong(record(session, uri));
  }

  private static ObjectNode strong(JsonNode record) {
    return Json.object()
        .put("uri", record.path("uri").asText())
        .put("cid", record.path("cid").asText());
  }

  private JsonNode record(Session session, String uri) throws Stopped {
    var at = AtUri.parse(uri).orElseThrow(() -> stopped(400, "the post's uri can't be read"));
    return landed(
        xrpc.ask(
            Records.get(session, at, QUESTION_TIMEOUT),
            answer -> {
              var record = Answers.json(answer);
              Answers.text(record, "/uri");
              Answers.text(record, "/cid");
              return new Outcome.Landed(record, "", Optional.empty());
            }));
  }

  private JsonNode uploaded(Session session, JsonNode image) throws Stopped {
    return landed(pictures.upload(session, image, UPLOAD_TIMEOUT)).path("blob");
  }

  private String did(Session session, String actor) throws Stopped {
    if (actor.startsWith("did:")) {
      return actor;
    }
    return resolve(session, actor)
        .orElseThrow(() -> stopped(404, "there is no account of this handle"));
  }

  /** Empty if nobody has that handle. */
  private Optional<String> resolve(Session session, String handle) throws Stopped {
    var call =
        Xrpc.query(
            session,
            "com.atproto.identity.resolveHandle",
            Query.of("handle", handle),
            QUESTION_TIMEOUT);
    return switch (xrpc.ask(call, Drafts::resolved)) {
      case Outcome.Landed l -> Optional.of(l.reference());
      case Outcome.NotLanded n when n.status() == 400 && !n.retryable() -> Optional.empty();
      case Outcome.NotLanded n -> throw stopped(n);
      case Outcome.Unknown u -> throw stopped(u);
    };
  }

  private static Outcome resolved(HttpResult.Answered answer) throws IOException {
    return new Outcome.Landed(
        Json.object(), Answers.text(Answers.json(answer), "/did"), Optional.empty());
  }

  private static JsonNode landed(Outcome outcome) throws Stopped {
    return switch (outcome) {
      case Outcome.Landed l -> l.output();
      case Outcome.NotLanded n -> throw stopped(n);
      case Outcome.Unknown u -> throw stopped(u);
    };
  }

  private static Stopped stopped(int status, String reason) {
    return new Stopped(new Preparation.Refused(status, reason, false));
  }

  private static Stopped stopped(Outcome.NotLanded n) {
    return new Stopped(new Preparation.Refused(n.status(), n.reason(), n.retryable()));
  }

  /** Preparing changes nothing, so that it may be done again. */
  private static Stopped stopped(Outcome.Unknown u) {
    return new Stopped(new Preparation.Refused(u.status(), u.reason(), true));
  }
}
