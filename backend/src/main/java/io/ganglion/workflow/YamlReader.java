package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a document written as YAML 1.2 from the parser's events, so that limits hold on the way.
 */
final class YamlReader {
  private record Anchored(JsonNode node, int values) {}

  private final Intake intake = new Intake();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final YamlScalars scalars = new YamlScalars(intake);
  private final Iterator<Event> events;

  private YamlReader(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * @throws WorkflowProblem when it is not YAML, or may not be read
   */
  static Located read(String text) {
    var settings = LoadSettings.builder().setCodePointLimit(Intake.MAX_CHARS).build();
    var reader = new YamlReader(new Parse(settings).parseString(text).iterator());
    try {
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      throw reader.intake.refused("", line, "this is not YAML: " + problem(e));
    } catch (YamlEngineException | IllegalArgumentException e) { // odd versions and escapes
      throw reader.intake.refused("", 1, "this is not YAML 1.2");
    }
  }

  private Located document() {
    skip(Event.ID.StreamStart);
    if (!events.next().getEventId().equals(Event.ID.DocumentStart)) {
      throw intake.refused("", 1, "the document is empty; send it as YAML or JSON");
    }
    var root = value(events.next(), "", 1);
    skip(Event.ID.DocumentEnd);
    var after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw intake.refused("", line(after), "there is a second document; send one at a time");
    }
    return intake.done(root);
  }

  private JsonNode value(Event event, String pointer, int depth) {
    int before = intake.values();
    intake.arrived(pointer, line(event), depth);
    var node =
        switch (event) {
          case ScalarEvent scalar -> scalars.value(scalar, pointer, line(event));
          case MappingStartEvent mapping -> object(mapping, pointer, depth);
          case SequenceStartEvent sequence -> array(sequence, pointer, depth);
          case AliasEvent alias -> alias(alias, pointer);
          default -> throw new IllegalStateException("no value: " + event);
        };
    if (event instanceof NodeEvent anchored && !(event instanceof AliasEvent)) {
      // Only now: an alias inside of its own anchor finds nothing.
      anchored
          .getAnchor()
          .ifPresent(a -> anchors.put(a, new Anchored(node, intake.values() - before)));
    }
    return node;
  }

  private JsonNode alias(AliasEvent event, String pointer) {
    var known = anchors.get(event.getAlias());
    if (known == null) {
      intake.wrong(
          pointer, line(event), "no &%s is complete before this *".formatted(event.getAlias()));
      return NullNode.getInstance();
    }
    intake.arrived(known.values(), pointer, line(event));
    return known.node().deepCopy();
  }

  private JsonNode object(MappingStartEvent start, String pointer, int depth) {
    scalars.checkTag(start.getTag(), "map", pointer, line(start));
    var object = JsonNodeFactory.instance.objectNode();
    for (var key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      var name =
          key instanceof ScalarEvent scalar ? scalars.name(scalar) : Optional.<String>empty();
      if (name.isEmpty()) {
        throw intake.refused(
            pointer, line(key), "a name must be text; put it in quotes, e.g. '404': …");
      }
      var at = Located.below(pointer, name.get());
      intake.member(object, name.get(), at, line(key));
      int line = line(key);
      object.set(name.get(), value(events.next(), at, depth + 1));
      intake.stands(at, line);
    }
    return object;
  }

  private JsonNode array(SequenceStartEvent start, String pointer, int depth) {
    scalars.checkTag(start.getTag(), "seq", pointer, line(start));
    var array = JsonNodeFactory.instance.arrayNode();
    for (var item = events.next();
        item.getEventId() != Event.ID.SequenceEnd;
        item = events.next()) {
      array.add(value(item, pointer + '/' + array.size(), depth + 1));
    }
    return array;
  }

  private void skip(Event.ID expected) {
    var event = events.next();
    if (event.getEventId() != expected) {
      throw new IllegalStateException("expected %s, not %s".formatted(expected, event));
    }
  }

  private static int line(Event event) {
    return event.getStartMark().map(m -> m.getLine() + 1).orElse(1);
  }

  private static String problem(MarkedYamlEngineException e) {
    var context = e.getContext();
    return context == null ? e.getProblem() : context + ", " + e.getProblem();
  }
}
