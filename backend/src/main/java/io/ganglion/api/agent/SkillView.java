package io.ganglion.api.agent;

import io.ganglion.agent.Skill;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What other agents may ask an agent for, as callers see it. */
@Schema(name = "Skill")
public record SkillView(
    @Schema(examples = "campaign") String name,
    @Schema(examples = "demo/campaign") String workflow,
    String title,
    String description,
    List<String> tags,
    List<String> examples,
    Instant updatedAt) {

  static SkillView of(Skill skill) {
    return new SkillView(
        skill.name(),
        skill.workflow(),
        skill.title(),
        skill.description(),
        skill.tags(),
        skill.examples(),
        skill.updatedAt());
  }
}
