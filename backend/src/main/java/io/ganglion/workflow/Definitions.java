package io.ganglion.workflow;

import io.ganglion.expression.Expressions;
import io.ganglion.schema.Schemas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Reads workflows that somebody sends. */
@Singleton
public final class Definitions {
  private final Expressions expressions;
  private final Schemas schemas;
  private final OfficialSchema official;

  @Inject
  public Definitions(Expressions expressions, Schemas schemas) {
    this.expressions = expressions;
    this.schemas = schemas;
    this.official = new OfficialSchema(schemas);
  }

  /**
   * Reads a workflow.
   *
   * @param text YAML 1.2 or JSON, at most 1 MiB
   * @param elsewhere where schemas are had that it names by their address
   * @param actions that it may call
   * @throws WorkflowProblem with everything that is wrong with it, each with pointer and line
   */
  Definition parse(String text, SchemaSource elsewhere, ActionNames actions) {
    return parse(Texts.read(text), elsewhere, actions);
  }

  /** As {@link #parse(String, SchemaSource, ActionNames)}, of a document that is read. */
  Definition parse(Located located, SchemaSource elsewhere, ActionNames actions) {
    var findings = new Findings(located);
    var root = new Part(located.root(), "", findings);
    var definition =
        root.object("a workflow").map(r -> definition(r, elsewhere, new Functions(actions)));
    if (findings.none() && definition.isPresent()) {
      var read = definition.get();
      official.check(root, Stream.concat(read.tasks().stream(), read.use().tasks()).toList());
    }
    if (!findings.none() || definition.isEmpty()) {
      throw WorkflowProblem.invalid(findings.list());
    }
    return definition.get();
  }

  private Definition definition(Part root, SchemaSource elsewhere, Functions known) {
    root.only(HeadReader.SECTIONS);
    var head = HeadReader.read(root);
    var readers = new Readers(root, expressions, schemas, known, elsewhere);
    var tasks = readers.lists().member(root, "do");
    var extensions = new ExtensionReader(readers).read(root);
    var use = new Use(readers.shelf().secrets(), readers.functions().all(), extensions);
    var definition =
        new Definition(
            head.namespace(),
            head.name(),
            head.version(),
            head.title(),
            readers.data().read(root, "input", "from"),
            readers.data().read(root, "output", "as"),
            readers.times().timeout(root, readers.shelf().timeouts()),
            new ScheduleReader(readers.consumptions()).read(root),
            head.agent(),
            use,
            Reach.of(Stream.concat(tasks.stream(), use.tasks()).toList()),
            tasks,
            root.node());
    readers.phrases().names().check(!readers.shelf().secrets().isEmpty());
    return definition;
  }
}
