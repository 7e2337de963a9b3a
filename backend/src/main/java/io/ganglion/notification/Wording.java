package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.identity.Role;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What messages say. Pure. Names of tenants, workflows and connections are other people's text: no
 * form lets them be more than text.
 *
 * @param tenant its name
 * @param role who reads it
 * @param link makes an address of a page's path
 * @param decisions addresses at which whoever has them decides, by what items are about
 */
record Wording(
    String tenant, Role role, UnaryOperator<String> link, Map<String, String> decisions) {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String SETTINGS = "/settings";
  private static final String DECIDE = "Approve or reject without signing in";
  private static final String WARNING =
      "Whoever has a link to approve or reject can do so in your name, once: pass none of them on.";

  Wording {
    tenant = Item.oneLine(tenant);
    decisions = Map.copyOf(decisions);
  }

  private Optional<String> decision(Item item) {
    return Optional.ofNullable(decisions.get(item.about()));
  }

  /** A message in a line. */
  String subject(Digest digest) {
    return digest.kind().headline(digest.events(), tenant);
  }

  String plain(Digest digest) {
    var items =
        digest.items().stream()
            .map(
                item ->
                    "- %s: %s\n  %s\n%s"
                        .formatted(
                            AT.format(item.at()),
                            item.text(),
                            link.apply(item.path()),
                            decision(item)
                                .map(url -> "  %s: %s\n".formatted(DECIDE, url))
                                .orElse("")))
            .collect(Collectors.joining());
    return """
    %s.

    %s%s
    All of them: %s

    %s%s
    Choose what you are told: %s
    """
        .formatted(
            subject(digest),
            items,
            digest.more() > 0 ? "- %s\n".formatted(more(digest)) : "",
            link.apply(digest.kind().page()),
            decisions.isEmpty() ? "" : WARNING + "\n",
            because(digest),
            link.apply(SETTINGS));
  }

  private static String more(Digest digest) {
    return String.format(Locale.ENGLISH, "and %,d more", digest.more());
  }

  private String because(Digest digest) {
    return "You are told because you are %s of %s. Kind: %s."
        .formatted(role.text(), tenant, digest.kind().text());
  }

  String html(Digest digest) {
    var items =
        digest.items().stream()
            .map(
                item ->
                    "<li>%s: <a href=\"%s\">%s</a>%s</li>\n"
                        .formatted(
                            AT.format(item.at()),
                            escape(link.apply(item.path())),
                            escape(item.text()),
                            decision(item)
                                .map(
                                    url ->
                                        "<br><a href=\"%s\">%s</a>".formatted(escape(url), DECIDE))
                                .orElse("")))
            .collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
    <body style="font-family: sans-serif; line-height: 1.5; color: #1a1a1a; background: #ffffff">
    <h1 style="font-size: 18px">%1$s</h1>
    <ul>
    %2$s%3$s</ul>
    <p><a href="%4$s">See all of them</a></p>
    <p style="font-size: 13px; color: #595959">%7$s%5$s <a href="%6$s">Choose what you are told</a></p>
    </body></html>
    """
        .formatted(
            escape(subject(digest)),
            items,
            digest.more() > 0 ? "<li>%s</li>\n".formatted(more(digest)) : "",
            escape(link.apply(digest.kind().page())),
            escape(because(digest)),
            escape(link.apply(SETTINGS)),
            decisions.isEmpty() ? "" : WARNING + " ");
  }

  /** Of an incoming webhook of Slack. */
  JsonNode slack(Digest digest) {
    var items =
        digest.items().stream()
            .map(
                item ->
                    "\u2022 <%s|%s> \u00b7 %s%s\n"
                        .formatted(
                            slack(link.apply(item.path())),
                            slack(item.text()),
                            AT.format(item.at()),
                            decision(item)
                                .map(url -> " \u00b7 <%s|%s>".formatted(slack(url), DECIDE))
                                .orElse("")))
            .collect(Collectors.joining());
    var text =
        "*%s*\n%s%s%s<%s|See all of them> \u00b7 <%s|Choose what you are told>"
            .formatted(
                slack(subject(digest)),
                items,
                digest.more() > 0 ? more(digest) + "\n" : "",
                decisions.isEmpty() ? "" : WARNING + "\n",
                slack(link.apply(digest.kind().page())),
                slack(link.apply(SETTINGS)));
    return Json.object().put("text", text);
  }

  /** Of a webhook: type, timestamp and data, as Standard Webhooks have it. */
  JsonNode webhook(Digest digest, Instant now) {
    var data =
        Json.object()
            .put("tenant", digest.tenant().toString())
            .put("tenant_name", tenant)
            .put("kind", digest.kind().text())
            .put("headline", subject(digest))
            .put("events", digest.events())
            .put("more", digest.more())
            .put("url", link.apply(digest.kind().page()));
    var items = data.putArray("items");
    for (var item : digest.items()) {
      items
          .addObject()
          .put("at", Rfc3339.write(item.at()))
          .put("about", item.about())
          .put("text", item.text())
          .put("url", link.apply(item.path()));
    }
    return body("notification", data, now);
  }

  /** A message that tells of nothing. */
  JsonNode slackTest() {
    return Json.object().put("text", slack(testText()));
  }

  /** As above. */
  JsonNode webhookTest(TenantId id, Instant now) {
    var data =
        Json.object()
            .put("tenant", id.toString())
            .put("tenant_name", tenant)
            .put("headline", testText());
    return body("notification.test", data, now);
  }

  private String testText() {
    return "This is a test: what you chose to be told of %s comes here.".formatted(tenant);
  }

  String testMail() {
    return "%s\n\nChoose what you are told: %s\n".formatted(testText(), link.apply(SETTINGS));
  }

  String settings() {
    return link.apply(SETTINGS);
  }

  private static JsonNode body(String type, JsonNode data, Instant now) {
    var body = Json.object().put("type", type).put("timestamp", Rfc3339.write(now));
    body.set("data", data);
    return body;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Slack's three control characters; without them neither links nor mentions can be made. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
