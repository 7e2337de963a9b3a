package io.ganglion.connector.smtp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Credentials;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;

/**
 * A message ready to be sent.
 *
 * @param id its Message-ID, with its brackets; it follows from the effect and the sender's domain
 * @param recipients all of them, each once; those of {@code bcc} stand nowhere in the message
 */
record Letter(String id, List<String> recipients, byte[] bytes) {
  static final int MAX_RECIPIENTS = 50;

  /** Most servers take 25 MB; what steps may hold is less. */
  static final int MAX_BYTES = 10_000_000;

  private static final String UTF8 = "UTF-8";

  /** What can't be sent, and why. */
  static final class Unsendable extends Exception {
    private static final long serialVersionUID = 1;

    Unsendable(String reason) {
      super(reason, null, false, false);
    }
  }

  static Letter write(Credentials sender, Act act) throws Unsendable {
    var arguments = act.arguments();
    var recipients = recipients(arguments);
    try {
      var from = sender.text("from");
      var id = "<%s@%s>".formatted(act.effect(), from.substring(from.indexOf('@') + 1));
      var message = new Named(id);
      message.setFrom(address(from, sender.values().path("from_name").asText("")));
      message.setRecipients(Message.RecipientType.TO, addresses(arguments.path("to")));
      message.setRecipients(Message.RecipientType.CC, addresses(arguments.path("cc")));
      if (arguments.has("reply_to")) {
        message.setReplyTo(new InternetAddress[] {address(arguments.path("reply_to"))});
      }
      if (arguments.has("in_reply_to")) {
        message.setHeader("In-Reply-To", arguments.path("in_reply_to").asText());
        message.setHeader("References", arguments.path("in_reply_to").asText());
      }
      message.setSubject(arguments.path("subject").asText(), UTF8);
      message.setSentDate(Date.from(act.firstDispatched()));
      fill(message, arguments);
      message.saveChanges();
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      if (bytes.size() > MAX_BYTES) {
        throw new Unsendable(
            "the mail has %d bytes; the limit is %d".formatted(bytes.size(), MAX_BYTES));
      }
      return new Letter(id, recipients, bytes.toByteArray());
    } catch (MessagingException | IOException e) {
      throw new Unsendable("the mail can't be written: an address or a part of it is not valid");
    }
  }

  private static List<String> recipients(JsonNode arguments) throws Unsendable {
    var all = new LinkedHashSet<String>();
    for (var kind : List.of("to", "cc", "bcc")) {
      for (var one : arguments.path(kind)) {
        all.add(one.isTextual() ? one.asText() : one.path("address").asText());
      }
    }
    if (all.size() > MAX_RECIPIENTS) {
      throw new Unsendable(
          "the mail has %d recipients; the limit is %d".formatted(all.size(), MAX_RECIPIENTS));
    }
    return List.copyOf(all);
  }

  private static void fill(MimeMessage message, JsonNode arguments)
      throws MessagingException, Unsendable {
    var attachments = arguments.path("attachments");
    if (attachments.isEmpty() && !(arguments.has("html") && arguments.has("text"))) {
      var subtype = arguments.has("html") ? "html" : "plain";
      message.setText(
          arguments.path(arguments.has("html") ? "html" : "text").asText(), UTF8, subtype);
      return;
    }
    if (attachments.isEmpty()) {
      message.setContent(words(arguments));
      return;
    }
    var whole = new MimeMultipart("mixed");
    var words = new MimeBodyPart();
    words.setContent(words(arguments));
    whole.addBodyPart(words);
    for (var attachment : attachments) {
      whole.addBodyPart(attached(attachment));
    }
    message.setContent(whole);
  }

  /** The text, then the same as HTML: the last one that a reader can show is shown. */
  private static MimeMultipart words(JsonNode arguments) throws MessagingException {
    var words = new MimeMultipart("alternative");
    if (arguments.has("text")) {
      var part = new MimeBodyPart();
      part.setText(arguments.path("text").asText(), UTF8, "plain");
      words.addBodyPart(part);
    }
    if (arguments.has("html")) {
      var part = new MimeBodyPart();
      part.setText(arguments.path("html").asText(), UTF8, "html");
      words.addBodyPart(part);
    }
    return words;
  }

  private static MimeBodyPart attached(JsonNode attachment) throws MessagingException, Unsendable {
    var part = new MimeBodyPart();
    try {
      var bytes = Base64.getDecoder().decode(attachment.path("data").asText());
      part.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(bytes, attachment.path("content_type").asText())));
      part.setFileName(attachment.path("filename").asText());
      part.setHeader("Content-Transfer-Encoding", "base64");
      return part;
    } catch (IllegalArgumentException e) {
      throw new Unsendable("an attachment's data is not Base64");
    }
  }

  private static InternetAddress[] addresses(JsonNode list) throws MessagingException {
    var addresses = new ArrayList<InternetAddress>();
    for (var one : list) {
      addresses.add(address(one));
    }
    return addresses.toArray(InternetAddress[]::new);
  }

  private static InternetAddress address(JsonNode one) throws MessagingException {
    return one.isTextual()
        ? address(one.asText(), "")
        : address(one.path("address").asText(), one.path("name").asText(""));
  }

  private static InternetAddress address(String address, String name) throws MessagingException {
    try {
      var whole = new InternetAddress(address, true);
      if (!name.isEmpty()) {
        whole.setPersonal(name, UTF8);
      }
      return whole;
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(StandardCharsets.UTF_8 + " is there always", e);
    }
  }

  /** A message that keeps the identifier it was given. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** Never shows the message. */
  @Override
  public String toString() {
    return "Letter[%s]".formatted(id);
  }
}
