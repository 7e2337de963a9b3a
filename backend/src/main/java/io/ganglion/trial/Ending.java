package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** How a trial ends. */
sealed interface Ending {
  /** With a score. */
  record Judged(BigDecimal score, JsonNode result) implements Ending {}

  /** It could not be held. */
  record Failed(String reason) implements Ending {}
}
