package io.ganglion.api.web;

import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The compressed copies that the dashboard's build put beside its files. They are listed once: the
 * folder of a process doesn't change.
 */
final class Copies {
  /** A content coding of RFC 9110, section 8.4.1, and the ending of its copies. */
  enum Coding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    final String name;
    final String ending;

    Coding(String name, String ending) {
      this.name = name;
      this.ending = ending;
    }
  }

  record Copy(Coding coding, Path file) {}

  private final Set<Path> there;

  /**
   * @param dist the built dashboard; where there is no such folder there are no copies
   */
  Copies(Path dist) {
    if (!Files.isDirectory(dist)) {
      there = Set.of();
      return;
    }
    try (var files = Files.walk(dist)) {
      there = files.filter(Copies::isCopy).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCopy(Path file) {
    return Arrays.stream(Coding.values()).anyMatch(it -> file.toString().endsWith(it.ending));
  }

  /** The smallest copy of a file that the request accepts by name. */
  Optional<Copy> of(Path file, RoutingContext request) {
    var accepted =
        request.parsedHeaders().acceptEncoding().stream()
            .filter(it -> it.weight() > 0)
            .map(ParsedHeaderValue::value)
            .toList();
    return Arrays.stream(Coding.values())
        .filter(it -> accepted.stream().anyMatch(it.name::equalsIgnoreCase))
        .map(it -> new Copy(it, Path.of(file + it.ending)))
        .filter(it -> there.contains(it.file()))
        .findFirst();
  }
}
