package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Acts that a session commits together.
 *
 * @param participants 1 to {@value #MOST}; the output lists their outputs in this order
 */
@Schema(name = "SessionGroupBody")
public record SessionGroupBody(
    @Schema(required = true, minItems = 1, maxItems = SessionGroupBody.MOST)
        @Nullable List<Participant> participants) {
  static final int MOST = 50;

  /**
   * One act of the group.
   *
   * @param key its name within the group
   */
  @Schema(name = "SessionParticipant")
  public record Participant(
      @Schema(required = true, examples = "post") @Nullable String key,
      @Schema(examples = "main") @Nullable String connection,
      @Schema(required = true, examples = "x.createPost") @Nullable String action,
      @Nullable JsonNode input) {}

  /**
   * The body as it is kept.
   *
   * @param known whether there is an action of a name
   */
  JsonNode toJson(Predicate<String> known) {
    if (participants == null || participants.isEmpty() || participants.size() > MOST) {
      throw new InvalidRequest("/participants", "send 1 to %d participants".formatted(MOST));
    }
    var body = Json.object();
    var kept = body.putArray("participants");
    var keys = new HashSet<String>();
    for (int i = 0; i < participants.size(); i++) {
      var pointer = "/participants/" + i;
      var one = participants.get(i);
      var key = SessionAnswers.key(one.key, pointer + "/key");
      if (!keys.add(key)) {
        throw new InvalidRequest(pointer + "/key", "another participant has this key");
      }
      var act = new SessionStepBody(one.connection, one.action, one.input);
      kept.add(act.toJson(known, pointer).put("key", key));
    }
    return body;
  }
}
