package io.ganglion.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Against X's own description of its API, served by somebody else's program, which refuses what the
 * description doesn't allow and answers by its schemas.
 */
@Tag("connectors")
@Tag("long")
class XSteadyTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("x");

  private final AtPeer x =
      new AtPeer(
          PEER, XConnector::new, Json.object().put("access_token", "of-a-test"), "2244994945");

  @AfterEach
  void close() {
    x.close();
  }

  @Test
  void what_is_sent_is_what_the_description_allows() {
    assertThat(x.whoami()).isInstanceOf(Connector.Whoami.Known.class);
    x.landed(x.prepared("createPost", Json.object().put("text", "tea at four")));
    var deleted = x.send("deletePost", Json.object().put("id", "1346889436626259968"));
    assertThat(deleted).isNotInstanceOf(Outcome.Unknown.class); // it tells by chance whether it did
    isAllowed("getPost", Json.object().put("id", "1346889436626259968"));
    isAllowed("recentPosts", Json.object());
    isAllowed("mentions", Json.object().put("since_id", "1346889436626259968"));
  }

  /** What is answered to reads is made up, and may be empty. */
  private void isAllowed(String action, ObjectNode arguments) {
    assertThat(x.send(action, arguments)).isNotInstanceOf(Outcome.NotLanded.class);
  }
}
