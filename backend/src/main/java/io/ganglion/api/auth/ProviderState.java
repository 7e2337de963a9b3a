package io.ganglion.api.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Whether the identity provider answers; asked at most every two seconds, whoever wants to know.
 */
@ApplicationScoped
public class ProviderState {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final SignInConfig config;
  private final LoadingCache<URI, Boolean> answers =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build(this::ask);

  private volatile boolean seen;

  ProviderState(SignInConfig config) {
    this.config = config;
  }

  /** What to tell people. */
  public SignInView view() {
    var url = config.url();
    if (url.isEmpty()) {
      return new SignInView(
          "off", "No identity provider is configured here; the API works with API keys.");
    }
    if (answers.get(url.get())) {
      seen = true;
      return new SignInView("ready", "Sign in, or create an account.");
    }
    return seen
        ? new SignInView(
            "unavailable",
            "The identity provider doesn't answer right now. API keys and running work go on.")
        : new SignInView(
            "starting",
            "The identity provider is not up yet; the first start takes about a minute. API keys"
                + " work already.");
  }

  /** Whether somebody who is sent to it finds it. */
  boolean ready() {
    return config.url().filter(answers::get).isPresent();
  }

  private boolean ask(URI url) {
    var question =
        HttpRequest.newBuilder(URI.create(url + WELL_KNOWN)).timeout(config.timeout()).build();
    try (var http = HttpClient.newBuilder().connectTimeout(config.timeout()).build()) {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
