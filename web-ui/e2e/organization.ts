import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stack } from "./stack";

/** Somebody of the organization, as its own identity provider knows them. */
export type Employee = { email: string; name: string };

export const PASSWORD = "a pass phrase at work";
const CLIENT = "ganglion";
export const SECRET = "secret-of-ganglion-at-the-organization";

/** An organization's identity provider: a realm of its own in the stack's Keycloak, which is one like any other. */
export class Organization {
  readonly issuer: string;

  private constructor(private readonly realm: string) {
    this.issuer = `${stack.signIn}/realms/${realm}`;
  }

  static async open(realm: string, people: Employee[]): Promise<Organization> {
    const users = people.map(({ email, name }) => {
      const [firstName = "", lastName = ""] = name.split(" ");
      const credentials = [{ type: "password", value: PASSWORD, temporary: false }];
      return { username: email, email, emailVerified: true, enabled: true, firstName, lastName, credentials };
    });
    await admin("POST", "", { realm, enabled: true, loginWithEmailAllowed: true, users });
    return new Organization(realm);
  }

  /** Makes us known to it over OpenID Connect; answers by what name. */
  async knowsByOidc(redirectUri: string): Promise<string> {
    await admin("POST", `/${this.realm}/clients`, {
      clientId: CLIENT,
      secret: SECRET,
      publicClient: false,
      standardFlowEnabled: true,
      redirectUris: [redirectUri],
    });
    return CLIENT;
  }

  /** Makes us known to it over SAML; answers its metadata. */
  async knowsBySaml(entityId: string, consumer: string): Promise<string> {
    await admin("POST", `/${this.realm}/clients`, {
      clientId: entityId,
      protocol: "saml",
      redirectUris: [consumer],
      attributes: {
        "saml.client.signature": "false",
        "saml.assertion.signature": "true",
        "saml.server.signature": "true",
        saml_assertion_consumer_url_post: consumer,
      },
      protocolMappers: ["email", "firstName", "lastName"].map((property) => ({
        name: property,
        protocol: "saml",
        protocolMapper: "saml-user-property-mapper",
        config: { "user.attribute": property, "attribute.name": property, "attribute.nameformat": "Basic" },
      })),
    });
    const metadata = await fetch(`${this.issuer}/protocol/saml/descriptor`);
    return metadata.text();
  }

  async close(): Promise<void> {
    await admin("DELETE", `/${this.realm}`);
  }
}

async function admin(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${stack.signIn}/admin/realms${path}`, {
    method,
    headers: { Authorization: `Bearer ${await token()}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Keycloak answers ${answer.status} to ${method} ${path}: ${await answer.text()}`);
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
