package io.ganglion.api.agent;

import io.ganglion.agent.Skill;
import io.ganglion.kernel.InvalidRequest;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What other agents may ask an agent for. */
@Schema(name = "SkillBody")
public record SkillBody(
    @Schema(
            required = true,
            description = "namespace/name for the latest version, namespace/name:version or wfl_…",
            examples = "demo/campaign")
        @Nullable String workflow,
    @Schema(required = true, examples = "Run a campaign") @Nullable String title,
    @Schema(
            required = true,
            description = "When this is what to ask for",
            examples = "Posts a text on all accounts at once, or on none.")
        @Nullable String description,
    @Schema(description = "Words to find it by") @Nullable List<String> tags,
    @Schema(description = "What may be asked") @Nullable List<String> examples) {

  Skill toSkill(String name) {
    return new Skill(
        name,
        needed("/workflow", workflow),
        needed("/title", title),
        needed("/description", description),
        tags == null ? List.of() : tags,
        examples == null ? List.of() : examples,
        Instant.EPOCH); // the database's clock says when
  }

  private static String needed(String pointer, @Nullable String text) {
    if (text == null) {
      throw new InvalidRequest(pointer, "send a text");
    }
    return text;
  }
}
