package io.ganglion.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what comes before the tasks: {@code document} and {@code evaluate}. */
final class HeadReader {
  /** Of the whole document, as the DSL's reference has it. */
  static final Set<String> SECTIONS =
      Set.of("document", "input", "use", "do", "timeout", "output", "schedule", "evaluate");

  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

  /** What semantic versions may have after their numbers: a pre-release and a build. */
  private static final String FURTHER =
      "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*+)?"
          + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*+)?";

  private static final Pattern DSL = Pattern.compile("1\\.0\\.(0|[1-9]\\d{0,5})" + FURTHER);

  /** Semantic version 2.0.0. */
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)" + FURTHER);

  private static final int MAX_VERSION = 128;
  private static final int MAX_TITLE = 200;

  private HeadReader() {}

  /** What {@code document} says. */
  record Head(
      String namespace, String name, String version, String title, Optional<String> agent) {}

  static Head read(Part root) {
    var part =
        root.need("document", "document: {dsl, namespace, name, version}")
            .flatMap(d -> d.object("'document'"));
    if (part.isEmpty()) {
      return new Head("", "", "", "", Optional.empty());
    }
    var document = part.get();
    document.only(
        Set.of("dsl", "namespace", "name", "version", "title", "summary", "tags", "metadata"));
    required(document, "dsl", "dsl: '1.0.3'", DSL, "1.0.x, e.g. '1.0.3'");
    document.get("summary").ifPresent(s -> s.text("'summary'"));
    document.get("tags").ifPresent(t -> t.object("'tags'"));
    var name = required(document, "name", "a name", NAME, "1 to 63 letters, digits and hyphens");
    return new Head(
        required(document, "namespace", "a namespace", NAME, "1 to 63 letters, digits and hyphens"),
        name,
        required(
            document, "version", "version: '0.1.0'", VERSION, "a semantic version, e.g. '0.1.0'"),
        document.get("title").flatMap(HeadReader::title).orElse(name),
        agent(document));
  }

  private static Optional<String> agent(Part document) {
    var ours =
        document
            .get("metadata")
            .flatMap(m -> m.object("'metadata'"))
            .flatMap(m -> m.get("ganglion"))
            .flatMap(g -> g.object("'metadata.ganglion'"));
    ours.ifPresent(g -> g.only(Set.of("agent", "knobs")));
    ours.flatMap(g -> g.get("knobs")).ifPresent(knobs -> knobs.object("'knobs'"));
    return ours.flatMap(g -> g.get("agent")).flatMap(a -> a.text("'agent'"));
  }

  private static Optional<String> title(Part part) {
    var title = part.text("'title'");
    if (title.isPresent() && title.get().length() > MAX_TITLE) {
      part.wrong("'title' has at most %d characters".formatted(MAX_TITLE));
    }
    return title;
  }

  private static String required(
      Part document, String name, String what, Pattern pattern, String wanted) {
    var part = document.need(name, what);
    if (part.isPresent() && part.get().node().isNumber()) {
      part.get().wrong("'%s' must be text; put it in quotes: %s".formatted(name, wanted));
      return "";
    }
    var text = part.flatMap(p -> p.text("'%s'".formatted(name))).orElse("");
    boolean wrong =
        !text.isEmpty() && (text.length() > MAX_VERSION || !pattern.matcher(text).matches());
    if (wrong) {
      part.orElse(document).wrong("'%s' must be %s".formatted(name, wanted));
    }
    return text;
  }

  /** Whether {@code evaluate.mode} is {@code loose}; checks the rest of it. */
  static boolean loose(Part root) {
    var evaluate = root.get("evaluate").flatMap(e -> e.object("'evaluate'"));
    if (evaluate.isEmpty()) {
      return false;
    }
    evaluate.get().only(Set.of("language", "mode"));
    oneOf(evaluate.get(), "language", Set.of("jq"));
    return oneOf(evaluate.get(), "mode", Set.of("strict", "loose")).equals(Optional.of("loose"));
  }

  private static Optional<String> oneOf(Part owner, String name, Set<String> offered) {
    var part = owner.get(name);
    var text = part.flatMap(p -> p.text("'%s'".formatted(name)));
    if (text.isPresent() && !offered.contains(text.get())) {
      part.orElse(owner)
          .wrong(
              "'%s' can't be '%s'; it is %s"
                  .formatted(name, text.get(), String.join(" or ", new TreeSet<>(offered))));
    }
    return text;
  }
}
