package io.ganglion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ganglion.kernel.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A failure, by RFC 9457.
 *
 * @param type its page in the documentation
 * @param code stable
 */
@Schema(name = "Problem", description = "A failure, by RFC 9457")
public record ProblemBody(
    @Schema(examples = "/docs/problems#not_found") String type,
    @Schema(examples = "Not found") String title,
    @Schema(examples = "404") int status,
    @Schema(description = "What happened and what to do about it") String detail,
    @Schema(description = "Stable; see the documentation", examples = "not_found") String code,
    @Schema(description = "What is wrong with the request, and where") List<Violation> errors,
    @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") String traceId) {

  /** One thing wrong with what was sent. */
  @Schema(name = "Violation")
  public record Violation(
      @Schema(description = "JSON pointer into the request", examples = "/name") String pointer,
      String detail,
      @Schema(description = "1-based line of the document, where there is one")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Integer line) {}

  static ProblemBody of(Problem problem, String traceId) {
    var errors =
        problem.errors().stream()
            .map(one -> new Violation(one.pointer(), one.detail(), one.line()))
            .toList();
    return new ProblemBody(
        "/docs/problems#" + problem.code(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.code(),
        errors,
        traceId);
  }
}
