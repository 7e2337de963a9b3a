package io.ganglion.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Tells which members of an object may be null, and which are always there: what the records say,
 * and the generator of the document does not.
 */
final class ApiSchemas {
  static final String HOME = "#/components/schemas/";

  private static final String OURS = "io.ganglion.";
  private static final String KERNEL = OURS + "kernel";
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final PropertyNamingStrategies.NamingBase WIRE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private final Map<String, ClassInfo> records = new HashMap<>();

  ApiSchemas(IndexView index) {
    for (var one : index.getKnownClasses()) {
      if (one.isRecord() && one.name().toString().startsWith(OURS)) {
        // where two are called alike the one that says so is meant
        records.merge(name(one), one, (a, b) -> a.hasDeclaredAnnotation(SCHEMA) ? a : b);
      }
    }
  }

  void describe(OpenAPI document) {
    var schemas = document.getComponents().getSchemas();
    var asked = new HashSet<String>();
    for (var item : document.getPaths().getPathItems().values()) {
      item.getOperations().values().forEach(one -> reach(requests(one), schemas, asked));
    }
    schemas.forEach((name, schema) -> describe(name, schema, !asked.contains(name)));
  }

  /** The name of a type's schema; empty for what has none of its own. */
  Optional<String> name(Type type, Map<String, Schema> schemas) {
    if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
      var parts = new StringBuilder(simple(type.name()));
      type.asParameterizedType().arguments().forEach(one -> parts.append(simple(one.name())));
      return Optional.of(parts.toString()).filter(schemas::containsKey);
    }
    return records.entrySet().stream()
        .filter(one -> one.getValue().name().equals(type.name()))
        .map(Map.Entry::getKey)
        .filter(schemas::containsKey)
        .findFirst();
  }

  private void describe(String name, Schema schema, boolean answer) {
    var known = records.get(name.startsWith("Listing") ? "Listing" : name);
    if (known == null || schema.getProperties() == null) {
      return;
    }
    boolean whole = known.name().packagePrefix().equals(KERNEL); // its values are whole, or refused
    var required = new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
    for (var component : known.recordComponents()) {
      var field = WIRE.translate(component.name());
      var property = schema.getProperties().get(field);
      if (property == null) {
        continue;
      }
      if (nullable(component)) {
        orNull(property);
      }
      // the annotation can't stand on a component, and is kept on its field
      boolean always = !known.field(component.name()).hasAnnotation(INCLUDE);
      boolean needed = answer || whole || component.type().kind() == Type.Kind.PRIMITIVE;
      if (always && needed && !required.contains(field)) {
        required.add(field);
      }
    }
    if (!required.isEmpty()) {
      schema.setRequired(required);
    }
  }

  private static boolean nullable(RecordComponentInfo component) {
    return component.type().hasAnnotation(NULLABLE);
  }

  private static void orNull(Schema property) {
    var target = property.getRef();
    if (target != null) {
      if (target.endsWith("/Json")) {
        return; // any value, null among them
      }
      property.setRef(null);
      property.setType(null);
      property.addAnyOf(OASFactory.createSchema().ref(target));
      property.addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    } else if (property.getEnumeration() != null) {
      var words = OASFactory.createSchema().type(property.getType());
      words.setEnumeration(property.getEnumeration());
      property.setEnumeration(null);
      property.setType(null);
      property.addAnyOf(words);
      property.addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    } else if (property.getType() != null) {
      property.addType(SchemaType.NULL);
    }
  }

  private static List<Schema> requests(Operation operation) {
    return operation.getRequestBody() == null
        ? List.of()
        : operation.getRequestBody().getContent().getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(Objects::nonNull) // whatever the body may be
            .toList();
  }

  private static void reach(
      Iterable<Schema> from, Map<String, Schema> schemas, Set<String> reached) {
    for (var schema : from) {
      if (schema.getRef() != null) {
        var name = schema.getRef().substring(HOME.length());
        if (reached.add(name) && schemas.containsKey(name)) {
          reach(List.of(schemas.get(name)), schemas, reached);
        }
      }
      if (schema.getProperties() != null) {
        reach(schema.getProperties().values(), schemas, reached);
      }
      if (schema.getItems() != null) {
        reach(List.of(schema.getItems()), schemas, reached);
      }
      if (schema.getAdditionalPropertiesSchema() != null) {
        reach(List.of(schema.getAdditionalPropertiesSchema()), schemas, reached);
      }
    }
  }

  private static String name(ClassInfo one) {
    var schema = one.declaredAnnotation(SCHEMA);
    return schema != null && schema.value("name") != null
        ? schema.value("name").asString()
        : simple(one.name());
  }

  private static String simple(DotName name) {
    return name.withoutPackagePrefix().replaceAll(".*\\$", "");
  }
}
