package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;

/** The backend refused a request, in the words of its problem document (RFC 9457). */
final class ApiProblem extends StackFailure {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private ApiProblem(String message, int status, String code) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /**
   * @param call the request in short, as in "POST /runs"
   * @param problem the document; a missing node when the answer was none
   */
  static ApiProblem of(String call, int status, JsonNode problem) {
    String code = problem.path("code").asText();
    var text = new StringBuilder("%s answered %d".formatted(call, status));
    append(text, " ", code);
    append(text, ": ", problem.path("detail").asText(problem.path("title").asText()));
    for (JsonNode error : problem.path("errors")) {
      text.append("\n ");
      append(text, " line ", error.path("line").asText());
      append(text, " ", error.path("pointer").asText());
      append(text, ": ", error.path("detail").asText());
    }
    return new ApiProblem(text.toString(), status, code);
  }

  private static void append(StringBuilder text, String before, String part) {
    if (!part.isEmpty()) {
      text.append(before).append(part);
    }
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
