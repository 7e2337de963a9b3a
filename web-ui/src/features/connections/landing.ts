/** With what a platform sent somebody back: the connection there is, or why there is none. */
export type Landing = { connected?: string; connect_error?: string };

export function landingOf(search: Record<string, unknown>): Landing {
  const { connected, connect_error } = search;
  return {
    ...(typeof connected === "string" && { connected }),
    ...(typeof connect_error === "string" && { connect_error }),
  };
}

const WORDS: Record<string, string> = {
  consent_denied: "You said no on the platform's page, so nothing was connected.",
  consent_failed: "The platform sent you back without a permission. Try again.",
  unknown_authorization:
    "This way back is good for one use, for ten minutes, in the browser it began in. Begin again from here.",
  mixed_up: "Another platform answered than was asked. Nothing was connected; begin again from here.",
  credentials_refused: "The platform takes back what it gave. Check the app's settings there, and try again.",
  platform_unreachable: "The platform could not be asked. Try again in a while.",
  other_account: "That is another account than the connection's. Sign in at the platform with the right one.",
  name_taken: "Another connection has this name by now. Begin again under another name.",
  oauth_app_missing: "This installation has no app at the platform any more. Ask the operator.",
  connection_gone: "The connection was deleted meanwhile.",
  connection_changed: "The connection's credentials were changed meanwhile. Try again if it still needs it.",
};

/** What to tell of a failure; codes are the API's, so that nobody else's words are shown. */
export function failureWords(code: string): string {
  return WORDS[code] ?? "Connecting has failed. Try again; if it goes on, tell the operator.";
}
