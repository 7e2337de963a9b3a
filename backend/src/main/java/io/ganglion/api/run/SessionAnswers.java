package io.ganglion.api.run;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.run.SessionStep;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The wire form that steps and groups of sessions share. */
final class SessionAnswers {
  /** Keys are part of positions, where other characters have a meaning. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}s");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private SessionAnswers() {}

  static String key(@Nullable String key, String pointer) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new InvalidRequest(
          pointer,
          "send 1 to 100 letters, digits, dots, underscores or hyphens, a letter or digit first");
    }
    return key;
  }

  /** How long to wait for a step's end, from {@code ?wait=30s}; not at all by default. */
  static Duration patience(@Nullable String wait) {
    if (wait == null) {
      return Duration.ZERO;
    }
    if (SECONDS.matcher(wait).matches()) {
      var asked = Duration.ofSeconds(Long.parseLong(wait.substring(0, wait.length() - 1)));
      if (asked.compareTo(LONGEST) <= 0) {
        return asked;
      }
    }
    throw new InvalidRequest("/wait", "send whole seconds up to 60s, e.g. wait=30s");
  }

  /** 200 once it has ended, else 202 and where to look. */
  static RestResponse<SessionStepView> of(SessionStep step) {
    if (step.ended()) {
      return RestResponse.ok(SessionStepView.of(step));
    }
    return RestResponse.ResponseBuilder.<SessionStepView>accepted()
        .location(URI.create("/api/v1/runs/" + step.run().id() + step.place().position()))
        .entity(SessionStepView.of(step))
        .build();
  }
}
