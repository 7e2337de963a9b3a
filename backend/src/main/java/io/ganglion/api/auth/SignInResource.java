package io.ganglion.api.auth;

import io.ganglion.api.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of signing in. */
@Path("/api/v1/sign-in")
@Tag(name = "me")
@RunOnVirtualThread
public class SignInResource {
  private final ProviderState provider;

  SignInResource(ProviderState provider) {
    this.provider = provider;
  }

  @GET
  @Public("says nothing of anybody; the provider is asked every two seconds at most")
  @Operation(
      summary = "Whether people can sign in",
      description = "The dashboard shows it. API keys work in every state.")
  public SignInView get() {
    return provider.view();
  }
}
