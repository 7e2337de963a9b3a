package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.approval.Approval;
import io.ganglion.approval.OnTimeout;
import io.ganglion.approval.RunApprovals;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Commits;
import io.ganglion.db.Write;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.Durations;
import io.ganglion.workflow.Task;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ganglion.approval}: the run waits until somebody decides. The question is asked once; what
 * a replay finds is the decision.
 */
final class ApprovalCall {
  private final Deciding deciding;

  ApprovalCall(Deciding deciding) {
    this.deciding = deciding;
  }

  JsonNode call(Visit visit, Task.Call task) {
    var known = visit.walk().approvals().find(visit.position(), 0);
    var settled = deciding.settled(visit, known.orElseGet(() -> ask(visit, task)));
    if (settled.failed()) {
      var error = Deciding.refusal(visit, settled, settled.asked().title());
      visit.append(visit.faulted(error, 1), List.of());
      throw new Unwind.Fault(error);
    }
    var output = output(settled);
    var step = visit.completed(output, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step);
    return output;
  }

  private static JsonNode output(Approval settled) {
    var decision = java.util.Objects.requireNonNull(settled.decision());
    return Json.object()
        .put("approval", settled.id().toString())
        .put("approved", settled.granted())
        .put("decision", settled.state().name().toLowerCase(Locale.ROOT))
        .put("by", decision.by())
        .put("comment", decision.comment())
        .put("at", decision.at().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** Asks, durably. */
  private static Approval ask(Visit visit, Task.Call task) {
    var walk = visit.walk();
    var question = question(visit, visit.evaluate(task.with()));
    var unit = new ArrayList<Write>();
    unit.add(new RunWrite.NotCancelled(walk.run().tenant(), walk.run().id()));
    unit.addAll(RunApprovals.ask(question));
    try {
      Commits.await(walk.scope().commits().submit(walk.run().id().uuid(), unit));
    } catch (CommitFailed.Refused cancelled) {
      throw new Unwind.Cancelled();
    }
    var approval = Approval.pending(question);
    walk.approvals().put(approval);
    return approval;
  }

  private static Approval.Asked question(Visit visit, JsonNode with) {
    var run = visit.walk().run();
    var title = with.path("title").asText();
    var detail = with.path("detail");
    var shown = detail.isMissingNode() ? NullNode.getInstance() : detail;
    if (title.isBlank()
        || title.length() > Approval.MAX_TITLE
        || title.chars().anyMatch(Character::isISOControl)) {
      throw invalid(visit, "'title' must be one line of 1 to %d characters", Approval.MAX_TITLE);
    }
    if (Json.write(shown).length() > Approval.MAX_DETAIL_BYTES) {
      throw invalid(visit, "'detail' must have at most %,d bytes", Approval.MAX_DETAIL_BYTES);
    }
    var now = visit.walk().lease().now().truncatedTo(ChronoUnit.MICROS); // as it is stored
    return new Approval.Asked(
        run.tenant(),
        ApprovalId.next(),
        run.id(),
        visit.position(),
        0,
        run.agent(),
        null,
        title,
        shown,
        onTimeout(visit, with),
        approvers(visit, with),
        now,
        now.plus(patience(visit, with)));
  }

  private static OnTimeout onTimeout(Visit visit, JsonNode with) {
    try {
      return OnTimeout.of(with.path("onTimeout").asText("fail"));
    } catch (IllegalArgumentException e) {
      throw invalid(visit, "'onTimeout' must be approve, reject or fail");
    }
  }

  private static Approvers approvers(Visit visit, JsonNode with) {
    try {
      return new Approvers(with.path("approvers").valueStream().map(JsonNode::asText).toList());
    } catch (IllegalArgumentException e) {
      throw invalid(visit, "'approvers': %s", String.valueOf(e.getMessage()));
    }
  }

  private static Duration patience(Visit visit, JsonNode with) {
    if (!with.has("timeout")) {
      return Gate.PATIENCE;
    }
    try {
      return Durations.of(with.get("timeout"));
    } catch (IllegalArgumentException e) {
      throw invalid(visit, "'timeout': %s", String.valueOf(e.getMessage()));
    }
  }

  private static Unwind.Fault invalid(Visit visit, String detail, Object... values) {
    return visit.fault(WorkflowError.Kind.VALIDATION, detail.formatted(values));
  }
}
