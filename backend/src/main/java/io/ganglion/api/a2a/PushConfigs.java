package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.a2a.Push;
import io.ganglion.a2a.Pushes;
import io.ganglion.egress.Egress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the methods of the protocol do with push notifications. */
@ApplicationScoped
class PushConfigs {
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_ID = 200;

  /** Configurations of one task. */
  private static final int MOST = 10;

  /** A header's value must not end the line; a scheme is one word. */
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e ]{1,2000}");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,50}");

  private final Tasks tasks;
  private final Pushes pushes;
  private final Egress egress;

  PushConfigs(Tasks tasks, Pushes pushes, Egress egress) {
    this.tasks = tasks;
    this.pushes = pushes;
    this.egress = egress;
  }

  /** Refuses one that can't be kept, before anything else is done. */
  void check(JsonNode config) {
    if (!config.isObject()) {
      throw A2aError.params("'taskPushNotificationConfig' has to be an object");
    }
    var url = text(config, "url");
    if (url == null) {
      throw A2aError.params("'url' has to be the address to tell");
    }
    try {
      var address = new URI(url);
      if (address.getRawFragment() != null) {
        throw A2aError.params("'url' has a fragment");
      }
      egress
          .refusal(address, Origin.TENANT)
          .ifPresent(
              why -> {
                throw A2aError.params("'url': " + why);
              });
    } catch (URISyntaxException e) {
      throw A2aError.params("'url' has to be an http or https address");
    }
    var proof = proof(config);
    var scheme = proof.scheme();
    if (scheme != null && !SCHEME.matcher(scheme).matches()) {
      throw A2aError.params("'authentication.scheme' has to be a scheme of HTTP, such as Bearer");
    }
    for (var value : new String[] {proof.token(), proof.credentials()}) {
      if (value != null && !VALUE.matcher(value).matches()) {
        throw A2aError.params("'token' and 'credentials' have to be printable ASCII");
      }
    }
    var id = text(config, "id");
    if (id != null && id.length() > MAX_ID) {
      throw A2aError.params("'id' has at most %d characters".formatted(MAX_ID));
    }
  }

  /** For a task that a message has begun. */
  ObjectNode keep(Tasks.Standing standing, JsonNode config) {
    var task = standing.task();
    var id = Optional.ofNullable(text(config, "id")).orElseGet(() -> Uuid7.next().toString());
    var there = pushes.list(task.tenant(), task.run());
    if (there.size() >= MOST && there.stream().noneMatch(one -> one.id().equals(id))) {
      throw A2aError.params("a task has at most %d push notifications".formatted(MOST));
    }
    var url = java.util.Objects.requireNonNull(text(config, "url"));
    var push = new Push(task.tenant(), task.run(), id, url, proof(config), null, 0);
    pushes.put(push);
    return view(push);
  }

  ObjectNode create(Peer peer, JsonNode params) {
    peer.needs("runs:write");
    var standing = tasks.get(peer, params.path("taskId").asText(""));
    check(params);
    return keep(standing, params);
  }

  ObjectNode get(Peer peer, JsonNode params) {
    var task = tasks.get(peer, params.path("taskId").asText("")).task();
    return pushes
        .find(task.tenant(), task.run(), params.path("id").asText(""))
        .map(PushConfigs::view)
        .orElseThrow(A2aError::noTask);
  }

  /** All of them: there are few. */
  ObjectNode list(Peer peer, JsonNode params) {
    var task = tasks.get(peer, params.path("taskId").asText("")).task();
    var answer = Json.object();
    var configs = answer.putArray("configs");
    pushes.list(task.tenant(), task.run()).forEach(push -> configs.add(view(push)));
    return answer.put("nextPageToken", "");
  }

  ObjectNode delete(Peer peer, JsonNode params) {
    peer.needs("runs:write");
    var task = tasks.get(peer, params.path("taskId").asText("")).task();
    pushes.delete(task.tenant(), task.run(), params.path("id").asText(""));
    return Json.object();
  }

  /** Credentials are not shown again. */
  private static ObjectNode view(Push push) {
    var view =
        Json.object()
            .put("taskId", push.run().toString())
            .put("id", push.id())
            .put("url", push.url());
    if (push.proof().scheme() != null) {
      view.putObject("authentication").put("scheme", push.proof().scheme());
    }
    return view;
  }

  private static Push.Proof proof(JsonNode config) {
    var authentication = config.path("authentication");
    return new Push.Proof(
        text(config, "token"), text(authentication, "scheme"), text(authentication, "credentials"));
  }

  private static @Nullable String text(JsonNode of, String field) {
    var value = of.path(field);
    if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
      throw A2aError.params(
          "'%s' has to be a text of at most %d characters".formatted(field, MAX_TEXT));
    }
    return value.textValue();
  }
}
