package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Brings a workflow file to the platform. */
final class Workflows {
  private static final int CONFLICT = 409;

  private Workflows() {}

  /**
   * @return the workflow as the platform has it; one that it had already is the same
   * @throws StackFailure when the file can't be read or the platform refuses it
   */
  static JsonNode deploy(ApiClient api, Path file) {
    try {
      return api.postYaml("/workflows", Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new StackFailure("there is no file " + file, e);
    } catch (IOException e) {
      throw new StackFailure("can't read %s: %s".formatted(file, e.getMessage()), e);
    } catch (ApiProblem e) {
      if (e.status() == CONFLICT && e.code().equals("version_exists")) {
        throw new StackFailure(
            "%s was changed, but this version of it exists with other content: raise document.version"
                .formatted(file),
            e);
      }
      throw e;
    }
  }
}
