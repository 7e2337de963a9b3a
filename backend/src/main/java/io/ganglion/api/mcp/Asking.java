package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.approval.Approval;
import io.ganglion.approval.Approvals;
import io.ganglion.approval.Approvals.Verdict;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.run.SessionStep;
import io.modelcontextprotocol.modern.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the client's user whether an act may be done. A client is asked on behalf of a caller that
 * may decide approvals; whoever sits there answers with that caller's rights.
 */
@ApplicationScoped
class Asking {
  static final int MAX_COMMENT = 2_000;

  /** More of what is asked isn't shown; the approval has all of it. */
  private static final int SHOWN = 2_000;

  private static final JsonNode FORM =
      Json.read(
          """
          {"type": "object", "required": ["decision"], "properties": {
            "decision": {"type": "string", "title": "Decision", "enum": ["approve", "reject"]},
            "comment": {"type": "string", "title": "Comment", "maxLength": %d}}}
          """
              .formatted(MAX_COMMENT));

  private final Approvals approvals;

  Asking(Approvals approvals) {
    this.approvals = approvals;
  }

  /** Whether this client can be asked, and may decide. */
  boolean possible(ToolCaller caller, McpRequestContext context, Approval approval) {
    return caller.decides()
        && context.clientCapabilities().supportsElicitationForm()
        && approval.asked().approvers().include(caller.decider());
  }

  static ElicitFormRequest form(Approval approval) {
    var detail = Json.write(approval.asked().detail());
    var message =
        "%s%n%s"
            .formatted(
                approval.asked().title(), detail.substring(0, Math.min(detail.length(), SHOWN)));
    return ElicitFormRequest.builder(message, ActionTools.map(FORM)).build();
  }

  /** An approval, for somebody who has to find it. */
  static ObjectNode shown(Approval approval) {
    var shown = Json.object();
    shown
        .putObject("approval")
        .put("id", approval.id().toString())
        .put("title", approval.asked().title())
        .put("expires_at", Rfc3339.write(approval.asked().expiresAt()));
    return shown;
  }

  /** Whether the user closed the question, and is not to be asked it again by the same call. */
  static boolean closed(Approval approval, @Nullable Map<String, Object> answers) {
    var answer = answers == null ? null : answers.get(approval.id().toString());
    return switch (Wire.object(answer).path("action").asText("")) {
      case "cancel", "decline" -> true;
      default -> false;
    };
  }

  /** Takes the user's answers to what was asked about a step; others mean nothing. */
  void take(ToolCaller caller, SessionStep step, @Nullable Map<String, Object> answers) {
    if (answers == null) {
      return;
    }
    answers.forEach(
        (key, answer) ->
            id(key)
                .map(id -> approvals.get(caller.tenant(), id))
                .filter(approval -> approval.asked().run().equals(step.run().id()))
                .filter(approval -> approval.asked().position().equals(step.place().position()))
                .ifPresent(approval -> decide(caller, approval, Wire.object(answer))));
  }

  private static Optional<ApprovalId> id(String text) {
    try {
      return Optional.of(ApprovalId.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Decides as the user said; one who closed the question has decided nothing. */
  void decide(ToolCaller caller, Approval approval, JsonNode answer) {
    if (!caller.decides()
        || !approval.pending()
        || !caller.agent().id().equals(approval.asked().agent())
        || !answer.path("action").asText("").equals("accept")) {
      return;
    }
    var content = answer.path("content");
    var verdict =
        switch (content.path("decision").asText("")) {
          case "approve" -> Optional.of(Verdict.APPROVE);
          case "reject" -> Optional.of(Verdict.REJECT);
          default -> Optional.<Verdict>empty();
        };
    var comment = content.path("comment").textValue();
    var bounded =
        comment == null ? null : comment.substring(0, Math.min(comment.length(), MAX_COMMENT));
    verdict.ifPresent(
        it -> approvals.decide(caller.tenant(), approval.id(), it, caller.decider(), bounded));
  }

  /** An answer that a client of a revision with sessions sent as a message of its own. */
  void answer(ToolCaller caller, String question, JsonNode answer) {
    id(question)
        .map(id -> approvals.get(caller.tenant(), id))
        .ifPresent(approval -> decide(caller, approval, answer));
  }

  /** Whether the question stands. */
  boolean open(ToolCaller caller, String question) {
    return id(question)
        .map(id -> approvals.get(caller.tenant(), id))
        .filter(Approval::pending)
        .isPresent();
  }
}
