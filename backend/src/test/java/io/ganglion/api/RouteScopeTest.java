package io.ganglion.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation says what its caller needs. */
@Tag("arch")
class RouteScopeTest {
  @Test
  void every_route_names_its_scope_or_says_that_it_needs_none() {
    var open = new TreeSet<String>();
    int routes = 0;
    for (var type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ganglion.api")) {
      for (var method : type.getMethods()) {
        if (isRoute(method)) {
          routes++;
          if (!method.isAnnotatedWith(Scope.class)
              && !method.isAnnotatedWith(Public.class)
              && !method.isAnnotatedWith(Operator.class)) {
            open.add(method.getFullName());
          }
        }
      }
    }
    assertThat(open).isEmpty();
    assertThat(routes).isGreaterThan(40);
  }

  private static boolean isRoute(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
  }
}
