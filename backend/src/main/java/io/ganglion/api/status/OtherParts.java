package io.ganglion.api.status;

import io.ganglion.api.auth.ProviderState;
import io.ganglion.kernel.Roles;
import io.ganglion.status.Part;
import io.ganglion.status.PartState;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the parts do that the database knows nothing of; those that are not there are left out. */
@ApplicationScoped
class OtherParts {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final ProviderState provider;
  private final boolean ours;
  private final Optional<URI> laboratory;

  OtherParts(
      ProviderState provider,
      Roles roles,
      @ConfigProperty(name = "ganglion.lab.url") Optional<URI> laboratory) {
    this.provider = provider;
    this.ours = roles.roles().contains(Roles.LAB);
    this.laboratory = laboratory;
  }

  Map<Part, PartState> look() {
    var seen = new EnumMap<Part, PartState>(Part.class);
    switch (provider.view().state()) {
      case "ready" -> seen.put(Part.SIGN_IN, PartState.OPERATIONAL);
      case "off" -> {}
      default -> seen.put(Part.SIGN_IN, PartState.OUTAGE);
    }
    if (ours) {
      seen.put(Part.LABORATORY, PartState.OPERATIONAL); // what answers is it
    } else {
      laboratory.ifPresent(
          url ->
              seen.put(Part.LABORATORY, answers(url) ? PartState.OPERATIONAL : PartState.OUTAGE));
    }
    return seen;
  }

  /** Whatever it says to nobody, it is there. */
  private static boolean answers(URI url) {
    var question = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
    try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
