package io.ganglion.workflow;

import java.util.Optional;
import java.util.Set;

/** Reads {@code metadata}, of which only {@code metadata.ganglion} means anything to us. */
final class MetadataReader {
  private MetadataReader() {}

  /**
   * @param kind of the task that carries it
   * @param readers for a task within
   */
  static Metadata read(Part task, TaskKind kind, Readers readers) {
    var part = task.get("metadata").flatMap(m -> m.object("'metadata'"));
    if (part.isEmpty()) {
      return Metadata.NONE;
    }
    var ours = part.get().get("ganglion").flatMap(g -> g.object("'metadata.ganglion'"));
    ours.ifPresent(g -> g.only(Set.of("group", "redo", "compensate", "agent", "retry")));
    var compensate = ours.flatMap(g -> g.get("compensate"));
    compensate
        .filter(MetadataReader::auto)
        .ifPresent(c -> word(c, "auto", kind == TaskKind.CALL, "a call"));
    return new Metadata(
        ours.flatMap(g -> g.get("group"))
            .filter(g -> word(g, "atomic", kind == TaskKind.FORK, "a fork"))
            .isPresent(),
        ours.flatMap(g -> g.get("redo")).filter(r -> r.flag("'redo'")).isPresent(),
        compensate.filter(MetadataReader::auto).isPresent(),
        compensate
            .filter(c -> !auto(c))
            .flatMap(c -> CompensationReader.read(task, c, kind, readers)),
        ours.flatMap(g -> g.get("agent")).flatMap(a -> agent(a, kind)),
        ours.flatMap(g -> g.get("retry")).flatMap(MetadataReader::retry),
        part.get().node());
  }

  private static boolean auto(Part part) {
    return part.node().asText().equals("auto");
  }

  private static Optional<String> agent(Part part, TaskKind kind) {
    if (kind != TaskKind.RUN) {
      part.wrong("this belongs on a run of a workflow; on another task it would do nothing");
    }
    return part.text("'agent'");
  }

  /** On which calls it may stand is known once their function is. */
  private static Optional<String> retry(Part part) {
    var word = part.node().asText();
    if (!word.equals("pure") && !word.equals("idempotent")) {
      part.wrong("'retry' is pure or idempotent; leave it out where neither is sure");
      return Optional.empty();
    }
    return Optional.of(word);
  }

  private static boolean word(Part part, String only, boolean inPlace, String place) {
    if (!part.node().isTextual() || !part.node().textValue().equals(only)) {
      part.wrong("the only value offered here is '%s'".formatted(only));
      return false;
    }
    if (!inPlace) {
      part.wrong("this belongs on %s; on another task it would do nothing".formatted(place));
    }
    return inPlace;
  }
}
