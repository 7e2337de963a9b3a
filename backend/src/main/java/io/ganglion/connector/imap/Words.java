package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;

/** What a mail says, and what is attached to it; as far as it was read. */
final class Words {
  /** So many bytes of a mail are read. */
  static final int MAX_BYTES = 1_000_000;

  private static final int MAX_TEXT = 200_000;
  private static final int MAX_ATTACHMENTS = 50;

  /** Parts within parts; what is deeper is left out. */
  private static final int MAX_DEPTH = 8;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final ArrayNode attachments = Json.mapper().createArrayNode();

  private Words() {}

  /** Puts them into what is shown of the mail. */
  static void read(InputStream mail, ObjectNode into) {
    var words = new Words();
    try {
      words.take(new MimeMessage(Session.getInstance(new Properties()), mail), 0);
    } catch (MessagingException | IOException e) {
      into.put("unreadable", true); // what was read before stands
    }
    if (!words.text.isEmpty()) {
      into.put("text", Mail.cut(words.text.toString(), MAX_TEXT));
    }
    if (!words.html.isEmpty()) {
      into.put("html", Mail.cut(words.html.toString(), MAX_TEXT));
    }
    into.set("attachments", words.attachments);
  }

  private void take(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && depth < MAX_DEPTH) {
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          take(parts.getBodyPart(i), depth + 1);
        }
      }
      return;
    }
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    boolean words = part.isMimeType("text/plain") || part.isMimeType("text/html");
    if (words && !attached) {
      var into = part.isMimeType("text/plain") ? text : html;
      if (part.getContent() instanceof String content && into.length() < MAX_TEXT) {
        into.append(content);
      }
    } else if (attachments.size() < MAX_ATTACHMENTS) {
      var type = part.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
      attachments
          .addObject()
          .put("filename", Mail.cut(part.getFileName(), 300))
          .put("content_type", Mail.cut(type, 100));
    }
  }
}
