package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;

/** How large the output of a step or a run may be. */
final class OutputLimit {
  /** As JSON in UTF-8. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  /** No character takes more: a control character is written as an escape. */
  private static final int CHARACTER = 6;

  /** No number, word or mark of structure around a value takes more. */
  private static final int VALUE = 32;

  private OutputLimit() {}

  /**
   * @throws Unwind.Fault when an output is larger
   */
  static void check(Visit visit, JsonNode output) {
    if (!fits(output)) {
      throw new Unwind.Fault(WorkflowError.tooLarge(visit.task().pointer(), MAX_BYTES));
    }
  }

  /** Written out only where it may be too large: this is asked of every step. */
  private static boolean fits(JsonNode output) {
    return rest(output, MAX_BYTES) >= 0
        || Json.write(output).getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /** What is left of so many bytes at least; negative when that may be nothing. */
  private static long rest(JsonNode node, long bytes) {
    long left = bytes - VALUE;
    if (node.isTextual()) {
      left -= (long) node.textValue().length() * CHARACTER;
    } else if (node.isNumber() && !node.isInt() && !node.isLong() && !node.isDouble()) {
      left -= node.asText().length();
    }
    for (var member : node.properties()) {
      if (left < 0) {
        return left;
      }
      left = rest(member.getValue(), left - (long) member.getKey().length() * CHARACTER);
    }
    if (node.isArray()) {
      for (var element : node) {
        if (left < 0) {
          return left;
        }
        left = rest(element, left);
      }
    }
    return left;
  }
}
