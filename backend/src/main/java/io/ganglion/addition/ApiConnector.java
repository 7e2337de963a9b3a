package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.connector.endpoint.Authorized;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An API by its OpenAPI document. */
final class ApiConnector implements Connector {
  private static final int UNAUTHENTICATED = 401;

  private final TenantId tenant;
  private final Addition addition;
  private final Manifest manifest;
  private final Authorized authorized;
  private final Classifier classifier;
  private final Clock clock;

  /**
   * @param tenant whose it is, and whose tokens it uses
   */
  ApiConnector(TenantId tenant, Addition addition, Authorized authorized, Clock clock) {
    this.tenant = tenant;
    this.addition = addition;
    this.manifest = AdditionManifest.of(addition);
    this.authorized = authorized;
    this.classifier = new Classifier(addition.title());
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Optional<Manifest.Action> action(String name) {
    return addition.offer(name).map(Offer::action);
  }

  /** By the operation that the tenant named, else by the credentials themselves. */
  @Override
  public Whoami whoami(Session session) {
    var identity = addition.identity().filter(named -> addition.tells(named.action()));
    if (identity.isEmpty()) {
      var naming = addition.schemes().stream().flatMap(s -> s.naming().stream()).toList();
      return Account.of(session.baseUrl(), session.credentials().values(), naming);
    }
    var offer = addition.offer(identity.get().action()).orElseThrow();
    var act =
        new Act(offer.action(), EffectId.next(), Json.object(), offer.frozen(), Instant.EPOCH);
    var outcome = send(session, act);
    if (outcome instanceof Outcome.Landed landed) {
      var found = landed.output().at(identity.get().pointer());
      return found.isValueNode() && !found.isNull() && !found.asText().isBlank()
          ? new Whoami.Known(found.asText(), found.asText())
          : new Whoami.Refused(502, "its answer has nothing at " + identity.get().pointer());
    }
    return WhoamiAnswer.read(outcome, output -> "");
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    var wire = now(act);
    try {
      request(session, act, wire);
      return new Preparation.Ready(wire.toJson());
    } catch (Unsendable e) {
      return new Preparation.Refused(e.status(), e.why(), false);
    }
  }

  @Override
  public Outcome send(Session session, Act act) {
    var wire = act.handle().isNull() ? now(act) : http(act.handle());
    var secrets = session.credentials();
    Request request;
    try {
      request = request(session, act, wire);
    } catch (Unsendable e) {
      return new Outcome.NotLanded(e.status(), e.why(), Optional.empty(), false);
    }
    return switch (authorized.send(tenant.toString(), request.policy(), request.call())) {
      case Authorized.Attempt.Refused refused ->
          new Outcome.NotLanded(
              UNAUTHENTICATED,
              Authorized.NO_CREDENTIALS + secrets.hide(refused.reason()),
              Optional.empty(),
              refused.again());
      case Authorized.Attempt.Made made ->
          classifier.judge(
              made.result(), clock.instant(), hiding(made, secrets), ApiConnector::landed);
    };
  }

  /** The arguments that the tenant's mapping takes out of what landed. */
  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return addition
        .offer(act.action().name())
        .flatMap(offer -> offer.words().undo())
        .map(undo -> undo.of(act.arguments(), landed));
  }

  /** How it is sent by what is said now. */
  private Wire.Http now(Act act) {
    return http(addition.offer(act.action().name()).orElseThrow().frozen());
  }

  private static Wire.Http http(JsonNode json) {
    return (Wire.Http) Wire.of(json);
  }

  private record Request(Policy policy, io.ganglion.egress.HttpCall call) {}

  private Request request(Session session, Act act, Wire.Http http) throws Unsendable {
    var signing = Signing.of(addition.schemes(), http, session.credentials().values());
    var call =
        new ApiRequest(http, act.arguments(), act.effect())
            .call(
                session.baseUrl(),
                signing.signed(),
                session.origin(),
                act.action().timeout(),
                act.action().retryClass() == RetryClass.BLIND);
    return new Request(signing.policy(), call);
  }

  /** A token that was got for the call must not come back either; what is plain stays plain. */
  private static Credentials hiding(Authorized.Attempt.Made made, Credentials secrets) {
    return made.token().isEmpty() ? secrets : secrets.with("access token", made.token());
  }

  private static Outcome landed(HttpResult.Answered answer) throws IOException {
    var output = ApiBody.read(answer);
    return new Outcome.Landed(output, reference(answer, output), Optional.empty());
  }

  /** The platform's own name of what came to be, where it says one as most do. */
  private static String reference(HttpResult.Answered answer, JsonNode output) {
    for (var name : List.of("id", "uuid", "key")) {
      var value = output.path(name);
      if ((value.isTextual() || value.isIntegralNumber()) && value.asText().length() <= 500) {
        return value.asText();
      }
    }
    return answer.header("location").filter(place -> place.length() <= 500).orElse("");
  }
}
