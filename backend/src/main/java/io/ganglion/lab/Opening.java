package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * How a new account starts.
 *
 * @param name the platform's own name of it
 * @param state what its simulator remembers of it
 * @param credentials from its token, what a connection to it must hold
 */
record Opening(String name, ObjectNode state, Function<String, ObjectNode> credentials) {}
