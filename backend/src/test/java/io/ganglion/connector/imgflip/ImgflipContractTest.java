package io.ganglion.connector.imgflip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;

class ImgflipContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Account();
  }

  static final class Account implements Subject {
    private static final String PASSWORD = "imgflip-password";

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new ImgflipConnector(egress, clock);
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("username", "Ada-at-imgflip").put("password", PASSWORD);
    }

    @Override
    public String principal() {
      return "ada-at-imgflip";
    }

    @Override
    public String action() {
      return "caption";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("template_id", "61579").put("text0", "one does").put("text1", "not");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.method().equals("POST");
    }

    @Override
    public int effects() {
      return 0;
    }

    @Override
    public String reference() {
      return "";
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.PURE;
    }

    @Override
    public Reply on(Request request) {
      if (request.path().equals("/get_memes")) {
        return Reply.json(200, "{\"success\":true,\"data\":{\"memes\":[]}}");
      }
      if (!request.parameter("password").equals(PASSWORD)) {
        return Reply.json(200, "{\"success\":false,\"error_message\":\"Invalid password\"}");
      }
      var data = Json.object().put("url", "https://i.imgflip.com/1.jpg");
      // The echo stands for a careless server.
      data.put("page_url", "https://imgflip.com/i/1?" + request.parameter("password"));
      return Reply.json(200, Json.object().put("success", true).<ObjectNode>set("data", data));
    }
  }
}
