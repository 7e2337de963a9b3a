package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** What an account's mailboxes show, and what may be marked in them. */
final class Reads {
  private static final int MAX_FOLDERS = 500;
  private static final int USUAL_MAILS = 20;
  private static final String INBOX = "INBOX";

  private Reads() {}

  static String folder(JsonNode arguments) {
    return arguments.path("folder").asText(INBOX);
  }

  static ObjectNode folders(IMAPProtocol server) throws ProtocolException {
    var output = Json.object();
    var names = output.putArray("folders");
    var found = server.list("", "*");
    for (int i = 0; found != null && i < Math.min(found.length, MAX_FOLDERS); i++) {
      if (found[i].canOpen) {
        names.add(found[i].name);
      }
    }
    return output;
  }

  static ObjectNode folder(IMAPProtocol server, JsonNode arguments) throws ProtocolException {
    var folder = Folder.examine(server, folder(arguments));
    var unseen = new Argument();
    unseen.writeAtom("UNSEEN");
    return folder
        .shown()
        .put("mails", folder.total())
        .put("unseen", folder.numbers(1, unseen).size())
        .put("uid_next", folder.next());
  }

  /** The newest, or the first after a number; lowest number first. */
  static ObjectNode mails(IMAPProtocol server, JsonNode arguments) throws ProtocolException {
    var folder =
        Folder.examine(server, folder(arguments)).numbered(arguments.path("uid_validity").asLong());
    long after = arguments.path("after_uid").asLong(0);
    var numbers = folder.numbers(after + 1, criteria(arguments));
    int most = Math.min(arguments.path("limit").asInt(USUAL_MAILS), numbers.size());
    var wanted =
        arguments.has("after_uid")
            ? numbers.subList(0, most)
            : numbers.subList(numbers.size() - most, numbers.size());
    var output = folder.shown();
    var mails = output.putArray("mails");
    folder.fetch(wanted, Folder.ENVELOPE).forEach(mail -> mails.add(Mail.shown(mail)));
    return output;
  }

  private static Argument criteria(JsonNode arguments) {
    var criteria = new Argument();
    if (arguments.path("unseen").asBoolean(false)) {
      criteria.writeAtom("UNSEEN");
    }
    for (var word : List.of("from", "subject", "text")) {
      if (arguments.has(word)) {
        criteria.writeAtom(word.toUpperCase(Locale.ROOT));
        criteria.writeString(arguments.path(word).asText(), StandardCharsets.UTF_8);
      }
    }
    if (arguments.has("message_id")) {
      criteria.writeAtom("HEADER");
      criteria.writeAtom("Message-ID");
      criteria.writeString(arguments.path("message_id").asText(), StandardCharsets.UTF_8);
    }
    return criteria;
  }

  static ObjectNode mail(IMAPProtocol server, JsonNode arguments) throws ProtocolException {
    var folder =
        Folder.examine(server, folder(arguments)).numbered(arguments.path("uid_validity").asLong());
    var number = List.of(arguments.path("uid").asLong());
    var envelope = folder.fetch(number, Folder.ENVELOPE);
    var body = folder.fetch(number, "(UID BODY.PEEK[]<0.%d>)".formatted(Words.MAX_BYTES));
    if (envelope.isEmpty() || body.isEmpty()) {
      throw missing(folder, number.getFirst());
    }
    var output = folder.shown();
    output.setAll(Mail.shown(envelope.getFirst()));
    var read = body.getFirst().getItem(BODY.class);
    var bytes = read == null ? null : read.getByteArrayInputStream();
    if (bytes != null) {
      output.put("truncated", bytes.available() >= Words.MAX_BYTES);
      Words.read(bytes, output);
    }
    return output;
  }

  static ObjectNode mark(IMAPProtocol server, JsonNode arguments, boolean seen)
      throws ProtocolException {
    var folder =
        Folder.select(server, folder(arguments)).numbered(arguments.path("uid_validity").asLong());
    long number = arguments.path("uid").asLong();
    if (folder.fetch(List.of(number), "(UID)").isEmpty()) {
      throw missing(folder, number);
    }
    folder.flag(number, seen);
    return folder.shown().put("uid", number).put("seen", seen);
  }

  private static CommandFailedException missing(Folder folder, long number) {
    return new CommandFailedException("%s has no mail %d".formatted(folder.name(), number));
  }
}
