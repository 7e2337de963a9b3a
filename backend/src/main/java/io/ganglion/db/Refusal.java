package io.ganglion.db;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a unit was not committed though nothing is broken; the rest of its batch was.
 *
 * @param reason the public word: {@code system}, {@code capacity}, {@code upstream}, {@code
 *     state_conflict}, {@code cancelled}
 * @param detail for people, e.g. "waits for system X held by run R"
 * @param until when it is worth another try, if that is known
 */
public record Refusal(String reason, String detail, Optional<Instant> until) {}
