/** One thing wrong with what was sent: where, as a JSON pointer, and for a document its line. */
export type Violation = { pointer: string; detail: string; line?: number };

/** A refusal by the API (RFC 9457), or a failure to reach it. Its message is for people. */
export class ApiProblem extends Error {
  /** What kind of failure it is; stable, unlike title and detail. */
  readonly code: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: Violation[];
  /** Quote it when you ask for help. */
  readonly traceId: string | undefined;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    errors: Violation[] = [],
    traceId?: string,
    options?: ErrorOptions,
  ) {
    super(`${title}: ${detail}`, options);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.traceId = traceId;
  }

  /** No answer at all: whether the request did anything is not known. */
  static unreachable(cause?: unknown): ApiProblem {
    return new ApiProblem(
      0,
      "unreachable",
      "Ganglion can't be reached",
      "The request got no answer. Check your connection and try again: a repetition does nothing twice.",
      [],
      undefined,
      { cause },
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

/** Whether it is a refusal, of that code where one is named. */
export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
