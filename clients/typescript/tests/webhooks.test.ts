import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { verifyWebhook, WebhookRefused } from "../src/index.js";

const now = new Date("2026-11-29T10:00:00Z");
const body = '{"type":"run.succeeded","data":{"run":"run_1","text":"ünïcode"}}';
const secret = `whsec_${randomBytes(24).toString("base64")}`;

/** By the library of the standard. */
function byHmac(key = secret, at = now, content = body): Record<string, string> {
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(at.getTime() / 1000),
    "webhook-signature": new Webhook(key).sign("msg_1", at, content),
  };
}

/** By Node's own cryptography. */
function byEd25519() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const signature = sign(null, Buffer.from(`msg_1.${now.getTime() / 1000}.${body}`), privateKey).toString("base64");
  return { key: `whpk_${raw.toString("base64")}`, headers: { ...byHmac(), "webhook-signature": `v1a,${signature}` } };
}

describe("a webhook is believed", () => {
  test("signed with the secret by the standard's own library", async () => {
    const message = await verifyWebhook({ secrets: secret, headers: byHmac(), body, now });
    expect(message).toEqual({ id: "msg_1", timestamp: now, payload: JSON.parse(body) });
  });

  test("signed by ed25519", async () => {
    const { key, headers } = byEd25519();
    expect((await verifyWebhook({ secrets: key, headers, body, now })).id).toBe("msg_1");
  });

  test("while secrets are rotated: with two signatures, or two secrets", async () => {
    const other = `whsec_${randomBytes(24).toString("base64")}`;
    const both = {
      ...byHmac(),
      "webhook-signature": `${byHmac(other)["webhook-signature"]} ${byHmac()["webhook-signature"]}`,
    };
    await verifyWebhook({ secrets: secret, headers: both, body, now });
    await verifyWebhook({ secrets: [other, secret], headers: byHmac(), body, now });
  });

  test("with the headers of a fetch request, and its bytes", async () => {
    const bytes = new TextEncoder().encode(body);
    await verifyWebhook({ secrets: secret, headers: new Headers(byHmac()), body: bytes, now });
  });
});

describe("a webhook is refused", () => {
  const refused = (options: Partial<Parameters<typeof verifyWebhook>[0]>) =>
    expect(verifyWebhook({ secrets: secret, headers: byHmac(), body, now, ...options })).rejects.toThrow(
      WebhookRefused,
    );

  test("with another body, id or time than were signed", async () => {
    await refused({ body: body.replace("run_1", "run_2") });
    await refused({ headers: { ...byHmac(), "webhook-id": "msg_2" } });
    await refused({ headers: { ...byHmac(), "webhook-timestamp": String(now.getTime() / 1000 + 1) } });
  });

  test("signed with another secret, or in another way", async () => {
    await refused({ secrets: `whsec_${randomBytes(24).toString("base64")}` });
    await refused({ secrets: byEd25519().key });
    await refused({ headers: byEd25519().headers });
    await refused({ headers: { ...byHmac(), "webhook-signature": "v1,!!!" } });
  });

  test("that is five minutes old, or from the future, or of no time at all", async () => {
    await refused({ headers: byHmac(secret, new Date(now.getTime() - 301_000)) });
    await refused({ headers: byHmac(secret, new Date(now.getTime() + 301_000)) });
    await refused({ headers: { ...byHmac(), "webhook-timestamp": "yesterday" } });
  });

  test("without a header", async () => {
    for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
      await refused({ headers: { ...byHmac(), [name]: "" } });
    }
  });
});
