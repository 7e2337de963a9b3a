package io.ganglion.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the OpenAPI document says of every operation: who may call it and how it fails. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Ganglion API",
            version = "1",
            description =
                "Runs agents' work on many platforms as one coherent whole. Errors are RFC 9457"
                    + " problems, lists are paged by cursor, every POST takes an Idempotency-Key."),
    components =
        @Components(schemas = @Schema(name = "Problem", implementation = ProblemBody.class)))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private static final String SCHEME = "api_key";

  /** A way to fail, and what it means. */
  private record Failure(String status, String meaning) {}

  private static final Failure MALFORMED =
      new Failure("400", "The request is malformed; errors points at what is wrong");
  private static final List<Failure> ALWAYS =
      List.of(
          new Failure("401", "No working API key was sent"),
          new Failure("403", "The API key lacks the scope"),
          new Failure("500", "Our fault; the trace_id finds it in the logs"),
          new Failure("503", "Too busy; nothing was done"));
  private static final List<Failure> WITH_BODY =
      List.of(
          new Failure("413", "The body is larger than 1 MiB"),
          new Failure("415", "The body is of another media type"));
  private static final List<Failure> POSTED =
      List.of(
          new Failure("409", "It contradicts the state of things, or its first try still runs"),
          new Failure("422", "It can't be done as asked, or its Idempotency-Key was used before"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .addSecurityScheme(
            SCHEME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key (gk_live_… or gk_lab_…), or the operator's token"));
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> describe(path, method, operation)));
  }

  private static void describe(String path, HttpMethod method, Operation operation) {
    if (!path.startsWith("/api/")) {
      return;
    }
    operation.addSecurityRequirement(
        OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of()));
    var failures = new ArrayList<>(ALWAYS);
    failures.add(MALFORMED);
    if (path.contains("{")) {
      failures.add(new Failure("404", "There is no such thing in the API key's tenant"));
    }
    if (operation.getRequestBody() != null) {
      failures.addAll(WITH_BODY);
    }
    if (has(operation, "If-Match")) {
      failures.add(new Failure("412", "It has changed since it was read"));
    }
    if (method == HttpMethod.POST) {
      failures.addAll(POSTED);
      operation.addParameter(idempotencyKey());
    }
    failures.forEach(failure -> add(operation, failure));
  }

  private static boolean has(Operation operation, String header) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> header.equals(one.getName()));
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description("Sent again with the same body, the request is answered as the first time")
        .schema(
            OASFactory.createSchema()
                .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                .maxLength(255));
  }

  private static void add(Operation operation, Failure failure) {
    var problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    operation
        .getResponses()
        .addAPIResponse(
            failure.status,
            OASFactory.createAPIResponse()
                .description(failure.meaning)
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            ProblemMapper.MEDIA_TYPE,
                            OASFactory.createMediaType().schema(problem))));
  }
}
