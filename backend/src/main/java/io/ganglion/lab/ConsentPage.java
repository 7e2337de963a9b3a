package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Query;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A platform's page on which a person lets an app act in their account, or doesn't. Who they are
 * they say by the token that the laboratory gave with the account; {@code login_hint} in the
 * address fills it in. It sends people back to this installation alone.
 */
@ApplicationScoped
public class ConsentPage {
  private static final int MAX_LIFE_S = 10_000_000;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,8}");
  private static final Pattern APP = Pattern.compile("[0-9A-Za-z_-]{1,200}");

  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { margin: 0; padding: 1rem }
      main { max-width: 26rem; margin: 8vh auto 0; padding: 1.5rem; border: 1px solid #8886; border-radius: 12px }
      h1 { margin: 0; font-size: 1.5rem }
      .note { margin-top: 0; opacity: .75 }
      .scopes { padding: .5rem .75rem; border-radius: 8px; background: #8882; font-family: monospace; overflow-wrap: anywhere }
      label { display: block; margin: .75rem 0 }
      input { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem; font: inherit }
      .answers { display: flex; gap: .75rem; margin-bottom: 0 }
      button { padding: .5rem 1.25rem; border: 1px solid #8888; border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer }
      .yes { border-color: #1b6ec2; background: #1b6ec2; color: #fff }
      """;

  private static final String STYLE_HASH =
      Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Json.sha256(STYLE)));

  /** What goes through the page as it came. */
  private static final List<String> CARRIED =
      List.of(
          "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

  private final String redirect;

  ConsentPage(@ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.redirect = publicUrl.resolve("/oauth/callback").toString();
  }

  /**
   * What anybody is told: the page, and that somebody said no.
   *
   * @param title the platform's name
   * @return empty if an account is to be asked
   */
  public Optional<Reply> open(String title, Call call) {
    var asked = call.parameters();
    if (!redirect.equals(asked.get("redirect_uri"))
        || !APP.matcher(asked.getOrDefault("client_id", "")).matches()) {
      return Optional.of(
          html(400, "<p>This app is not known, or wants people back at another address.</p>"));
    }
    boolean answered = call.method().equals("POST");
    if (answered && !"allow".equals(asked.get("decision"))) {
      var denied = Query.of("error", "access_denied").and("state", asked.getOrDefault("state", ""));
      return Optional.of(back(denied));
    }
    return answered ? Optional.empty() : Optional.of(html(200, form(title, asked)));
  }

  /**
   * The account has said yes.
   *
   * @param usual how long this platform's access tokens live; zero: they have no end
   */
  public Reply allowed(Scene scene, Call call, Duration usual) throws SQLException {
    var asked = call.parameters();
    var terms =
        new Grants.Terms(
            asked.getOrDefault("client_id", ""),
            redirect,
            asked.getOrDefault("code_challenge", ""),
            asked.getOrDefault("scope", ""),
            seconds(asked, "life").orElse(usual),
            seconds(asked, "grace").orElse(Duration.ZERO));
    var code = Grants.consent(scene, terms);
    return back(Query.of("state", asked.getOrDefault("state", "")).and("code", code));
  }

  /** The account that is to say yes, by its own token. */
  public static Optional<Token> account(Call call) {
    return Optional.ofNullable(call.parameters().get("account_token")).flatMap(Token::parse);
  }

  private static Optional<Duration> seconds(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name))
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), MAX_LIFE_S)));
  }

  private Reply back(Query query) {
    return Reply.of(302, NullNode.getInstance()).header("Location", redirect + "?" + query.text());
  }

  private static String form(String title, Map<String, String> asked) {
    var hidden = new StringBuilder();
    CARRIED.forEach(
        name ->
            hidden.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(name, escaped(asked.getOrDefault(name, "")))));
    return """
    <h1>%s</h1>
    <p class="note">A platform of the laboratory: nothing of the real one is asked or told.</p>
    <p>The app <b>%s</b> wants to act in your account:</p>
    <p class="scopes">%s</p>
    <form method="post">%s
    <label>Token of your account, as the laboratory gave it
    <input type="password" name="account_token" autocomplete="off" required value="%s"></label>
    <details><summary>How long its tokens are good</summary>
    <label>Seconds that tokens live <input name="life" inputmode="numeric" placeholder="as usual"></label>
    <label>Seconds for which a used refresh token is good <input name="grace" inputmode="numeric" placeholder="none"></label></details>
    <p class="answers"><button name="decision" value="allow" class="yes">Allow</button>
    <button name="decision" value="deny" formnovalidate>Deny</button></p></form>
    """
        .formatted(
            escaped(title),
            escaped(asked.getOrDefault("client_id", "")),
            escaped(asked.getOrDefault("scope", "")),
            hidden,
            escaped(asked.getOrDefault("login_hint", "")));
  }

  private Reply html(int status, String body) {
    var page =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Consent</title><style>%s</style><body><main>%s</main></body></html>"""
            .formatted(STYLE, body);
    var home = URI.create(redirect);
    return Reply.of(status, TextNode.valueOf(page))
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' %s://%s"
                .formatted(STYLE_HASH, home.getScheme(), home.getAuthority()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
