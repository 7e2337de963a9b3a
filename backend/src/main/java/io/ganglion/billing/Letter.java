package io.ganglion.billing;

import io.ganglion.mail.Mail;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * What mails about bills say. Pure.
 *
 * @param tenant its name, which is other people's text
 */
record Letter(String to, String tenant) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  Letter {
    tenant = tenant.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  Mail issued(Invoice invoice, String link) {
    var kind = invoice.kind() == Invoice.Kind.INVOICE ? "Invoice" : "Credit note";
    var ask =
        invoice.dueMinor() == 0
            ? "There is nothing to pay."
            : "Please pay %s by %s.".formatted(due(invoice), DAY.format(invoice.dueAt()));
    return new Mail(
        to,
        "%s %s for %s".formatted(kind, invoice.label(), tenant),
        """
        %s %s for %s, %s: %s.
        %s

        %s
        """
            .formatted(
                kind,
                invoice.label(),
                tenant,
                invoice.month(),
                MoneyText.of(invoice.totalMinor(), invoice.document().currency()),
                ask,
                how(invoice, link)));
  }

  Mail overdue(Invoice invoice, String link) {
    return new Mail(
        to,
        "Invoice %s of %s is overdue".formatted(invoice.label(), tenant),
        """
        %s was due on %s and is not paid. Please pay it now.
        If it stays unpaid, %s is suspended: it keeps everything and can be read, and starts no runs.

        %s
        """
            .formatted(due(invoice), DAY.format(invoice.dueAt()), tenant, how(invoice, link)));
  }

  Mail suspended(Invoice invoice, String link) {
    return new Mail(
        to,
        "%s is suspended".formatted(tenant),
        """
        Invoice %s (%s) is not paid. %s starts no runs, and those under way wait.
        Nothing is lost: as soon as it is paid, everything goes on where it was.

        %s
        """
            .formatted(invoice.label(), due(invoice), tenant, how(invoice, link)));
  }

  Mail resumed(Invoice invoice, String link) {
    return new Mail(
        to,
        "%s goes on".formatted(tenant),
        """
        Nothing is overdue any more: invoice %s is settled. %s is no longer suspended, and what waited goes on.

        %s
        """
            .formatted(invoice.label(), tenant, link));
  }

  Mail burst(int percent, String month, String link) {
    var then =
        percent == 100
            ? "From now on no more is held than your plan's capacity; what needs more waits. Raise the cap to go on."
            : "At 100 %% no more is held than your plan's capacity, until the month is over or you raise the cap."
                .formatted();
    return new Mail(
        to,
        "Burst of %s has used %d %% of its cap".formatted(tenant, percent),
        """
        In %s burst has come to %d %% of what you allow a month.
        %s

        %s
        """
            .formatted(month, percent, then, link));
  }

  private static String due(Invoice invoice) {
    return MoneyText.of(invoice.dueMinor(), invoice.document().currency());
  }

  private static String how(Invoice invoice, String link) {
    var payment = Objects.requireNonNullElse(invoice.document().payment(), "");
    return invoice.dueMinor() == 0 || payment.isEmpty() ? link : payment + "\n" + link;
  }
}
