package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.lab.model.Speech;
import java.util.List;

/** How one member of a run's input is drawn. */
public sealed interface Draw {
  /** A text, with letters of the world's own in place of {@code {code}}. */
  record Phrase(String text) implements Draw {}

  /** One of a list. */
  record OneOf(List<JsonNode> values) implements Draw {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /**
   * A question for models, whose right answer the world knows and the run doesn't: {@code
   * $answer.NAME} in goals.
   */
  record Question(List<String> choices) implements Draw {
    public Question {
      choices = List.copyOf(choices);
    }

    private String key(Seeded seeded, String name) {
      return seeded.code(name);
    }

    /** The choice that is right in this world. */
    String answer(Seeded seeded, String name) {
      return Speech.right(key(seeded, name), choices);
    }
  }

  /** What a run is given. */
  default JsonNode value(Seeded seeded, String name) {
    return switch (this) {
      case Phrase phrase -> TextNode.valueOf(phrase.text.replace("{code}", seeded.code(name)));
      case OneOf one -> one.values.get(seeded.between(name, 0, one.values.size() - 1));
      case Question question ->
          TextNode.valueOf(
              "Which one is right? Answer with it alone.\n- %s\nkey: %s"
                  .formatted(String.join("\n- ", question.choices), question.key(seeded, name)));
    };
  }
}
