package io.ganglion.api;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * A way in which operations fail, as the document has it.
 *
 * @param name of the shared response
 */
record ApiFailure(String status, String name, String meaning) {
  static final List<ApiFailure> ALWAYS =
      List.of(
          new ApiFailure(
              "400", "Malformed", "The request is malformed; errors points at what is wrong"),
          new ApiFailure("429", "TooMany", "Too many requests; Retry-After says when to come back"),
          new ApiFailure("500", "Internal", "Our fault; the trace_id finds it in the logs"),
          new ApiFailure("503", "Unavailable", "Too busy, or something it needs is away"));
  static final List<ApiFailure> OF_CALLERS =
      List.of(
          new ApiFailure("401", "Unauthenticated", "No working credential was sent"),
          new ApiFailure("403", "Forbidden", "The caller lacks the scope, or may not do it"));
  static final ApiFailure MISSING =
      new ApiFailure("404", "NotFound", "There is no such thing in the caller's tenant");
  static final List<ApiFailure> WITH_BODY =
      List.of(
          new ApiFailure("413", "TooLarge", "The body is larger than 1 MiB"),
          new ApiFailure("415", "MediaType", "The body is of another media type"));
  static final ApiFailure CHANGED =
      new ApiFailure("412", "Changed", "It has changed since it was read");
  static final ApiFailure CONFLICT =
      new ApiFailure(
          "409", "Conflict", "It contradicts the state of things, or its first try still runs");
  static final ApiFailure UNPROCESSABLE =
      new ApiFailure(
          "422",
          "Unprocessable",
          "It can't be done as asked, or its Idempotency-Key was used before");

  private static final String HOME = "#/components/responses/";

  /** Adds the shared responses. */
  static void addTo(Components components) {
    Stream.of(
            ALWAYS.stream(),
            OF_CALLERS.stream(),
            WITH_BODY.stream(),
            Stream.of(MISSING, CHANGED, CONFLICT, UNPROCESSABLE))
        .flatMap(some -> some)
        .forEach(
            failure -> {
              var response = failure.response(failure.meaning);
              if (failure.status.equals("429") || failure.status.equals("503")) {
                ApiHeaders.retryAfter(response);
              }
              components.addResponse(failure.name, response);
            });
  }

  /** Adds it to an operation, which may have its own words for it. */
  void addTo(APIResponses responses) {
    var own = responses.getAPIResponse(status);
    responses.addAPIResponse(
        status,
        own == null
            ? OASFactory.createAPIResponse().ref(HOME + name)
            : response(said(own.getDescription())));
  }

  /** Failures that one operation alone has are problems, too. */
  static void complete(APIResponses responses) {
    responses
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              boolean failure = status.startsWith("4") || status.startsWith("5");
              if (failure && response.getRef() == null && response.getContent() == null) {
                response.setContent(problem());
              }
            });
  }

  /** A generated description says less than ours. */
  private String said(String description) {
    return description == null || description.equals("Bad Request") ? meaning : description;
  }

  private APIResponse response(String description) {
    return OASFactory.createAPIResponse().description(description).content(problem());
  }

  private static Content problem() {
    return OASFactory.createContent()
        .addMediaType(
            ProblemMapper.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(ApiSchemas.HOME + "Problem")));
  }
}
