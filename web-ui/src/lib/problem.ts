/** One thing wrong with what was sent. */
export type Violation = { pointer: string; detail: string };

/** A refusal by the API (RFC 9457), or a failure to reach it. Its message is for people. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: Violation[] = [],
    readonly traceId?: string,
  ) {
    super(`${title}: ${detail}`);
    this.name = "ApiProblem";
  }

  /** No answer at all: whether the request did anything is not known. */
  static unreachable(): ApiProblem {
    return new ApiProblem(
      0,
      "unreachable",
      "Ganglion can't be reached",
      "The request got no answer. Check your connection and try again: a repetition does nothing twice.",
    );
  }

  /** From an answer's body; a proxy's answer may be anything. */
  static of(status: number, body: unknown): ApiProblem {
    const sent = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
    const text = (key: string, otherwise: string) => (typeof sent[key] === "string" ? sent[key] : otherwise);
    return new ApiProblem(
      status,
      text("code", "unknown"),
      text("title", "Something went wrong"),
      text("detail", `The server answered ${status}. Try again in a moment.`),
      Array.isArray(sent.errors) ? sent.errors.filter(isViolation) : [],
      text("trace_id", "") || undefined,
    );
  }

  /** What is wrong with a form's fields: the first message by top-level member. */
  fields(): Record<string, string> {
    const messages: Record<string, string> = {};
    for (const { pointer, detail } of this.errors) {
      const field = pointer.split("/")[1];
      if (field) messages[field] ??= detail;
    }
    return messages;
  }
}

function isViolation(one: unknown): one is Violation {
  return typeof one === "object" && one !== null && "pointer" in one && "detail" in one;
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
