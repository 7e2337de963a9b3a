package io.ganglion.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The only place where failures become answers: problem documents of RFC 9457. */
@Singleton
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  static final String MEDIA_TYPE = "application/problem+json";

  private final AllowedMethods methods;
  private final ObjectMapper wire;

  ProblemMapper(AllowedMethods methods, ObjectMapper wire) {
    this.methods = methods;
    this.wire = wire;
  }

  @ServerExceptionMapper
  RestResponse<ProblemBody> problem(Problem problem, HttpServerRequest request) {
    var answer = answer(problem, Trace.of(request));
    var path = request.path();
    if (problem.status() == 405 && path != null) {
      var allowed = methods.at(path, request.method().name());
      answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
    }
    return answer;
  }

  @ServerExceptionMapper
  RestResponse<ProblemBody> invalid(
      ConstraintViolationException invalid, HttpServerRequest request) {
    var errors =
        invalid.getConstraintViolations().stream()
            .map(one -> new Problem.Violation(Pointers.of(one.getPropertyPath()), text(one)))
            .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
            .toList();
    return answer(new InvalidRequest(errors), Trace.of(request));
  }

  @ServerExceptionMapper
  RestResponse<ProblemBody> framework(WebApplicationException refused, HttpServerRequest request) {
    for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem(problem, request);
      }
    }
    int status = refused.getResponse().getStatus();
    var problem =
        switch (status) {
          case 404 -> RequestProblem.noRoute();
          case 405 -> RequestProblem.method();
          case 406 -> notAcceptable(request);
          case 413 -> RequestProblem.tooLarge(BodyFilter.MAX_BYTES);
          case 415 -> RequestProblem.mediaType();
          default -> status < 500 ? RequestProblem.malformed(status) : null;
        };
    return problem == null ? bug(refused, request) : problem(problem, request);
  }

  private RequestProblem notAcceptable(HttpServerRequest request) {
    var path = request.path();
    return RequestProblem.notAcceptable(
        path == null ? Set.of() : methods.types(path, request.method().name()));
  }

  /** Ends a request that no operation sees. */
  void end(Problem problem, RoutingContext request) {
    var body = ProblemBody.of(problem, Trace.of(request.request()));
    try {
      request
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
          .end(Buffer.buffer(wire.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bug: logged once, told without a word of what it was. */
  @ServerExceptionMapper
  RestResponse<ProblemBody> bug(Throwable bug, HttpServerRequest request) {
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem(problem, request);
      }
      if (cause instanceof HttpClosedException) { // nobody is left to be answered
        LOG.debugf("%s %s: the caller hung up", request.method(), request.path());
        return answer(RequestProblem.internal(), Trace.of(request));
      }
    }
    var trace = Trace.of(request);
    LOG.errorf(bug, "%s %s failed, trace_id=%s", request.method(), told(request.path()), trace);
    return answer(RequestProblem.internal(), trace);
  }

  /** The relay's paths hold the mark that opens it. */
  private static @Nullable String told(@Nullable String path) {
    return path != null && path.startsWith("/federation/") ? "/federation/…" : path;
  }

  private static String text(ConstraintViolation<?> one) {
    return one.getMessage();
  }

  private static RestResponse<ProblemBody> answer(Problem problem, String trace) {
    var builder =
        RestResponse.ResponseBuilder.<ProblemBody>create(problem.status())
            .entity(ProblemBody.of(problem, trace))
            .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    switch (problem.status()) {
      case 401 -> builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 429, 503 ->
          builder.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().plusMillis(999).toSeconds());
      default -> {}
    }
    return builder.build();
  }
}
