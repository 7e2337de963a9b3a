package io.ganglion.move;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an export has.
 *
 * @param move the move it was made for
 * @param schema the database's version
 * @param sums by table, in the order in which they are brought in
 * @param ledger the head of the hold ledger
 */
record Manifest(UUID move, String schema, Map<String, Sum> sums, LedgerHead ledger) {
  private static final String NAME = "manifest.json";

  void write(Path folder) {
    var json = Json.object().put("move", move.toString()).put("schema", schema);
    json.putObject("ledger").put("lines", ledger.lines()).put("root", ledger.root());
    var tables = json.putArray("tables");
    sums.forEach(
        (table, sum) ->
            tables
                .addObject()
                .put("table", table)
                .put("rows", sum.rows())
                .put("checksum", sum.checksum()));
    try {
      var half = folder.resolve("half"); // who is killed here leaves none
      Files.writeString(half, Json.write(json));
      Files.move(half, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest read(Path folder) {
    try {
      return of(Json.parse(Files.readAllBytes(folder.resolve(NAME))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of an export that is there still, if it was made for that move. */
  static Optional<Manifest> of(Path folder, UUID move) {
    return Files.exists(folder.resolve(NAME))
        ? Optional.of(read(folder)).filter(one -> one.move.equals(move))
        : Optional.empty();
  }

  private static Manifest of(JsonNode json) {
    var sums = new LinkedHashMap<String, Sum>();
    for (var table : json.path("tables")) {
      sums.put(
          table.path("table").asText(),
          new Sum(table.path("rows").asLong(), table.path("checksum").asText()));
    }
    return new Manifest(
        UUID.fromString(json.path("move").asText()),
        json.path("schema").asText(),
        sums,
        new LedgerHead(
            json.path("ledger").path("lines").asLong(), json.path("ledger").path("root").asText()));
  }
}
