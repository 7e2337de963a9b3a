/** Why a webhook is not to be trusted. */
export class WebhookRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WebhookRefused";
  }
}

export type WebhookOptions = {
  /**
   * The endpoint's secrets (`whsec_…`, HMAC) or public keys (`whpk_…`, ed25519). While they are rotated: both, the old
   * and the new one.
   */
  secrets: string | string[];
  /** The body as it came, byte by byte: what was parsed and written again has another signature. */
  body: string | Uint8Array;
  headers: Headers | Record<string, string | string[] | undefined>;
  /** A message is refused that is older or newer by more. */
  toleranceS?: number;
  now?: Date;
};

/** A webhook that Ganglion has sent. */
export type WebhookMessage = {
  /** The same for each try: what was seen under it can be left alone. */
  id: string;
  timestamp: Date;
  payload: unknown;
};

const TOLERANCE_S = 300;

/**
 * Proves that a webhook is Ganglion's, by Standard Webhooks, and reads it.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @throws WebhookRefused if it is not, or too old
 */
export async function verifyWebhook(options: WebhookOptions): Promise<WebhookMessage> {
  const header = reader(options.headers);
  const id = header("webhook-id");
  const sent = header("webhook-timestamp");
  const seconds = /^\d{1,12}$/.test(sent) ? Number(sent) : Number.NaN;
  const now = (options.now ?? new Date()).getTime() / 1000;
  if (!(Math.abs(now - seconds) <= (options.toleranceS ?? TOLERANCE_S))) {
    throw new WebhookRefused("the webhook's timestamp is too far from now");
  }
  const body = typeof options.body === "string" ? new TextEncoder().encode(options.body) : options.body;
  const signed = concat(new TextEncoder().encode(`${id}.${sent}.`), body);
  const secrets = typeof options.secrets === "string" ? [options.secrets] : options.secrets;
  for (const signature of header("webhook-signature").split(" ")) {
    for (const secret of secrets) {
      if (await isOf(secret, signature, signed)) {
        return { id, timestamp: new Date(seconds * 1000), payload: JSON.parse(new TextDecoder().decode(body)) };
      }
    }
  }
  throw new WebhookRefused("no signature of the webhook is by one of the secrets");
}

async function isOf(secret: string, signature: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [version, text] = signature.split(",", 2);
  const asymmetric = secret.startsWith("whpk_");
  if (!text || version !== (asymmetric ? "v1a" : "v1")) return false;
  const bytes = fromBase64(text);
  if (!bytes) return false;
  const raw = fromBase64(secret.replace(/^wh(sec|pk)_/, ""));
  if (!raw || raw.length === 0) throw new WebhookRefused("the secret is no base64");
  const how = asymmetric ? { name: "Ed25519" } : { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, how, false, ["verify"]);
  return crypto.subtle.verify(how.name, key, bytes, signed); // in constant time
}

function reader(headers: WebhookOptions["headers"]): (name: string) => string {
  const all =
    headers instanceof Headers
      ? headers
      : new Headers(
          Object.entries(headers).flatMap(([name, value]): [string, string][] =>
            typeof value === "string" ? [[name, value]] : [],
          ),
        );
  return (name) => {
    const value = all.get(name);
    if (!value) throw new WebhookRefused(`the webhook has no header ${name}`);
    return value;
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
