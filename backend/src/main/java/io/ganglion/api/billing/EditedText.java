package io.ganglion.api.billing;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text that is edited: null takes it away, and is read as the empty one, so that it is told
 * from what is left out, which is read as null.
 */
final class EditedText extends StringDeserializer {
  private static final long serialVersionUID = 1;
  private static final String NONE = "";

  @Override
  public String getNullValue(DeserializationContext context) {
    return NONE;
  }

  @Override
  public AccessPattern getNullAccessPattern() {
    return AccessPattern.CONSTANT;
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
