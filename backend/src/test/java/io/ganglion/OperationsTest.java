package io.ganglion;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.ganglion.api.Operator;
import io.ganglion.api.Public;
import io.ganglion.api.Scope;
import io.ganglion.api.SignedIn;
import io.ganglion.identity.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation of the API, found in the classes. */
@Tag("arch")
class OperationsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.ganglion.api");

  @Test
  void every_operation_names_its_scope_or_says_why_it_is_open() {
    assertThat(operations()).isNotEmpty();
    assertThat(
            operations()
                .filter(
                    one ->
                        Stream.of(Scope.class, Public.class, Operator.class, SignedIn.class)
                                .filter(one::isAnnotatedWith)
                                .count()
                            != 1)
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void every_scope_can_be_given_to_a_key() {
    assertThat(
            operations()
                .filter(one -> one.isAnnotatedWith(Scope.class))
                .flatMap(one -> Stream.of(one.getAnnotationOfType(Scope.class).value()))
                .filter(scope -> !scope.equals(Scope.ANY)))
        .isSubsetOf(Scopes.known());
  }

  @Test
  void every_resource_blocks_virtual_threads_only() {
    assertThat(
            CLASSES.stream()
                .filter(one -> one.isAnnotatedWith(Path.class))
                .filter(one -> !one.getModifiers().contains(ABSTRACT))
                .filter(one -> !one.isAnnotatedWith(RunOnVirtualThread.class))
                .map(one -> one.getName()))
        .isEmpty();
  }

  private static Stream<JavaMethod> operations() {
    List<JavaMethod> methods =
        CLASSES.stream()
            .filter(one -> one.isAnnotatedWith(Path.class))
            .flatMap(one -> one.getMethods().stream())
            .filter(
                method ->
                    method.getAnnotations().stream()
                        .anyMatch(mark -> mark.getRawType().isAnnotatedWith(HttpMethod.class)))
            .toList();
    return methods.stream();
  }
}
