package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Others;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RateReset;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Posts on X, and reads there. */
@ApplicationScoped
class XConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final String ME = "/2/users/me";
  private static final Classifier CLASSIFIER =
      new Classifier("X", new RateReset("x-rate-limit-reset"));

  private final Manifest manifest = Manifests.load("x");
  private final Egress egress;
  private final Clock clock;
  private final Timeline timeline;
  private final Mentions mentions;

  @Inject
  XConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  XConnector(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
    this.timeline = new Timeline(egress);
    this.mentions = new Mentions(egress, CLASSIFIER);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var result = egress.call(call(session, "GET", ME, WHOAMI_TIMEOUT).http());
    return WhoamiAnswer.read(
        CLASSIFIER.judge(result, clock.instant(), session.credentials(), XConnector::account),
        output -> "@" + output.path("username").asText());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    var length = PostLength.of(act.arguments().path("text").asText());
    return length <= PostLength.LIMIT
        ? new Preparation.Ready(NullNode.getInstance())
        : new Preparation.Refused(
            400,
            "the post has %d weighted characters; X takes %d".formatted(length, PostLength.LIMIT),
            false);
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "createPost" -> createPost(session, act);
      case "deletePost" -> deletePost(session, act);
      case "me" -> ask(session, call(session, "GET", ME, timeout(act)), XConnector::account);
      case "recentPosts" ->
          ask(session, Reads.posts(session, act, session.principal(), "tweets"), Reads::list);
      case "userPosts" -> {
        var user = act.arguments().path("user_id").asText();
        yield ask(session, Reads.posts(session, act, user, "tweets"), Reads::list);
      }
      case "mentions" ->
          ask(session, Reads.posts(session, act, session.principal(), "mentions"), Reads::list);
      case "getPost" -> ask(session, Reads.post(session, act), Reads::one);
      case "uploadMedia" -> ask(session, Reads.upload(session, act), Reads::uploaded);
      default -> throw new IllegalArgumentException("X has no action " + act.action().name());
    };
  }

  @Override
  public Polled poll(Session session, Question question) {
    return mentions.read(session, question);
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return act.others().inDoubt()
        ? Others.theirsFirst()
        : timeline.find(session, PostMatch.of(act));
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("id", landed.reference()));
  }

  private Outcome createPost(Session session, Act act) {
    var call = call(session, "POST", "/2/tweets", timeout(act)).json(act.arguments());
    var result = egress.call(call.http());
    if (result instanceof HttpResult.Answered a && a.status() == 403) {
      var reason = CLASSIFIER.reason(a, session.credentials());
      if (reason.toLowerCase(Locale.ROOT).contains("duplicate")) {
        return new Outcome.Unknown(403, reason); // an earlier attempt may be what it duplicates
      }
    }
    return judge(session, result, XConnector::created);
  }

  private Outcome deletePost(Session session, Act act) {
    var id = act.arguments().path("id").asText();
    var result = egress.call(call(session, "DELETE", "/2/tweets/" + id, timeout(act)).http());
    var gone =
        new Outcome.Landed(Json.object().put("id", id).put("deleted", true), "", Optional.empty());
    if (result instanceof HttpResult.Answered a && a.status() == 404) {
      return gone; // an earlier attempt, or somebody else, has deleted it
    }
    return judge(
        session,
        result,
        answer ->
            Answers.json(answer).at("/data/deleted").asBoolean(false)
                ? gone
                : new Outcome.NotLanded(
                    answer.status(), "X did not delete the post", Optional.empty(), true));
  }

  private Outcome ask(Session session, PlatformCall call, Classifier.Reading reading) {
    return judge(session, egress.call(call.http()), reading);
  }

  private Outcome judge(Session session, HttpResult result, Classifier.Reading reading) {
    return CLASSIFIER.judge(result, clock.instant(), session.credentials(), reading);
  }

  private static Outcome created(HttpResult.Answered answer) throws IOException {
    var post = Answers.json(answer).path("data");
    Answers.text(post, "/id");
    return Post.landed(post);
  }

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var user = Answers.json(answer).path("data");
    var output =
        Json.object()
            .put("id", Answers.text(user, "/id"))
            .put("username", Answers.text(user, "/username"))
            .put("name", user.path("name").asText());
    return new Outcome.Landed(output, output.path("id").asText(), Optional.empty());
  }

  private static Duration timeout(Act act) {
    return act.action().timeout();
  }

  private static PlatformCall call(Session session, String method, String path, Duration timeout) {
    return PlatformCall.of(session, method, path, timeout)
        .bearer(session.credentials().text("access_token"));
  }
}
