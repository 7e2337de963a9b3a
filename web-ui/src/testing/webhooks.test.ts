import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** What the backend's own tests find its signatures to be. */
interface Vector {
  kind: "hmac" | "ed25519";
  id: string;
  timestamp: number;
  body: string;
  secret: string;
  public_key?: string;
  signature: string;
}

const vectors: Vector[] = JSON.parse(readFileSync("../backend/src/test/resources/webhooks/vectors.json", "utf8"));

function vector(kind: Vector["kind"]): Vector {
  const found = vectors.find((one) => one.kind === kind);
  if (!found) throw new Error(`there is no vector of ${kind}`);
  return found;
}

function headers(one: Vector, signature: string): Record<string, string> {
  return {
    "webhook-id": one.id,
    "webhook-timestamp": String(one.timestamp),
    "webhook-signature": signature,
  };
}

describe("what the backend signs", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: vector("hmac").timestamp * 1000 + 1000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is taken by the official npm library", () => {
    const one = vector("hmac");
    const webhook = new Webhook(one.secret);
    expect(webhook.verify(one.body, headers(one, `v1,AAAA ${one.signature}`))).toEqual(JSON.parse(one.body));
    expect(() => webhook.verify(`${one.body} `, headers(one, one.signature))).toThrow();
    vi.setSystemTime(one.timestamp * 1000 + 3_600_000);
    expect(() => webhook.verify(one.body, headers(one, one.signature))).toThrow();
  });

  it("is checked by its public key, where it is an ed25519 signature", () => {
    const one = vector("ed25519");
    const key = createPublicKey({
      key: Buffer.concat([
        Buffer.from("302a300506032b6570032100", "hex"), // RFC 8410
        Buffer.from((one.public_key ?? "").replace("whpk_", ""), "base64"),
      ]),
      format: "der",
      type: "spki",
    });
    const signature = Buffer.from(one.signature.replace("v1a,", ""), "base64");
    const signed = (body: string) => Buffer.from(`${one.id}.${one.timestamp}.${body}`);
    expect(verify(null, signed(one.body), key, signature)).toBe(true);
    expect(verify(null, signed(`${one.body} `), key, signature)).toBe(false);
  });
});
