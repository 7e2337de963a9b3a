package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import jakarta.mail.Flags;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** What of a mail is shown without reading it: its envelope, bounded. */
final class Mail {
  private static final int MAX_SUBJECT = 1_000;
  private static final int MAX_ADDRESSES = 50;
  private static final int MAX_WORDS = 320;

  private Mail() {}

  static long number(FetchResponse fetched) {
    return java.util.Objects.requireNonNull(fetched.getItem(UID.class)).uid;
  }

  /** When the server took it. */
  static @Nullable Instant received(FetchResponse fetched) {
    var date = fetched.getItem(INTERNALDATE.class);
    return date == null ? null : instant(date.getDate());
  }

  static ObjectNode shown(FetchResponse fetched) {
    var mail = Json.object().put("uid", number(fetched));
    var envelope = fetched.getItem(ENVELOPE.class);
    if (envelope != null) {
      word(mail, "message_id", envelope.messageId);
      word(mail, "in_reply_to", envelope.inReplyTo);
      mail.put("subject", cut(decoded(envelope.subject), MAX_SUBJECT));
      addresses(mail.putArray("from"), envelope.from);
      addresses(mail.putArray("to"), envelope.to);
      addresses(mail.putArray("cc"), envelope.cc);
      addresses(mail.putArray("reply_to"), envelope.replyTo);
      time(mail, "date", instant(envelope.date));
    }
    time(mail, "received_at", received(fetched));
    var size = fetched.getItem(RFC822SIZE.class);
    if (size != null) {
      mail.put("size_bytes", size.size);
    }
    var flags = fetched.getItem(FLAGS.class);
    if (flags != null) {
      mail.put("seen", flags.contains(Flags.Flag.SEEN));
    }
    return mail;
  }

  private static void addresses(ArrayNode into, InternetAddress @Nullable [] addresses) {
    for (int i = 0; addresses != null && i < Math.min(addresses.length, MAX_ADDRESSES); i++) {
      var one = into.addObject().put("address", cut(addresses[i].getAddress(), MAX_WORDS));
      var name = addresses[i].getPersonal();
      if (name != null && !name.isEmpty()) {
        one.put("name", cut(name, MAX_WORDS));
      }
    }
  }

  private static void word(ObjectNode mail, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      mail.put(name, cut(value.strip(), MAX_WORDS));
    }
  }

  private static void time(ObjectNode mail, String name, @Nullable Instant at) {
    if (at != null) {
      mail.put(name, at.toString());
    }
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static String decoded(@Nullable String text) {
    try {
      return text == null ? "" : MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException e) {
      return text; // as it was written
    }
  }

  static String cut(@Nullable String text, int most) {
    var whole = text == null ? "" : text;
    return whole.length() <= most ? whole : whole.substring(0, most);
  }
}
