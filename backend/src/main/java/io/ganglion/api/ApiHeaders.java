package io.ganglion.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that the document names. */
final class ApiHeaders {
  private static final String HOME = "#/components/headers/";
  private static final String RETRY_AFTER = "Retry-After";
  private static final String LOCATION = "Location";
  private static final Map<String, String> MEANINGS =
      Map.of(
          "ETag",
          "The version of what was answered, for If-Match",
          VersionFilter.HEADER,
          "The date whose behaviour this is by",
          "Idempotent-Replayed",
          "true: this is the first answer under the Idempotency-Key again",
          "RateLimit",
          "What is left of each quota, and when it is full again",
          "RateLimit-Policy",
          "The quotas that apply to the caller",
          LOCATION,
          "Where the thing is, or will be when it is done",
          RETRY_AFTER,
          "Seconds to wait before the same is sent again");
  private static final List<String> OF_ALL =
      List.of("RateLimit", "RateLimit-Policy", VersionFilter.HEADER);

  /** Operations that say where to find what they made (201) or what goes on (202). */
  private static final Set<String> LOCATING =
      Set.of(
          "post_agents",
          "post_connections",
          "post_connectors",
          "post_effects_id_undo",
          "post_runs",
          "post_runs_id_retry",
          "post_workflows",
          "put_runs_id_groups_key",
          "put_runs_id_steps_key");

  private ApiHeaders() {}

  static void addTo(Components components) {
    MEANINGS.forEach(
        (name, meaning) ->
            components.addHeader(
                name,
                OASFactory.createHeader()
                    .description(meaning)
                    .schema(
                        OASFactory.createSchema()
                            .addType(
                                name.equals(RETRY_AFTER)
                                    ? SchemaType.INTEGER
                                    : SchemaType.STRING))));
  }

  /** Names the headers of an operation's successful answers. */
  static void describe(PathItem item, HttpMethod verb, Operation operation) {
    boolean versioned =
        verb != HttpMethod.POST
            && verb != HttpMethod.DELETE
            && item.getOperations().values().stream().anyMatch(one -> has(one, "If-Match"));
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (!status.startsWith("2")) {
                return;
              }
              OF_ALL.forEach(name -> add(response, name));
              if (verb == HttpMethod.POST) {
                add(response, "Idempotent-Replayed");
              }
              if (versioned) {
                add(response, "ETag");
              }
              if (!status.equals("200") && LOCATING.contains(operation.getOperationId())) {
                add(response, LOCATION);
              }
            });
  }

  static void retryAfter(APIResponse response) {
    add(response, RETRY_AFTER);
  }

  static boolean has(Operation operation, String header) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
        .anyMatch(one -> header.equals(one.getName()));
  }

  static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(255));
  }

  private static void add(APIResponse response, String name) {
    response.addHeader(name, OASFactory.createHeader().ref(HOME + name));
  }
}
