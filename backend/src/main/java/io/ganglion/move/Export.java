package io.ganglion.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * All rows of a sealed tenant as files of a folder that its owner alone reads: one a table, as COPY
 * writes it, and a manifest. What is in them is what the database has: sealed credentials stay
 * sealed, inputs and outputs are there as they are. Data keys are not among them.
 */
final class Export {
  private static final String SCHEMA =
      "SELECT max(version) || ', ' || count(*) || ' migrations' FROM flyway_schema_history WHERE success";

  /** Of people whom no tenant owns, those of this tenant. */
  static final Extra PEOPLE =
      new Extra("person", "id IN (SELECT m.person_id FROM member m WHERE m.tenant_id = '%1$s')");

  /** Errands name their tenant first. */
  static final Extra ERRANDS = new Extra("scheduled_tasks", "task_instance LIKE '%2$s/%%'");

  private Export() {}

  /** Rows of a table that has no tenants; the other cell may have them. */
  record Extra(String table, String which) {
    String where(Session cell) {
      return which.formatted(cell.id(), cell.tenant());
    }
  }

  /** The database's version; both cells must have the same. */
  static String schema(Session cell) {
    return cell.one(SCHEMA, row -> row.getString(1));
  }

  /**
   * Writes it anew, as the tenant is at one instant.
   *
   * @throws MoveFailed if the hold ledger is broken
   */
  static Manifest write(Session source, UUID move, Path folder) {
    delete(folder);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    source.atOnce(
        () -> {
          var tables = MovedTable.of(source);
          for (var table : tables) {
            if (!table.handedOver()) {
              var where = "%s = '%s'".formatted(table.key(), source.id());
              copy(source, table.name(), table.list(), where, folder);
            }
          }
          for (var extra : List.of(PEOPLE, ERRANDS)) {
            copy(source, extra.table(), "*", extra.where(source), folder);
          }
          new Manifest(move, schema(source), Sum.of(source, tables), LedgerHead.verified(source))
              .write(folder);
        });
    return Manifest.read(folder);
  }

  static Path file(Path folder, String table) {
    return folder.resolve(table + ".copy");
  }

  private static void copy(Session source, String table, String columns, String where, Path folder)
      throws SQLException {
    var sql = "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT".formatted(columns, table, where);
    try (var out = Files.newOutputStream(file(folder, table))) {
      source.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
