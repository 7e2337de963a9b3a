package io.ganglion.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The repository's files that no build looks at. */
final class InfraFolder {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path INFRA = ROOT.resolve("infra");

  private static final ObjectMapper JSON = new ObjectMapper();

  private InfraFolder() {}

  /** Every file below, in the order of their names. */
  static List<Path> below(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a YAML file. */
  static List<JsonNode> yaml(Path file) {
    var settings = LoadSettings.builder().setLabel(file.toString()).build();
    var documents = new ArrayList<JsonNode>();
    new Load(settings)
        .loadAllFromString(text(file))
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
