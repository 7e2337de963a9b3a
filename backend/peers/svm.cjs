// The real runtime of Solana (LiteSVM), on loopback behind the few JSON-RPC methods that SolanaSvmTest needs.
const http = require("node:http");
const { LiteSvm, FailedTransactionMetadata } = require("litesvm/dist/internal.js");
const { getBase58Decoder, getBase58Encoder } = require("@solana/kit");

// The runtime's errors without members, in its own order.
const ERRORS = ["AccountInUse", "AccountLoadedTwice", "AccountNotFound", "ProgramAccountNotFound", "InsufficientFundsForFee",
  "InvalidAccountForFee", "AlreadyProcessed", "BlockhashNotFound", "CallChainTooDeep", "MissingSignatureForFee",
  "InvalidAccountIndex", "SignatureFailure"];
const FINAL_AFTER = 32;

const svm = new LiteSvm();
const text = (bytes) => getBase58Decoder().decode(bytes);
const bytes = (base58) => new Uint8Array(getBase58Encoder().encode(base58));
const landed = new Map();
let height = 1000;

class Declined extends Error {
  constructor(code, message, err) {
    super(message);
    this.code = code;
    this.err = err;
  }
}

function failure(result) {
  if (!(result instanceof FailedTransactionMetadata)) return null;
  const err = result.err();
  return typeof err === "number" ? (ERRORS[err] ?? String(err)) : err.toString();
}

function simulate(raw) {
  return failure(svm.simulateLegacyTransaction(raw));
}

const value = (v) => ({ context: { slot: height }, value: v });

const methods = {
  getGenesisHash: () => text(new Uint8Array(32).fill(7)),
  getLatestBlockhash: () => value({ blockhash: svm.latestBlockhash(), lastValidBlockHeight: height + 150 }),
  getFeeForMessage: () => value(5000),
  getBalance: ([address]) => value(Number(svm.getBalance(bytes(address)) ?? 0n)),
  getEpochInfo: ([how]) => {
    const slot = how.commitment === "finalized" ? height - FINAL_AFTER : height;
    return { absoluteSlot: slot, blockHeight: slot };
  },
  simulateTransaction: ([raw]) => value({ err: simulate(Buffer.from(raw, "base64")) }),
  sendTransaction: ([raw]) => {
    const transaction = Buffer.from(raw, "base64");
    const refused = simulate(transaction);
    if (refused) throw new Declined(-32002, `Transaction simulation failed: ${refused}`, refused);
    const result = svm.sendLegacyTransaction(transaction);
    const signature = text(new Uint8Array(transaction.subarray(1, 65)));
    landed.set(signature, { slot: ++height, err: failure(result) });
    return signature;
  },
  getSignatureStatuses: ([signatures]) =>
    value(
      signatures.map((signature) => {
        const found = landed.get(signature);
        return found ? { ...found, confirmationStatus: height - found.slot >= FINAL_AFTER ? "finalized" : "confirmed" } : null;
      }),
    ),
  // What no node has: money from nowhere, and time that passes.
  airdrop: ([address, lamports]) => failure(svm.airdrop(bytes(address), BigInt(lamports))),
  pass: ([blocks]) => {
    height += blocks;
    svm.expireBlockhash();
    return height;
  },
};

http
  .createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { id, method, params } = JSON.parse(body);
    const answer = { jsonrpc: "2.0", id };
    try {
      if (!methods[method]) throw new Declined(-32601, "Method not found");
      answer.result = methods[method](params ?? []);
    } catch (error) {
      answer.error = { code: error.code ?? -32603, message: error.message, ...(error.err && { data: { err: error.err } }) };
    }
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer));
  })
  .listen(Number(process.env.SVM_PORT ?? 16010), "127.0.0.1", () => console.log("listening"));
