import { isProblem } from "@ganglion/client";

/** What is wrong with a form's fields, by the path that the form has for them: `/policy/actions/0` is `policy.actions`. */
export function fieldErrors(problem: unknown, fields: readonly string[]): Record<string, string> {
  const messages: Record<string, string> = {};
  if (!isProblem(problem)) return messages;
  for (const { pointer, detail } of problem.errors) {
    const path = pointer.slice(1).split("/").join(".");
    const field = fields
      .filter((one) => path === one || path.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (field) messages[field] ??= detail;
  }
  return messages;
}

/** Whether somebody else has changed it since it was read. */
export function isOutdated(problem: unknown): boolean {
  return isProblem(problem) && problem.status === 412;
}
