package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.identity.Role;
import io.ganglion.kernel.Json;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of what somebody chose to be told, and how.
 *
 * @param chosen by kind; a kind that is not there is as the role has it
 */
public record Choices(Map<Kind, Set<Channel>> chosen) {
  static final Choices NONE = new Choices(Map.of());

  public Choices {
    chosen =
        chosen.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
  }

  /** How they want to be told of that kind. */
  public Set<Channel> of(Kind kind, Role role) {
    return chosen.getOrDefault(kind, kind.byDefault(role));
  }

  Choices with(Map<Kind, Set<Channel>> changes) {
    var all = new EnumMap<Kind, Set<Channel>>(Kind.class);
    all.putAll(chosen);
    all.putAll(changes);
    return new Choices(all);
  }

  /** As they are once there is no such channel any more. */
  Choices without(Channel channel) {
    var all = new EnumMap<Kind, Set<Channel>>(Kind.class);
    chosen.forEach(
        (kind, channels) -> {
          var left = EnumSet.noneOf(Channel.class);
          left.addAll(channels);
          left.remove(channel);
          all.put(kind, left);
        });
    return new Choices(all);
  }

  /** As it is stored. */
  JsonNode json() {
    var json = Json.object();
    inOrder()
        .forEach(
            (kind, channels) -> {
              var names = json.putArray(kind.text());
              channels.stream().sorted().map(Channel::text).forEach(names::add);
            });
    return json;
  }

  private EnumMap<Kind, Set<Channel>> inOrder() {
    var all = new EnumMap<Kind, Set<Channel>>(Kind.class);
    all.putAll(chosen);
    return all;
  }

  /** Reads what is stored. */
  static Choices read(String stored) {
    var all = new EnumMap<Kind, Set<Channel>>(Kind.class);
    Json.read(stored)
        .properties()
        .forEach(
            one ->
                all.put(
                    Kind.of(one.getKey()),
                    one.getValue()
                        .valueStream()
                        .map(name -> Channel.of(name.asText()))
                        .collect(Collectors.toSet())));
    return new Choices(all);
  }
}
