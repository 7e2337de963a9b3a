import { admin } from "./keycloak";
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
