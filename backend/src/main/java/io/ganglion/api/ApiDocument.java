package io.ganglion.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * What the OpenAPI document says of every operation: who may call it, what it takes and answers,
 * and how it fails.
 */
@OpenAPIDefinition(
    info = @Info(title = "Ganglion API", version = "1"),
    components =
        @Components(schemas = @Schema(name = "Problem", implementation = ProblemBody.class)))
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private static final String ABOUT =
      "Runs agents' work on many platforms as one coherent whole. Errors are RFC 9457 problems,"
          + " lists are paged by cursor, every POST takes an Idempotency-Key. Within v1 things are added;"
          + " who sends Ganglion-Version with a date keeps the behaviour of that day.";
  private static final String KEY = "api_key";
  private static final String OPERATOR = "operator";
  private static final String STREAM = "text/event-stream";
  private static final String JSON = "application/json";

  private final ApiRoutes routes;
  private final ApiSchemas schemas;

  /** For the build, which has an index of all classes. */
  public ApiDocument(IndexView index) {
    routes = new ApiRoutes(index);
    schemas = new ApiSchemas(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.setInfo(
        OASFactory.createInfo()
            .title("Ganglion API")
            .version("1")
            .description(ABOUT)
            .license(
                OASFactory.createLicense()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0")));
    document.setServers(
        List.of(OASFactory.createServer().url("/").description("This installation")));
    document
        .getComponents()
        .addSecurityScheme(
            KEY,
            bearer(
                "An API key (gk_live_… or gk_lab_…), or a person's access token. Browsers send the"
                    + " session's cookie instead, and X-CSRF-Token with changes. The list names the"
                    + " scope that is needed."))
        .addSecurityScheme(OPERATOR, bearer("The token of the installation's operator"));
    ApiFailure.addTo(document.getComponents());
    ApiHeaders.addTo(document.getComponents());
    document.getPaths().getPathItems().forEach((path, item) -> describe(document, path, item));
    Optional.ofNullable(document.getTags())
        .orElse(List.of())
        .forEach(tag -> tag.setDescription(ApiWords.ofTag(tag.getName())));
    schemas.describe(document);
    document.getComponents().getSchemas().forEach(ApiWords::describe);
    var examples = new ApiExamples(document.getComponents().getSchemas());
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(examples::addTo));
  }

  private static SecurityScheme bearer(String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }

  private void describe(OpenAPI document, String path, PathItem item) {
    item.getOperations()
        .forEach(
            (verb, operation) -> {
              operation.setOperationId(
                  (verb + path.substring("/api/v1".length()).replaceAll("[^a-zA-Z0-9]+", "_"))
                      .toLowerCase(java.util.Locale.ROOT)
                      .replaceAll("_$", ""));
              callers(verb, path, operation);
              answers(document, verb, path, operation);
              parameters(verb, operation);
              body(operation);
              failures(verb, path, operation)
                  .forEach(failure -> failure.addTo(operation.getResponses()));
              ApiFailure.complete(operation.getResponses());
              ApiHeaders.describe(item, verb, operation);
            });
  }

  private void callers(HttpMethod verb, String path, Operation operation) {
    if (routes.isPublic(verb, path)) {
      operation.setSecurity(List.of());
      return;
    }
    var scheme = routes.isOperators(verb, path) ? OPERATOR : KEY;
    var scopes = routes.scopes(verb, path);
    operation.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme(scheme, scopes)));
    if (!scopes.isEmpty()) {
      operation.setDescription(
          Optional.ofNullable(operation.getDescription()).map(it -> it + "\n\n").orElse("")
              + (scopes.size() == 1 ? "Scope: " : "Scopes, all of them: ")
              + scopes.stream().map("`%s`"::formatted).collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** Each answer that says nothing of its body holds what the method returns. */
  private void answers(OpenAPI document, HttpMethod verb, String path, Operation operation) {
    var responses = operation.getResponses();
    if (routes.streams(verb, path)) {
      responses.removeAPIResponse("204");
      responses
          .getAPIResponse("200")
          .getContent()
          .addMediaType(
              STREAM,
              OASFactory.createMediaType()
                  .schema(
                      OASFactory.createSchema()
                          .addType(SchemaType.STRING)
                          .description("Server-sent events; Last-Event-ID resumes after one")));
    }
    routes
        .answer(verb, path)
        .flatMap(type -> schemas.name(type, document.getComponents().getSchemas()))
        .ifPresent(
            name ->
                responses.getAPIResponses().values().stream()
                    .filter(response -> response.getContent() == null)
                    .filter(response -> isSuccess(responses.getAPIResponses(), response))
                    .forEach(response -> response.setContent(json(name))));
  }

  private static boolean isSuccess(Map<String, APIResponse> all, APIResponse response) {
    return all.entrySet().stream()
        .anyMatch(one -> one.getValue() == response && one.getKey().matches("20[0-3]"));
  }

  private static org.eclipse.microprofile.openapi.models.media.Content json(String schema) {
    return OASFactory.createContent()
        .addMediaType(
            JSON,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(ApiSchemas.HOME + schema)));
  }

  private static void parameters(HttpMethod verb, Operation operation) {
    if (verb == HttpMethod.POST) {
      operation.addParameter(ApiHeaders.idempotencyKey());
    }
    Optional.ofNullable(operation.getParameters())
        .orElse(List.of())
        .forEach(parameter -> ApiWords.describe(operation.getOperationId(), parameter));
  }

  private static void body(Operation operation) {
    if (operation.getRequestBody() == null) {
      return;
    }
    var content = operation.getRequestBody().getContent();
    if (content.hasMediaType("*/*")) {
      content.removeMediaType("*/*");
      for (var type :
          List.of(JSON, "application/cloudevents+json", "application/cloudevents-batch+json")) {
        content.addMediaType(type, OASFactory.createMediaType());
      }
    }
    for (var type : List.copyOf(content.getMediaTypes().keySet())) {
      ApiWords.ofBody(operation.getOperationId(), type)
          .ifPresent(words -> content.addMediaType(type, words));
    }
  }

  private List<ApiFailure> failures(HttpMethod verb, String path, Operation operation) {
    var failures = new ArrayList<>(ApiFailure.ALWAYS);
    if (!routes.isPublic(verb, path)) {
      failures.addAll(ApiFailure.OF_CALLERS);
    }
    if (path.contains("{")) {
      failures.add(ApiFailure.MISSING);
    }
    if (operation.getRequestBody() != null) {
      failures.addAll(ApiFailure.WITH_BODY);
    }
    if (ApiHeaders.has(operation, "If-Match")) {
      failures.add(ApiFailure.CHANGED);
    }
    if (verb != HttpMethod.GET) {
      failures.add(ApiFailure.CONFLICT);
    }
    if (verb == HttpMethod.POST || operation.getRequestBody() != null) {
      failures.add(ApiFailure.UNPROCESSABLE);
    }
    return failures;
  }
}
