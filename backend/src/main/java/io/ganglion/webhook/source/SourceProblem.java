package io.ganglion.webhook.source;

import io.ganglion.kernel.Problem;
import java.time.Duration;

/** What can be refused of sources, and of what is sent to them. */
public final class SourceProblem extends Problem {
  private static final long serialVersionUID = 1;

  private SourceProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static SourceProblem tooMany(int most) {
    return new SourceProblem(
        409,
        "too_many_sources",
        "There are too many sources",
        "A tenant may have %d. Delete one that is not needed.".formatted(most));
  }

  static SourceProblem unsigned(String header) {
    return new SourceProblem(
        401,
        "signature_missing",
        "The signature is missing",
        "Send the header %s once.".formatted(header));
  }

  static SourceProblem forged() {
    return new SourceProblem(
        401,
        "signature_refused",
        "The signature is not right",
        "Sign the bytes of the body, as they are sent, with the source's secret.");
  }

  static SourceProblem stale(Duration tolerance) {
    return new SourceProblem(
        401,
        "timestamp_refused",
        "The request is too old or too new",
        "Its timestamp has to be within %d s of our clock. Sign it anew when you send it again."
            .formatted(tolerance.toSeconds()));
  }

  static SourceProblem contentType() {
    return new SourceProblem(
        415,
        "content_type_refused",
        "The platform does not send this",
        "Send JSON with the content type application/json, as the platform does; of Slack a form,"
            + " too.");
  }

  static SourceProblem noSecret() {
    return new SourceProblem(
        409,
        "source_without_secret",
        "The source has no secret",
        "What it gets is proven by the token in its address alone; rotate that.");
  }
}
