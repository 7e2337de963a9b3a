import { blank, isObject, objectOf, type Shape, type Written, wrongWith } from "../../lib/schema";
import { type Connector, LAB, type NewConnection, placesOf, simulated } from "./api";

/** A pair of a free form: what it is called, and what it is. */
export type Pair = { name: string; value: string };
export type Credentials = { written: Written; pairs: Pair[] };
export type Values = Credentials & { name: string; environment: string; baseUrl: string };

export const NAME = /^[a-z0-9_-]{1,64}$/;

export function noCredentials(shape: Shape): Credentials {
  return { written: blank(shape.fields), pairs: shape.free ? [{ name: "", value: "" }] : [] };
}

/** @param mayOpen whether they may open accounts of the laboratory */
export function placesFor(connector: Connector, mayOpen: boolean): string[] {
  return placesOf(connector).filter((one) => one !== LAB || (mayOpen && simulated(connector)));
}

/** What is wrong with credentials, by the form's paths. */
export function wrongCredentials(shape: Shape, { written, pairs }: Credentials): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const field of shape.fields) {
    const message = wrongWith(field, written[field.name]);
    if (message) wrong[`written.${field.name}`] = message;
  }
  if (shape.free && shape.fields.length === 0 && !pairs.some(({ name, value }) => name.trim() && value)) {
    wrong["pairs.0.name"] = "Name at least one";
  }
  pairs.forEach(({ name, value }, at) => {
    if (value && !name.trim()) wrong[`pairs.${at}.name`] = "Name it";
  });
  return wrong;
}

export function credentialsOf(shape: Shape, { written, pairs }: Credentials): Record<string, unknown> {
  const named = pairs.filter(({ name, value }) => name.trim() && value).map(({ name, value }) => [name.trim(), value]);
  return { ...objectOf(shape.fields, written), ...Object.fromEntries(named) };
}

export function wrongValues(shape: Shape, values: Values): Record<string, string> {
  return {
    ...(!NAME.test(values.name) && { name: "1 to 64 of a-z, 0-9, _ and -" }),
    ...(values.baseUrl.trim() &&
      !/^https?:\/\//.test(values.baseUrl.trim()) && { baseUrl: "An address that begins with https://" }),
    ...(values.environment !== LAB && wrongCredentials(shape, values)),
  };
}

/** What to send; for an account of the laboratory with what the laboratory says of it. */
export function bodyOf(
  connector: Connector,
  shape: Shape,
  values: Values,
  account?: Partial<NewConnection>,
): NewConnection {
  const { name, environment } = values;
  if (account) {
    return { name, connector: connector.name, environment, credentials: account.credentials };
  }
  const baseUrl = values.baseUrl.trim();
  return {
    name,
    connector: connector.name,
    environment,
    ...(baseUrl && { base_url: baseUrl }),
    credentials: credentialsOf(shape, values),
  };
}

/** Whether a self-hosted server can stand in the platform's place. */
export function mayHaveOwnServer({ credentials, name, kind }: Connector): boolean {
  return isObject(credentials) && name !== "http" && kind === null; // one of one's own is where it says
}
