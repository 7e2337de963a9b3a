package io.ganglion.api.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.trigger.Triggers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trigger to make. */
@Schema(name = "TriggerBody")
public record TriggerBody(
    @NotBlank(message = "give it a name")
        @Size(max = 100, message = "send at most 100 characters")
        @Schema(examples = "Mentions")
        String name,
    @NotBlank(message = "name a connection")
        @Schema(description = "The name of the connection it reads by", examples = "x")
        String connection,
    @NotBlank(message = "name a poll of the connection's connector")
        @Schema(
            description = "What is read, of the connector's polls: GET /connectors lists them",
            examples = "mentions")
        String poll,
    @Schema(description = "As the poll's input schema wants them; {} by default", examples = "{}")
        @Nullable JsonNode arguments,
    @Size(min = 1, max = 200, message = "send 1 to 200 characters")
        @Schema(
            description = "Of its CloudEvents; the poll's own by default",
            examples = "com.x.mention")
        @Nullable String type,
    @Schema(
            implementation = String.class,
            description =
                "From the begin of one poll to the next, from PT15S to PT24H; the poll's own by"
                    + " default",
            examples = "PT1M")
        @Nullable Duration interval,
    @Size(min = 1, max = 200, message = "send 1 to 200 characters")
        @Schema(
            description =
                "A point to start after, where the poll has such: an identifier or a time; from"
                    + " now on by default",
            examples = "1990000000123")
        @Nullable String from) {
  Triggers.New wanted() {
    return new Triggers.New(
        name,
        connection,
        poll,
        arguments == null ? Json.object() : arguments,
        Optional.ofNullable(type).filter(text -> !text.isBlank()),
        Optional.ofNullable(interval),
        Optional.ofNullable(from));
  }
}
