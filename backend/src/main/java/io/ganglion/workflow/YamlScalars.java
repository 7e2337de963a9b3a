package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Scalars by YAML's core schema; numbers keep every digit. */
final class YamlScalars {
  private static final ScalarResolver CORE = new CoreScalarResolver(false);
  private static final String PREFIX = Tag.PREFIX;
  private final Intake intake;

  YamlScalars(Intake intake) {
    this.intake = intake;
  }

  /** Empty when the scalar is not text. */
  Optional<String> name(ScalarEvent scalar) {
    return tag(scalar).equals(Tag.STR) ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  JsonNode value(ScalarEvent scalar, String pointer, int line) {
    var text = scalar.getValue();
    var tag = tag(scalar);
    if (tag.equals(Tag.STR)) {
      return intake.text(text, pointer, line);
    }
    var resolved = CORE.resolve(text, true);
    boolean fits = resolved.equals(tag) || (tag.equals(Tag.FLOAT) && resolved.equals(Tag.INT));
    if (!fits) {
      intake.wrong(
          pointer, line, "'%s' can't be read as %s".formatted(shortened(text), tag.getValue()));
      return NullNode.getInstance();
    }
    if (tag.equals(Tag.NULL)) {
      return NullNode.getInstance();
    }
    return tag.equals(Tag.BOOL)
        ? BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"))
        : number(text, pointer, line);
  }

  private JsonNode number(String text, String pointer, int line) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("nan") || lower.endsWith("inf")) {
      intake.wrong(pointer, line, "JSON has no number '%s'; write it as text".formatted(text));
      return NullNode.getInstance();
    }
    boolean octal = lower.startsWith("0o");
    if ((octal || lower.startsWith("0x")) && text.length() <= Intake.MAX_DIGITS) {
      return Intake.integer(new BigInteger(text.substring(2), octal ? 8 : 16));
    }
    return intake.number(text.endsWith(".") ? text + "0" : text, pointer, line);
  }

  /** Of YAML's own tags those that have a place in JSON are taken; others are refused. */
  void checkTag(Optional<String> tag, String expected, String pointer, int line) {
    if (tag.isPresent() && !tag.get().equals(PREFIX + expected) && !tag.get().equals("!")) {
      intake.wrong(pointer, line, "the tag '%s' is not understood; remove it".formatted(tag.get()));
    }
  }

  private Tag tag(ScalarEvent scalar) {
    var written = scalar.getTag();
    if (written.isPresent()) {
      if (written.get().equals("!")) {
        return Tag.STR;
      }
      var known = new Tag(written.get());
      if (known.equals(Tag.STR)
          || known.equals(Tag.INT)
          || known.equals(Tag.FLOAT)
          || known.equals(Tag.BOOL)
          || known.equals(Tag.NULL)) {
        return known;
      }
      int line = scalar.getStartMark().map(m -> m.getLine() + 1).orElse(1);
      throw intake.refused(
          "", line, "the tag '%s' is not understood; remove it".formatted(written.get()));
    }
    var resolved = CORE.resolve(scalar.getValue(), scalar.isPlain());
    // ${…} is an environment variable to the library and an expression to us.
    return resolved.equals(Tag.ENV_TAG) ? Tag.STR : resolved;
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
