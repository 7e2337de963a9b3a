package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.effect.Intent;
import io.ganglion.run.Step;
import java.util.List;

/** Does what a model chose, within what it may choose. */
final class Acting {
  /** More calls of one answer are not made; the model is told so. */
  static final int MAX_ACTS = 8;

  private final ActionCall calls;

  Acting(ActionCall calls) {
    this.calls = calls;
  }

  /** Makes a call of ours, for the visit it gets. */
  JsonNode made(Visit part, String function, ObjectNode arguments) {
    return calls.made(part, intent(part, function, arguments));
  }

  /**
   * Does what was chosen.
   *
   * @param part the visit that it gets
   * @param index of the choice among those of one answer
   * @throws Unwind.Fault for the model to read
   */
  JsonNode done(Visit part, Tools tools, int index, Choice choice) {
    var recorded = part.walk().journal().recorded(part.position());
    if (recorded.isPresent()) {
      ActionCall.remember(part);
      Timeouts.after(part, recorded.get());
      return Leaves.answer(part, recorded.get());
    }
    Timeouts.beforeNew(part);
    Intent intent;
    try {
      intent = chosen(part, tools, index, choice);
    } catch (Unwind.Fault fault) { // policies change: a replay must come to the same
      Step refused = part.faulted(fault.error(), 1);
      part.append(refused, List.of());
      throw fault;
    }
    return calls.made(part, intent);
  }

  private Intent chosen(Visit part, Tools tools, int index, Choice choice) {
    if (index >= MAX_ACTS) {
      throw refused(part, "at most %d calls are made at once; ask again".formatted(MAX_ACTS));
    }
    var tool = tools.find(choice.name());
    if (tool.isEmpty()) {
      throw refused(part, "there is no such tool; take one of those that were given");
    }
    var arguments = choice.parsed();
    if (arguments.isEmpty()) {
      throw refused(part, "the arguments are not a JSON object that can be sent");
    }
    if (arguments.get().has("connection")) {
      throw refused(part, "'connection' is not the model's to choose");
    }
    var own = arguments.get().put("connection", tool.get().connection());
    return intent(part, tool.get().function(), own);
  }

  private static Unwind.Fault refused(Visit part, String detail) {
    return part.fault(WorkflowError.Kind.VALIDATION, detail);
  }

  private Intent intent(Visit part, String function, ObjectNode arguments) {
    return calls.intent(part, function, CallArguments.plain(arguments), part.position(), 0);
  }
}
