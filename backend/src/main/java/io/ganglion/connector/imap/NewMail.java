package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling.Question;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * Mails that came into a folder, lowest number first. A server gives each mail a number above all
 * that it gave before, so the highest that was read says it all; it counts only as long as the
 * folder's {@code UIDVALIDITY} is the same.
 *
 * <p>The cursor: {@code validity}, and {@code uid} of the last that was told.
 */
final class NewMail {
  private static final int PAGE = 50;
  private static final String VALIDITY = "validity";
  private static final String NUMBER = "uid";

  private NewMail() {}

  static Polled read(IMAPProtocol server, Question question) throws ProtocolException {
    var folder = Folder.examine(server, Reads.folder(question.arguments()));
    var cursor = question.cursor();
    if (question.from().isEmpty() && !cursor.has(NUMBER)) {
      return new Polled.Page(List.of(), cursor(folder, newest(folder)), false, 0);
    }
    if (cursor.has(VALIDITY) && cursor.path(VALIDITY).asLong() != folder.validity()) {
      return new Polled.TooOld(
          "%s was numbered anew (UIDVALIDITY %d was %d): what came since the last reading can't be told"
              .formatted(folder.name(), folder.validity(), cursor.path(VALIDITY).asLong()));
    }
    long after =
        question.from().isEmpty() ? cursor.path(NUMBER).asLong() : Long.parseLong(question.from());
    return page(folder, question, after);
  }

  private static Polled page(Folder folder, Question question, long after)
      throws ProtocolException {
    if (folder.next() > 0 && after + 1 >= folder.next()) {
      return new Polled.Page(List.of(), cursor(folder, after), false, question.round());
    }
    var numbers = folder.numbers(after + 1, new Argument());
    var wanted = numbers.subList(0, Math.min(PAGE, numbers.size()));
    var items = new ArrayList<Polled.Item>();
    for (var mail : folder.fetch(wanted, Folder.ENVELOPE)) {
      var data = folder.shown();
      data.setAll(Mail.shown(mail));
      var id = "%d:%d".formatted(folder.validity(), Mail.number(mail));
      items.add(new Polled.Item(id, "", Optional.ofNullable(Mail.received(mail)), data));
    }
    items.sort(Comparator.comparingLong(item -> item.data().path("uid").asLong()));
    // those that were deleted since they were found are told by nobody
    long last = wanted.isEmpty() ? after : wanted.getLast();
    return new Polled.Page(
        items, cursor(folder, last), wanted.size() < numbers.size(), question.round());
  }

  /** Below the number of whatever comes next. */
  private static long newest(Folder folder) throws ProtocolException {
    if (folder.next() > 0) {
      return folder.next() - 1;
    }
    var numbers = folder.numbers(1, new Argument());
    return numbers.isEmpty() ? 0 : numbers.getLast();
  }

  private static JsonNode cursor(Folder folder, long number) {
    return Json.object().put(VALIDITY, folder.validity()).put(NUMBER, number);
  }
}
