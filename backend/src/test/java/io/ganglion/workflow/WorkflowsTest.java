package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.tenant.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class WorkflowsTest {
  private final TenantId tenant = TenantId.next();
  @Inject Tenants tenants;
  @Inject Workflows workflows;

  @BeforeEach
  void a_tenant() {
    tenants.create(tenant, "one");
  }

  @Test
  void a_version_is_read_as_it_was_sent() {
    var text = text("1.0.0", "hello");
    var stored = workflows.create(tenant, text);
    var document = workflows.get(tenant, stored.workflow().id());

    assertThat(stored.created()).isTrue();
    assertThat(document.workflow()).isEqualTo(stored.workflow());
    assertThat(document.content()).isEqualTo(text);
    assertThat(document.source().at("/document/name").asText()).isEqualTo("greet");
  }

  @Test
  void the_same_document_in_another_layout_is_the_same_version() {
    var first = workflows.create(tenant, text("1.0.0", "hello"));
    var again = workflows.create(tenant, "# a comment\n" + text("1.0.0", "hello"));

    assertThat(again).isEqualTo(new Stored(first.workflow(), false));
  }

  @Test
  void other_content_under_a_stored_version_is_refused() {
    workflows.create(tenant, text("1.0.0", "hello"));

    assertThatThrownBy(() -> workflows.create(tenant, text("1.0.0", "bye")))
        .isInstanceOfSatisfying(
            WorkflowProblem.class, p -> assertThat(p.code()).isEqualTo("version_exists"));
  }

  @Test
  void of_two_that_store_one_version_at_once_one_creates_it() throws Exception {
    Callable<Stored> store = () -> workflows.create(tenant, text("1.0.0", "hello"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var stored = threads.invokeAll(Stream.generate(() -> store).limit(6).toList());
      int created = 0;
      for (var one : stored) {
        created += one.get().created() ? 1 : 0;
        assertThat(one.get().workflow()).isEqualTo(stored.getFirst().get().workflow());
      }
      assertThat(created).isEqualTo(1);
    }
  }

  @Test
  void what_is_not_valid_is_not_stored() {
    assertThatThrownBy(() -> workflows.create(tenant, "document: {}"))
        .isInstanceOf(WorkflowProblem.class);
    assertThat(workflows.list(tenant, Optional.empty(), 10, Optional.empty()).data()).isEmpty();
  }

  @Test
  void references_name_one_version_or_the_latest() {
    for (var version : List.of("1.2.0", "1.10.0-rc.1", "1.10.0-rc.2", "1.9.9")) {
      workflows.create(tenant, text(version, "hello"));
    }
    var old = workflows.find(tenant, "test/greet:1.2.0").orElseThrow();

    assertThat(old.version()).isEqualTo("1.2.0");
    assertThat(workflows.find(tenant, old.id().toString())).contains(old);
    assertThat(workflows.find(tenant, "test/greet"))
        .map(WorkflowVersion::version)
        .contains("1.10.0-rc.2");
    workflows.create(tenant, text("1.10.0", "hello"));
    assertThat(workflows.find(tenant, "test/greet"))
        .map(WorkflowVersion::version)
        .contains("1.10.0");
  }

  @Test
  void references_to_nothing_find_nothing() {
    for (var reference :
        List.of(
            "test/greet",
            "test/greet:1.0.0",
            "wfl_no",
            WorkflowId.next().toString(),
            "",
            "a\0/b",
            "greet:1.0.0")) {
      assertThat(workflows.find(tenant, reference)).as(reference).isEmpty();
    }
  }

  @Test
  void a_definition_is_parsed_once() {
    var id = workflows.create(tenant, text("1.0.0", "hello")).workflow().id();
    var definition = workflows.definition(tenant, id);

    assertThat(definition.tasks()).hasSize(1);
    assertThat(workflows.definition(tenant, id)).isSameAs(definition);
  }

  @Test
  void versions_are_listed_from_the_newest_on() {
    for (var version : List.of("1.0.0", "2.0.0", "3.0.0")) {
      workflows.create(tenant, text(version, "hello"));
    }
    var first = workflows.list(tenant, Optional.of("test/greet"), 2, Optional.empty());
    var next =
        workflows.list(
            tenant, Optional.of("test/greet"), 2, first.next().map(WorkflowId::fromString));

    assertThat(first.data()).extracting(WorkflowVersion::version).containsExactly("3.0.0", "2.0.0");
    assertThat(next.data()).extracting(WorkflowVersion::version).containsExactly("1.0.0");
    assertThat(next.next()).isEmpty();
    assertThat(workflows.list(tenant, Optional.of("test/other"), 2, Optional.empty()).data())
        .isEmpty();
  }

  @Test
  @Tag("isolation")
  void another_tenant_finds_nothing_of_it() {
    var other = TenantId.next();
    tenants.create(other, "two");
    var stored = workflows.create(tenant, text("1.0.0", "hello")).workflow();
    workflows.definition(tenant, stored.id());

    assertThatThrownBy(() -> workflows.definition(other, stored.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> workflows.get(other, stored.id())).isInstanceOf(NotFound.class);
    assertThat(workflows.find(other, stored.id().toString())).isEmpty();
    assertThat(workflows.find(other, "test/greet:1.0.0")).isEmpty();
    assertThat(workflows.create(other, text("1.0.0", "bye")).created()).isTrue();
  }

  private static String text(String version, String word) {
    return """
        document: {dsl: '1.0.3', namespace: test, name: greet, version: '%s'}
        do:
          - greet:
              set: {word: %s}
        """
        .formatted(version, word);
  }
}
