package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.endpoint.Authorized;
import io.ganglion.connector.endpoint.EndpointConnector;
import io.ganglion.connector.endpoint.Given;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Calls any endpoint. */
@ApplicationScoped
class HttpConnector implements EndpointConnector {
  private static final Classifier CLASSIFIER = new Classifier("the endpoint");

  /** The status of a good answer that can't be read: bad gateway. */
  private static final int UNREADABLE = 502;

  private static final String UNREAD = ", unreadable";
  private static final int UNAUTHENTICATED = 401;

  /**
   * These say that the request was not carried out: choose one (300), nothing has changed (304),
   * ask there in the same way (307, 308). A 301, 302 or 303 may be how a service answers what it
   * did.
   */
  private static final Set<Integer> NOT_DONE = Set.of(300, 304, 307, 308);

  private final Manifest manifest = Manifests.load("http");
  private final Authorized authorized;
  private final Clock clock;

  @Inject
  HttpConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  HttpConnector(Egress egress, Clock clock) {
    this.authorized = new Authorized(egress, clock);
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return new HttpRequest(arguments).retryClass();
  }

  @Override
  public Outcome send(Session session, Act act) {
    var given = Given.of(session, act);
    var arguments = given.arguments();
    var request = new HttpRequest(arguments);
    HttpCall call;
    try {
      call = request.call(request.uri(), act.action().timeout());
    } catch (URISyntaxException e) { // its message repeats the address, which may hold a secret
      return new Outcome.NotLanded(400, "the endpoint is no address", Optional.empty(), false);
    }
    var secrets = given.secrets();
    return switch (authorized.send(session.principal(), Policy.of(arguments), call)) {
      case Authorized.Attempt.Refused refused ->
          new Outcome.NotLanded(
              UNAUTHENTICATED,
              Authorized.NO_CREDENTIALS + secrets.hide(refused.reason()),
              Optional.empty(),
              refused.again());
      case Authorized.Attempt.Made made -> judge(request, made, secrets);
    };
  }

  private Outcome judge(HttpRequest request, Authorized.Attempt.Made sent, Credentials given) {
    var secrets = sent.hiding(given);
    var result = sent.result();
    if (result instanceof HttpResult.Answered answer && answer.status() / 100 == 3) {
      return redirected(request, sent.call(), answer, secrets);
    }
    var outcome =
        CLASSIFIER.judge(
            result, clock.instant(), secrets, answer -> landed(request, sent.call(), answer));
    return result instanceof HttpResult.Answered answer && request.retryClass() == RetryClass.PURE
        ? answered(answer, outcome)
        : outcome;
  }

  /**
   * A read that was answered is settled, whatever the answer: whether to ask again is for the
   * workflow's own {@code try} to say.
   */
  private static Outcome answered(HttpResult.Answered answer, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Landed landed -> landed;
      case Outcome.NotLanded no ->
          new Outcome.NotLanded(no.status(), no.reason(), no.notBefore(), false);
      case Outcome.Unknown unknown ->
          new Outcome.NotLanded(
              answer.status() / 100 == 2 ? UNREADABLE : unknown.status(),
              unknown.reason(),
              Optional.empty(),
              false);
    };
  }

  /** A 3xx is an answer if the author says so; else an error. */
  private static Outcome redirected(
      HttpRequest request, HttpCall call, HttpResult.Answered answer, Credentials secrets) {
    var reason = CLASSIFIER.reason(answer, secrets);
    if (request.redirects()) {
      try {
        var landed = landed(request, call, answer);
        return new Outcome.Landed(secrets.hide(landed.output()), "", Optional.empty());
      } catch (IOException e) {
        return request.retryClass() == RetryClass.PURE
            ? new Outcome.NotLanded(answer.status(), reason + UNREAD, Optional.empty(), false)
            : new Outcome.Unknown(answer.status(), reason + UNREAD);
      }
    }
    return unproven(request, answer.status(), reason);
  }

  private static Outcome unproven(HttpRequest request, int status, String reason) {
    return request.retryClass() == RetryClass.PURE || NOT_DONE.contains(status)
        ? new Outcome.NotLanded(status, reason, Optional.empty(), false)
        : new Outcome.Unknown(status, reason);
  }

  private static Outcome.Landed landed(
      HttpRequest request, HttpCall call, HttpResult.Answered answer) throws IOException {
    var form = request.arguments().path("output").asText("content");
    return new Outcome.Landed(HttpOutput.of(form, call, answer), "", Optional.empty());
  }
}
