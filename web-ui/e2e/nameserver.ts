import { createSocket, type Socket } from "node:dgram";

/** Where the stack's backend looks for proofs: the launcher tells it so (GANGLION_NAME_SERVER). */
const PORT = 7653;
const HEADER = 12;
const TXT = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60]); // the asked name, TXT, IN, a minute

/** A name server on loopback that knows TXT records alone (RFC 1035). */
export class NameServer {
  private readonly records = new Map<string, string>();
  private readonly socket: Socket = createSocket("udp4");

  async start(): Promise<void> {
    this.socket.on("message", (question, from) => this.socket.send(this.answer(question), from.port, from.address));
    await new Promise<void>((bound) => this.socket.bind(PORT, "127.0.0.1", bound));
  }

  txt(name: string, value: string): void {
    this.records.set(name, value);
  }

  stop(): void {
    this.socket.close();
  }

  private answer(question: Buffer): Buffer {
    const labels: string[] = [];
    let at = HEADER;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString("ascii", at + 1, at + 1 + length));
      at += length + 1;
    }
    const value = this.records.get(labels.join(".").toLowerCase());
    const head = Buffer.from([0, 0, 0x84, value ? 0 : 3, 0, 1, 0, value ? 1 : 0, 0, 0, 0, 0]);
    question.copy(head, 0, 0, 2);
    const asked = question.subarray(HEADER, at + 5);
    if (!value) return Buffer.concat([head, asked]);
    const text = Buffer.from(value, "ascii");
    return Buffer.concat([head, asked, TXT, Buffer.from([0, text.length + 1, text.length]), text]);
  }
}
