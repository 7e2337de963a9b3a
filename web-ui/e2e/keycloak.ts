import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stack } from "./stack";

/** Who signs people in with us. */
const REALM = "ganglion";
/** The role of who runs the installation: the launcher tells the backend so. */
const OPERATOR = "ganglion-operator";

/** Makes somebody who has signed up an operator, from when they sign in next. */
export async function makeOperator(email: string): Promise<void> {
  const [user] = await admin<{ id: string }[]>("GET", `/${REALM}/users?exact=true&email=${encodeURIComponent(email)}`);
  if (!user) throw new Error(`nobody has signed up as ${email}`);
  const role = await admin("GET", `/${REALM}/roles/${OPERATOR}`);
  await admin("POST", `/${REALM}/users/${user.id}/role-mappings/realm`, [role]);
}

/** Asks Keycloak as its administrator; what it answers, if anything. */
export async function admin<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${stack.signIn}/admin/realms${path}`, {
    method,
    headers: { Authorization: `Bearer ${await token()}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Keycloak answers ${answer.status} to ${method} ${path}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function token(): Promise<string> {
  const file = join(import.meta.dirname, "../../.ganglion/secrets.json");
  const secrets: { sign_in: { console: string } } = JSON.parse(readFileSync(file, "utf8"));
  const form = { grant_type: "password", client_id: "admin-cli", username: "admin", password: secrets.sign_in.console };
  const answer = await fetch(`${stack.signIn}/realms/master/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`Keycloak's administrator can't sign in: ${answer.status}`);
  const { access_token }: { access_token: string } = await answer.json();
  return access_token;
}
