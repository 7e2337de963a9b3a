package io.ganglion.effect;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An act somebody wants done. Its key is (run, position, ordinal): if the ledger has the key
 * already, the ledger's own arguments are used and these are not looked at.
 *
 * @param reads versions of the state entries the arguments were made from, by key
 */
public record Intent(
    String position, int ordinal, Target target, JsonNode arguments, @Nullable JsonNode reads) {}
