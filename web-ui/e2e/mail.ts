import { stack } from "./stack";

const PATIENCE_MS = 30_000;
const POLL_MS = 250;

/** As the mail catcher tells of it. */
type Mail = { subject: string; mimeMessage: string };

/** The source of the latest mail to an address with such a subject; waits for it. */
export async function mailTo(address: string, subject: RegExp): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${stack.mail}/api/user/${address}/messages/`);
    const mails: Mail[] = answer.ok ? await answer.json() : []; // an address is unknown before its first mail
    const found = mails.findLast((mail) => subject.test(mail.subject));
    if (found) return found.mimeMessage;
    if (Date.now() > until) throw new Error(`no mail ${subject} to ${address}`);
    await new Promise((later) => setTimeout(later, POLL_MS));
  }
}

/** The address in a mail that leads to such a path. */
export function linkIn(mail: string, path: RegExp): string {
  const plain = mail.replace(/=\r?\n/g, "").replace(/=3D/g, "="); // quoted-printable
  const found = (plain.match(/https?:\/\/[^\s"<>]+/g) ?? []).find((link) => path.test(link));
  if (!found) throw new Error(`no link ${path} in:\n${plain}`);
  return found.replaceAll("&amp;", "&");
}
