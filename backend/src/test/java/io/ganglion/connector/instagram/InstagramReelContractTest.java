package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;

class InstagramReelContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Reel();
  }

  static final class Reel extends InstagramContractTest.Account {
    @Override
    public String action() {
      return "publishReel";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("video_url", "https://img.example/1.mp4").put("caption", CAPTION);
    }
  }
}
