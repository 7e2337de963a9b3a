package io.ganglion.connector.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.OpenAiServer;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;

class ImageContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new ImageServer();
  }

  static final class ImageServer extends OpenAiServer {
    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new ImageConnector(egress, clock);
    }

    @Override
    public String action() {
      return "generate";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("prompt", "a cat").put("size", "512x512");
    }

    @Override
    protected Reply made(JsonNode body) {
      if (body.path("n").asInt() != 1) {
        return Reply.json(400, Json.object().put("message", "one image at a time"));
      }
      var answer = Json.object().put("created", 1);
      answer.putArray("data").addObject().put("url", "https://images.example/1.png");
      return Reply.json(200, answer);
    }
  }
}
