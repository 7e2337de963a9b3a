package io.ganglion.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.ganglion.kernel.Problem;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks values against JSON Schemas (2020-12 unless {@code $schema} says otherwise). */
@Singleton
public final class Schemas {
  private static final int MAX_CACHED = 1_000;
  private static final int MAX_REPORTED = 100;

  /** The latest used stay; compiling one again is only slow. */
  private final Map<JsonNode, Schema> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, Schema> eldest) {
          return size() > MAX_CACHED;
        }
      };

  private final Map<String, Schema> metaSchemas = new ConcurrentHashMap<>();

  /**
   * What is wrong with a value, in its order; empty when it is valid. At most 100.
   *
   * @throws SchemaInvalid as {@link #require}
   */
  public List<Problem.Violation> check(JsonNode schema, JsonNode value) {
    return mismatches(schema, value).stream()
        .map(m -> new Problem.Violation(m.pointer(), m.detail()))
        .distinct()
        .toList();
  }

  /**
   * As {@link #check}, with the keywords that were not met.
   *
   * @throws SchemaInvalid as {@link #require}, and when the check takes too long
   */
  public List<Mismatch> mismatches(JsonNode schema, JsonNode value) {
    try {
      return found(compile(schema), value);
    } catch (SchemaException e) {
      throw new SchemaInvalid(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new SchemaInvalid("the schema refers to itself without end");
    }
  }

  /**
   * Makes sure that a schema can be used.
   *
   * @throws SchemaInvalid if it is malformed or refers to a document outside itself
   */
  public void require(JsonNode schema) {
    if (!schema.isObject() && !schema.isBoolean()) {
      throw new SchemaInvalid("a schema is an object (or true or false)");
    }
    try {
      var metaSchema = metaSchemas.computeIfAbsent(dialect(schema), Schemas::metaSchema);
      var wrong = Alternatives.nearest(found(metaSchema, schema));
      if (!wrong.isEmpty()) {
        var first = wrong.getFirst();
        throw new SchemaInvalid("%s %s".formatted(first.pointer(), first.detail()).strip());
      }
      compile(schema);
    } catch (SchemaException e) {
      throw new SchemaInvalid(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new SchemaInvalid("the schema is nested too deeply");
    }
  }

  /**
   * As {@link #mismatches}, but of {@code oneOf} and {@code anyOf} only the alternative that was
   * nearest to fit.
   *
   * @throws SchemaInvalid as {@link #require}
   */
  public List<Mismatch> specific(JsonNode schema, JsonNode value) {
    return Alternatives.nearest(mismatches(schema, value));
  }

  private static List<Mismatch> found(Schema validator, JsonNode value) {
    return validator.validate(new Bounds(), value, OutputFormat.DEFAULT).stream()
        .sorted(Comparator.comparing(e -> e.getInstanceLocation().toString()))
        .limit(MAX_REPORTED)
        .map(Wording::mismatch)
        .toList();
  }

  private static String dialect(JsonNode schema) {
    return schema.path("$schema").asText(SpecificationVersion.DRAFT_2020_12.getDialectId());
  }

  private static Schema metaSchema(String dialect) {
    return registry().getSchema(SchemaLocation.of(dialect));
  }

  private Schema compile(JsonNode schema) {
    synchronized (compiled) {
      var known = compiled.get(schema);
      if (known != null) {
        return known;
      }
    }
    // One registry a schema: a shared one would let one tenant's $id stand in for another's.
    var made = registry().getSchema(schema.<JsonNode>deepCopy());
    made.initializeValidators();
    synchronized (compiled) {
      compiled.put(schema.deepCopy(), made);
    }
    return made;
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaLoader(loader -> loader.allow(iri -> isMetaSchema(String.valueOf(iri))))
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .locale(Locale.ROOT)
                        .pathType(PathType.JSON_POINTER)
                        .preloadSchema(true)
                        .regularExpressionFactory(BoundedPattern::new)
                        .build()));
  }

  /** The library carries these itself; everything else would have to be fetched. */
  private static boolean isMetaSchema(String iri) {
    return iri.startsWith("https://json-schema.org/draft/")
        || iri.startsWith("http://json-schema.org/draft-");
  }
}
