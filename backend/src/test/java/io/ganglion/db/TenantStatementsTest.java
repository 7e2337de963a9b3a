package io.ganglion.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.HeldStatements.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each SQL statement of the backend names the one tenant it is of, or stands on a list with its
 * reason. Statements of Hibernate aren't looked at: its discriminator names the tenant in each.
 */
@Tag("arch")
class TenantStatementsTest {
  private static final Path MIGRATIONS = Path.of("../migrations");
  private static final Path LIST = Path.of("src/test/resources/citus/statements.txt");

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|USING|ONLY) \\(?(?:public\\.)?([a-z_0-9]+|%|…)");
  private static final Pattern OF_ONE =
      Pattern.compile(
          "tenant_id\\)? = (\\(?\\?|t\\.id|\\(SELECT)" // tenant_id = ?
              + "|\\btenant_id\\b[^)]*\\) (VALUES \\(|SELECT )\\?" // INSERT
              + "|tenant_id, [a-z_., ]+\\) [=<>]+ \\(\\?" // a row
              + "|VALUES \\(\\?");
  private static final Pattern OF_THE_TENANT = Pattern.compile("\\bid = \\?");
  private static final Pattern LOCKS =
      Pattern.compile("\\bFOR (NO KEY )?UPDATE\\b|\\bFOR (KEY )?SHARE\\b|WITH RECURSIVE");

  /** What a section of the list may hold. */
  private static final Map<String, Set<Kind>> SECTIONS =
      Map.of(
          "one", Set.of(Kind.SEVERAL),
          "fleet", Set.of(Kind.SILENT, Kind.SEVERAL),
          "made", Set.of(Kind.SILENT),
          "batch", Set.of(Kind.SEVERAL),
          "claim", Set.of(Kind.CLAIM, Kind.SEVERAL, Kind.SILENT));

  private final Set<String> distributed = distributed();

  /**
   * NONE: of no distributed table. ONE: of one tenant. SEVERAL: names tenants. SILENT: names none.
   * CLAIM: one of these two that locks rows, or recurs.
   */
  private enum Kind {
    NONE,
    ONE,
    SEVERAL,
    SILENT,
    CLAIM
  }

  @Test
  void every_statement_names_its_tenant_or_says_why_not() throws IOException {
    var listed = listed();
    var odd = new TreeSet<String>();
    for (var one : held()) {
      var kind = kind(one.sql());
      var section = section(listed, one.place());
      if (kind.compareTo(Kind.ONE) > 0
          && !SECTIONS.getOrDefault(section, Set.of()).contains(kind)) {
        odd.add("%s (%s) is on list '%s': %s".formatted(one.place(), kind, section, one.sql()));
      }
    }
    assertThat(odd)
        .as("name the tenant in the statement (tenant_id = ?), or its place in %s", LIST)
        .isEmpty();
  }

  @Test
  void the_list_holds_nothing_that_needs_no_reason() throws IOException {
    var odd =
        held().stream()
            .filter(one -> kind(one.sql()).compareTo(Kind.ONE) > 0)
            .map(Held::place)
            .collect(Collectors.toSet());
    var claims =
        held().stream()
            .filter(one -> kind(one.sql()) == Kind.CLAIM)
            .map(Held::place)
            .collect(Collectors.toSet());
    var listed = listed();
    for (var section : SECTIONS.keySet()) {
      assertThat(section.equals("claim") ? claims : odd)
          .as("what %s has under %s", LIST, section)
          .containsAll(listed.getOrDefault(section, List.of()));
    }
    assertThat(listed.values().stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
  }

  @Test
  void every_function_of_the_database_is_on_the_list() throws IOException {
    var made = new TreeSet<String>();
    for (var sql : migrations()) {
      Pattern.compile("CREATE (?:OR REPLACE )?FUNCTION (\\w+)")
          .matcher(sql)
          .results()
          .forEach(one -> made.add(one.group(1)));
    }
    var listed = new ArrayList<>(listed().get("function one"));
    listed.addAll(listed().get("function fleet"));
    assertThat(listed).as("functions in %s", LIST).containsExactlyInAnyOrderElementsOf(made);
  }

  @Test
  void the_sieve_sees_what_it_is_for() {
    assertThat(kind("SELECT id FROM run WHERE owner = ?")).isEqualTo(Kind.SILENT);
    assertThat(kind("SELECT id FROM run WHERE tenant_id = ? AND id = ?")).isEqualTo(Kind.ONE);
    assertThat(kind("SELECT tenant_id FROM run_queue WHERE due_at < now()"))
        .isEqualTo(Kind.SEVERAL);
    assertThat(kind("SELECT tenant_id FROM run_queue LIMIT ? FOR UPDATE SKIP LOCKED"))
        .isEqualTo(Kind.CLAIM);
    assertThat(kind("UPDATE worker SET heartbeat_at = now() WHERE id = ?")).isEqualTo(Kind.NONE);
    assertThat(kind("DELETE FROM %s WHERE id = ?")).isEqualTo(Kind.SILENT);
    assertThat(kind("SELECT name FROM tenant WHERE id = ?")).isEqualTo(Kind.ONE);
    assertThat(held())
        .hasSizeGreaterThan(400)
        .anyMatch(one -> one.place().equals("engine.Claimer.TAKE"));
    assertThat(distributed).contains("tenant", "run", "outbox").doesNotContain("worker", "person");
  }

  private static List<Held> held() {
    return HeldStatements.below(Path.of("src/main/java"), Path.of("../ledger/src/main/java"));
  }

  private Kind kind(String sql) {
    var tables = NAMED.matcher(sql).results().map(one -> one.group(1)).collect(Collectors.toSet());
    if (tables.stream()
        .noneMatch(name -> distributed.contains(name) || Set.of("%", "…").contains(name))) {
      return Kind.NONE;
    }
    boolean ofTheTenant = tables.contains("tenant") && OF_THE_TENANT.matcher(sql).find();
    boolean names = sql.contains("tenant_id");
    if (ofTheTenant || names && OF_ONE.matcher(sql).find()) {
      return Kind.ONE;
    }
    if (LOCKS.matcher(sql).find()) {
      return Kind.CLAIM;
    }
    return names ? Kind.SEVERAL : Kind.SILENT;
  }

  /** Tables that migrations make, without those that the script for Citus leaves or copies. */
  private static Set<String> distributed() {
    try {
      var tables = new TreeSet<String>();
      for (var sql : migrations()) {
        Pattern.compile("CREATE TABLE (\\w+)")
            .matcher(sql)
            .results()
            .forEach(one -> tables.add(one.group(1)));
      }
      Pattern.compile("\\('(\\w+)', +'(?:reference|local)'")
          .matcher(Files.readString(MIGRATIONS.resolve("citus/distribute.sql")))
          .results()
          .forEach(one -> tables.remove(one.group(1)));
      return tables;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> migrations() throws IOException {
    try (var files = Files.list(MIGRATIONS)) {
      var all = new ArrayList<String>();
      for (var file : files.filter(one -> one.toString().endsWith(".sql")).toList()) {
        all.add(Files.readString(file));
      }
      return all;
    }
  }

  private static String section(Map<String, List<String>> listed, String place) {
    return listed.entrySet().stream()
        .filter(one -> one.getValue().contains(place))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("none");
  }

  /** Places by section: below its name comes a reason, then a place a line. */
  private static Map<String, List<String>> listed() throws IOException {
    var sections = new HashMap<String, List<String>>();
    for (var part : Files.readString(LIST).split("(?m)^(?=\\[)")) {
      var lines = part.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        sections.put(lines.getFirst().replaceAll("[\\[\\]]", ""), lines.subList(2, lines.size()));
      }
    }
    return sections;
  }
}
