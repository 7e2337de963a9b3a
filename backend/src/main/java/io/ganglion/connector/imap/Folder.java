package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is open.
 *
 * @param validity stands for its numbering: a mail's number counts only together with it
 * @param next a number that is above that of every mail there is; 0 where the server doesn't say
 */
record Folder(IMAPProtocol server, String name, long validity, long next, int total) {
  /** A search may find more; the rest is left out. */
  private static final int MOST_FOUND = 100_000;

  /** What is fetched of a mail to show it; none of it marks it as seen. */
  static final String ENVELOPE = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)";

  /** Opens it to read. */
  static Folder examine(IMAPProtocol server, String name) throws ProtocolException {
    var info = server.examine(name); // the library encodes the name
    return new Folder(
        server, name, info.uidvalidity, Math.max(0, info.uidnext), Math.max(0, info.total));
  }

  /** Opens it to change flags. */
  static Folder select(IMAPProtocol server, String name) throws ProtocolException {
    var info = server.select(name);
    return new Folder(
        server, name, info.uidvalidity, Math.max(0, info.uidnext), Math.max(0, info.total));
  }

  /**
   * Numbers of mails, lowest first.
   *
   * @param from the lowest that is wanted
   * @param criteria beside it, as IMAP writes them
   */
  List<Long> numbers(long from, Argument criteria) throws ProtocolException {
    var asked = new Argument();
    asked.writeAtom("CHARSET");
    asked.writeAtom("UTF-8");
    asked.writeAtom("UID");
    asked.writeAtom(from + ":*");
    asked.append(criteria);
    var found = new ArrayList<Long>();
    for (var response : answered("UID SEARCH", asked)) {
      if (response instanceof IMAPResponse search && search.keyEquals("SEARCH")) {
        for (long number = search.readLong(); number != -1; number = search.readLong()) {
          // n:* names the last mail, too, where all are below n
          if (number >= from && found.size() < MOST_FOUND) {
            found.add(number);
          }
        }
      }
    }
    found.sort(null);
    return found;
  }

  /**
   * What is asked of some mails; those that are no more are left out.
   *
   * @param items as IMAP writes them, the UID among them
   */
  List<FetchResponse> fetch(List<Long> numbers, String items) throws ProtocolException {
    if (numbers.isEmpty()) {
      return List.of();
    }
    var fetched = new ArrayList<FetchResponse>();
    for (var response : answered("UID FETCH " + set(numbers) + " " + items, null)) {
      if (response instanceof FetchResponse fetch && fetch.getItem(UID.class) != null) {
        fetched.add(fetch);
      }
    }
    return fetched;
  }

  void flag(long number, boolean seen) throws ProtocolException {
    answered("UID STORE %d %sFLAGS (\\Seen)".formatted(number, seen ? "+" : "-"), null);
  }

  private Response[] answered(String command, @Nullable Argument asked) throws ProtocolException {
    var responses = server.command(command, asked);
    server.handleResult(responses[responses.length - 1]);
    return responses;
  }

  private static String set(List<Long> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }

  /** Where a number was given for another numbering, no mail is meant. */
  Folder numbered(long expected) throws CommandFailedException {
    if (expected > 0 && expected != validity) {
      throw new CommandFailedException(
          "%s was numbered anew: uid_validity is %d now".formatted(name, validity));
    }
    return this;
  }

  ObjectNode shown() {
    return Json.object().put("folder", name).put("uid_validity", validity);
  }
}
