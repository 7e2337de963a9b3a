package io.ganglion.trial.scenario;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.Texts;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All scenarios; a bad document keeps the application from starting. */
@Startup
@ApplicationScoped
public class Scenarios {
  private static final String FOLDER = "/scenarios/";

  private final Map<String, Scenario> scenarios;

  Scenarios(Schemas schemas) {
    var schema = Json.read(text("schema.json"));
    var read = new LinkedHashMap<String, Scenario>();
    for (var name : text("index").strip().split("\\s+")) {
      var document = Texts.value(text(name + ".yaml"));
      var wrong = schemas.check(schema, document);
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("scenario %s: %s".formatted(name, wrong));
      }
      read.put(name, ScenarioReader.read(document));
    }
    this.scenarios = Collections.unmodifiableMap(read);
  }

  /** From the simplest on. */
  public List<Scenario> all() {
    return List.copyOf(scenarios.values());
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is none of this name
   */
  public Scenario get(String name) {
    var scenario = scenarios.get(name);
    if (scenario == null) {
      throw new NotFound("scenario");
    }
    return scenario;
  }

  private static String text(String file) {
    try (var in =
        Objects.requireNonNull(Scenarios.class.getResourceAsStream(FOLDER + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
