package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;

/** A server behind a token that each call brings itself. */
public abstract class EndpointSubject implements Subject {
  protected static final String TOKEN = "literal-bearer-secret";

  private final RetryClass retryClass;

  protected EndpointSubject(RetryClass retryClass) {
    this.retryClass = retryClass;
  }

  /** What the server does once the token was right. */
  protected abstract Reply known(Request request);

  /** Adds the endpoint and its token to a call's arguments. */
  protected static ObjectNode at(String address, ObjectNode arguments) {
    arguments
        .putObject("endpoint")
        .put("uri", address)
        .putObject("authentication")
        .putObject("bearer")
        .put("token", TOKEN);
    return arguments;
  }

  @Override
  public final Reply on(Request request) {
    return request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)
        ? known(request)
        : Reply.json(401, "{}");
  }

  /** Not a connection's: what the call itself carries and nobody may see again. */
  @Override
  public final JsonNode credentials() {
    return Json.object().put("token", TOKEN);
  }

  @Override
  public final String principal() {
    return "";
  }

  @Override
  public final boolean hasAccount() {
    return false;
  }

  @Override
  public final String action() {
    return "request";
  }

  @Override
  public String reference() {
    return "";
  }

  @Override
  public final RetryClass retryClass() {
    return retryClass;
  }
}
