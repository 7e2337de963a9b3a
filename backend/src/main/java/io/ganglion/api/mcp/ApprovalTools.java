package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ganglion.api.approval.ApprovalView;
import io.ganglion.api.mcp.OwnTools.OwnTool;
import io.ganglion.approval.ApprovalFilter;
import io.ganglion.approval.ApprovalState;
import io.ganglion.approval.Approvals;
import io.ganglion.approval.Approvals.Verdict;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the agent's runs wait to be allowed. */
@ApplicationScoped
class ApprovalTools {
  private static final int LISTED = 50;

  private final Approvals approvals;
  private final ObjectMapper wire;

  ApprovalTools(Approvals approvals, ObjectMapper wire) {
    this.approvals = approvals;
    this.wire = wire;
  }

  List<OwnTool> all() {
    return List.of(
        new OwnTool(
            "ganglion_approvals_list",
            "List what waits for a decision",
            "What runs of this agent wait to be allowed, newest first, at most 50.",
            "approvals:read",
            true,
            "{\"type\":\"object\",\"additionalProperties\":false}",
            (caller, arguments, notifier) -> list(caller)),
        new OwnTool(
            "ganglion_approvals_decide",
            "Approve or reject",
            "Decides an approval of this agent. Ask your user first: what is approved is done.",
            "approvals:write",
            false,
            """
            {"type":"object","additionalProperties":false,"required":["approval","decision"],"properties":{
             "approval":{"type":"string","description":"apr_…"},"decision":{"enum":["approve","reject"]},
             "comment":{"type":"string","maxLength":2000}}}
            """,
            (caller, arguments, notifier) -> decide(caller, arguments)));
  }

  private JsonNode list(ToolCaller caller) {
    var filter =
        new ApprovalFilter(
            Optional.of(ApprovalState.PENDING), Optional.empty(), Optional.of(caller.agent().id()));
    var page = approvals.list(caller.tenant(), filter, LISTED, Optional.empty());
    var answer = Json.object();
    var found = answer.putArray("approvals");
    page.data().forEach(one -> found.add(wire.<JsonNode>valueToTree(ApprovalView.of(one))));
    return answer.put("more", page.next().isPresent());
  }

  private JsonNode decide(ToolCaller caller, JsonNode arguments) {
    ApprovalId id;
    try {
      id = ApprovalId.fromString(arguments.path("approval").asText());
    } catch (IllegalArgumentException e) {
      throw new NotFound("approval");
    }
    var approval = approvals.get(caller.tenant(), id);
    if (!caller.agent().id().equals(approval.asked().agent())) {
      throw new NotFound("approval");
    }
    var verdict =
        arguments.path("decision").asText().equals("approve") ? Verdict.APPROVE : Verdict.REJECT;
    var comment = arguments.path("comment").textValue();
    return wire.valueToTree(
        ApprovalView.of(approvals.decide(caller.tenant(), id, verdict, caller.decider(), comment)));
  }
}
