import type { Action, Connector } from "./api";

/** An action of a platform of one's own. */
export const ownAction = (
  name: string,
  own: Partial<NonNullable<Action["own"]>>,
  more: Partial<Action> = {},
): Action => ({
  function: `my-shop.${name}`,
  title: `What ${name} does`,
  input: {},
  output: {},
  retry_class: "blind",
  undo_class: "irreversible",
  prepares: true,
  search_lag: null,
  look_up_window: null,
  timeout: "PT30S",
  attempts: 4,
  undo_action: null,
  own: {
    source: "POST /items",
    offered: true,
    missing: null,
    claimed_retry_class: "blind",
    idempotency_header: null,
    undo_arguments: null,
    ...own,
  },
  ...more,
});

export const shop: Connector = {
  name: "my-shop",
  version: "1.0.0",
  title: "Shop",
  credentials: {
    type: "object",
    required: ["key"],
    properties: { key: { type: "string", writeOnly: true, description: "key: sent as header X-Key" } },
  },
  environments: ["production"],
  hold_mode: "shared",
  oauth: null,
  polls: [],
  kind: "openapi",
  base_url: "https://shop.example",
  identity: null,
  actions: [
    ownAction("listItems", { source: "GET /items", claimed_retry_class: "pure" }, { retry_class: "pure" }),
    ownAction("addItem", {}),
    ownAction("picture", { offered: false, missing: "it takes multipart/form-data" }),
  ],
};
