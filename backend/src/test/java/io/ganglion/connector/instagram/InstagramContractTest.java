package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class InstagramContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Account();
  }

  /** One professional account: containers need two looks to finish, and publish once. */
  static class Account implements Subject {
    private static final String ID = "17841400000000001";
    static final String CAPTION = "morning tea";
    private final Map<String, ObjectNode> containers = new HashMap<>();
    private final List<ObjectNode> media = new ArrayList<>();
    private int ids = 500;

    @Override
    public Connector connector(Egress egress, Clock clock) {
      var waiting = new Waiting(Duration.ofMillis(1), Duration.ofSeconds(2));
      return new InstagramConnector(egress, clock, waiting);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("access_token", "ig-access-token-secret");
    }

    @Override
    public String principal() {
      return ID;
    }

    @Override
    public String action() {
      return "publishPhoto";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("image_url", "https://img.example/1.png").put("caption", CAPTION);
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.path().endsWith("/media_publish");
    }

    @Override
    public int effects() {
      return media.size();
    }

    @Override
    public String reference() {
      return media.getLast().path("id").asText();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.RECONCILABLE;
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Unknown.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("the newest medium has the same caption", () -> publish(CAPTION));
      misses.put("the newest medium has another caption", () -> publish("evening tea"));
      misses.put("another container is published", this::publishAnother);
      return misses;
    }

    @Override
    public Reply on(Request request) {
      if (!request
          .headers()
          .getOrDefault("authorization", "")
          .equals("Bearer ig-access-token-secret")) {
        return error(401, 190, 0, "bad token");
      }
      var path = request.path();
      if (path.equals("/me")) {
        return Reply.json(200, Json.object().put("user_id", ID).put("username", "ganglion"));
      }
      if (path.equals("/%s/content_publishing_limit".formatted(ID))) {
        var body = Json.object();
        var limit = body.putArray("data").addObject().put("quota_usage", media.size());
        limit.putObject("config").put("quota_total", 25);
        return Reply.json(200, body);
      }
      if (path.equals("/%s/media".formatted(ID))) {
        return request.method().equals("POST") ? contain(Json.read(request.body())) : list();
      }
      if (path.equals("/%s/media_publish".formatted(ID))) {
        return publishContainer(Json.read(request.body()).path("creation_id").asText());
      }
      return request.method().equals("DELETE")
          ? delete(path.substring(1))
          : status(path.substring(1));
    }

    private Reply contain(JsonNode body) {
      var id = "c" + ids++;
      containers.put(
          id,
          Json.object()
              .put("caption", body.path("caption").asText())
              .put("status_code", "IN_PROGRESS"));
      return Reply.json(200, Json.object().put("id", id));
    }

    private Reply status(String id) {
      var container = containers.get(id);
      if (container == null) {
        return error(400, 100, 33, "Object does not exist");
      }
      var answer =
          Json.object().put("id", id).put("status_code", container.path("status_code").asText());
      if (container.path("status_code").asText().equals("IN_PROGRESS")) {
        container.put("status_code", "FINISHED");
      }
      return Reply.json(200, answer);
    }

    private Reply publishContainer(String id) {
      var container = containers.get(id);
      if (container == null) {
        return error(400, 100, 33, "Object does not exist");
      }
      if (container.path("status_code").asText().equals("PUBLISHED")) {
        return error(400, -1, 2_207_051, "The action was blocked.");
      }
      container.put("status_code", "PUBLISHED");
      return Reply.json(200, Json.object().put("id", publish(container.path("caption").asText())));
    }

    private String publish(String caption) {
      var id = "m" + ids++;
      media.add(
          Json.object()
              .put("id", id)
              .put("caption", caption)
              .put("timestamp", "2026-11-22T12:00:01+0000"));
      return id;
    }

    private void publishAnother() {
      containers.put("other", Json.object().put("caption", CAPTION).put("status_code", "FINISHED"));
      publishContainer("other");
    }

    private Reply list() {
      var body = Json.object();
      media.reversed().forEach(body.putArray("data")::add);
      return Reply.json(200, body);
    }

    private Reply delete(String id) {
      return media.removeIf(medium -> medium.path("id").asText().equals(id))
          ? Reply.json(200, Json.object().put("success", true))
          : error(400, 100, 33, "Object does not exist");
    }

    private static Reply error(int status, int code, int subcode, String message) {
      var error = Json.object().put("message", message).put("code", code);
      return Reply.json(status, Json.object().set("error", error.put("error_subcode", subcode)));
    }
  }
}
