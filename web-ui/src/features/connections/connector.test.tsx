import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import type { Connector } from "./api";
import { ownAction, shop } from "./fixtures";
import { editsOf, saidOf, wrongUndo } from "./own";

const dropItem = ownAction(
  "dropItem",
  { source: "DELETE /items/{id}", claimed_retry_class: "idempotent" },
  {
    retry_class: "idempotent",
    input: { type: "object", required: ["id"], properties: { id: { type: "string" }, why: { type: "string" } } },
  },
);
const mine: Connector = { ...shop, actions: [...shop.actions, dropItem] };

function as(role: "operator" | "viewer", connector: Connector = mine) {
  server.use(
    answers("get", "/me", me(role)),
    answers("get", "/connections", page()),
    answers("get", "/connectors", page(connector)),
    answers("get", "/connections/con_1/budgets", { windows: [] }),
    http.get("*/api/v1/connectors/my-shop", () => HttpResponse.json(connector, { headers: { ETag: '"4"' } })),
  );
}

/** What was sent to change it, each with the version that it was for. */
function changes(): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.patch("*/api/v1/connectors/my-shop", async ({ request }) => {
      sent.push([request.headers.get("If-Match"), await request.json()]);
      return HttpResponse.json(mine, { headers: { ETag: '"5"' } });
    }),
  );
  return sent;
}

beforeEach(() => as("operator"));

describe("a platform of one’s own", () => {
  test("is found on the page of connections, and shows what each action is taken to be", async () => {
    const { hands } = show("/connections");
    const own = within(await screen.findByRole("list", { name: "Your own platforms" }));
    await hands.click(own.getByRole("link", { name: "Shop" }));
    const [listItems, addItem, picture] = within(await screen.findByRole("list", { name: "Actions" })).getAllByRole(
      "listitem",
    );
    expect(listItems).toHaveTextContent(/listItems GET \/items.*is asked again: it only reads\./);
    expect(addItem).toHaveTextContent(/is never sent again\. It can’t be taken back\./);
    expect(picture).toHaveTextContent("Can’t be called: it takes multipart/form-data.");
    expect(screen.queryByRole("button", { name: "Change picture" })).not.toBeInTheDocument();
    expect(await findings()).toEqual([]);
  });

  test("who may only read changes nothing", async () => {
    as("viewer");
    show("/connectors/my-shop");
    expect(await screen.findByRole("list", { name: "Actions" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Change|Delete|Read it anew/ })).not.toBeInTheDocument();
  });

  test("an action is said to be deduplicated by a header and taken back by another one", async () => {
    const sent = changes();
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Change addItem" }));
    const form = within(await screen.findByRole("dialog"));
    await hands.selectOptions(form.getByRole("combobox", { name: "If its answer is lost, it" }), "idempotent");
    await fill(hands, form.getByRole("textbox", { name: "Header that it is deduplicated by" }), "Idempotency-Key");
    await hands.selectOptions(form.getByRole("combobox", { name: "It is taken back by" }), "dropItem");
    await hands.click(form.getByRole("button", { name: "Save" }));
    expect(await form.findByText(/Where in \/input, \/output or \/reference it is/)).toBeInTheDocument();
    expect(sent).toEqual([]);
    expect(await findings()).toEqual([]);
    await fill(hands, form.getByRole("textbox", { name: /Its argument id/ }), "/output/id");
    await hands.click(form.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("addItem is taken as you say.")).toBeInTheDocument();
    const said = {
      retry_class: "idempotent",
      idempotency_header: "Idempotency-Key",
      undo: { undo_class: "reversible", action: "dropItem", arguments: { id: "/output/id" } },
    };
    expect(sent).toEqual([['"4"', { actions: { addItem: said } }]]);
  });

  test("an action is switched off, and what the API refuses is shown", async () => {
    server.use(refuses("patch", "/connectors/my-shop", 400, "invalid_request", "Another action is taken back by it."));
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Change dropItem" }));
    const form = within(await screen.findByRole("dialog"));
    await hands.click(form.getByRole("switch", { name: "It may be called" }));
    await hands.click(form.getByRole("button", { name: "Save" }));
    expect(await form.findByText("Another action is taken back by it.")).toBeInTheDocument();
    const sent = changes();
    await hands.click(form.getByRole("button", { name: "Save" }));
    await expect.poll(() => sent).toEqual([['"4"', { actions: { dropItem: { offered: false } } }]]);
  });

  test("what somebody else has changed meanwhile is loaded anew and not written over", async () => {
    server.use(refuses("patch", "/connectors/my-shop", 412, "changed"));
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Change addItem" }));
    const form = within(await screen.findByRole("dialog"));
    await hands.selectOptions(form.getByRole("combobox", { name: "If its answer is lost, it" }), "pure");
    await hands.click(form.getByRole("button", { name: "Save" }));
    await hands.click(await form.findByRole("button", { name: "Load it as it is now" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  test("its title and what tells accounts apart are changed", async () => {
    const sent = changes();
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Change it" }));
    const form = within(await screen.findByRole("dialog"));
    await fill(hands, form.getByRole("textbox", { name: "Title" }), "The shop");
    await hands.selectOptions(form.getByRole("combobox", { name: /Whose credentials/ }), "listItems");
    await hands.click(form.getByRole("button", { name: "Save" }));
    expect(await form.findByText("A JSON pointer, e.g. /id")).toBeInTheDocument();
    await fill(hands, form.getByRole("textbox", { name: /Where its answer has the identifier/ }), "/owner");
    await hands.click(form.getByRole("button", { name: "Save" }));
    await expect
      .poll(() => sent)
      .toEqual([['"4"', { title: "The shop", identity: { action: "listItems", pointer: "/owner" } }]]);
  });

  test("a newer description is looked at, and then just that is taken over", async () => {
    const asked: unknown[] = [];
    const found = {
      added: ["addCoupon"],
      changed: ["addItem"],
      removed: [],
      credentials: true,
      digest: "d1",
      connector: mine,
    };
    server.use(
      http.post("*/api/v1/connectors/my-shop/refresh", async ({ request }) => {
        asked.push([request.headers.get("If-Match"), await request.json()]);
        return HttpResponse.json(found, { headers: { ETag: '"4"' } });
      }),
    );
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Read it anew" }));
    const dialog = within(await screen.findByRole("dialog"));
    await hands.click(dialog.getByRole("button", { name: "Show what has changed" }));
    expect(await dialog.findByText("An address that begins with https://")).toBeInTheDocument();
    await fill(hands, dialog.getByRole("textbox", { name: "Address" }), "https://shop.example/v2.yaml");
    await hands.click(dialog.getByRole("button", { name: "Show what has changed" }));
    expect(within(await dialog.findByRole("list", { name: "New" })).getByText("addCoupon")).toBeInTheDocument();
    expect(dialog.getByText("It asks for other credentials")).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    server.use(refuses("post", "/connectors/my-shop/refresh", 409, "description_changed", "Look at them again."));
    await hands.click(dialog.getByRole("button", { name: "Take it over" }));
    expect(await dialog.findByText("Look at them again.")).toBeInTheDocument();
    server.use(
      http.post("*/api/v1/connectors/my-shop/refresh", async ({ request }) => {
        asked.push([request.headers.get("If-Match"), await request.json()]);
        return HttpResponse.json({ ...found, digest: "d2" });
      }),
    );
    await hands.click(dialog.getByRole("button", { name: "Look again" }));
    await waitFor(() => expect(dialog.queryByText("Look at them again.")).not.toBeInTheDocument());
    await expect.poll(() => asked.length).toBe(2);
    await hands.click(dialog.getByRole("button", { name: "Take it over" }));
    expect(await screen.findByText("The description is taken over.")).toBeInTheDocument();
    const url = "https://shop.example/v2.yaml";
    expect(asked).toEqual([
      ['"4"', { url }],
      ['"4"', { url }],
      ['"4"', { url, confirm: "d2" }],
    ]);
  });

  test("an MCP server is asked as one of its connections", async () => {
    const connection = {
      id: "con_1",
      name: "tools",
      connector: "my-shop",
      status: "active",
      environment: "production",
    };
    as("operator", { ...mine, kind: "mcp" });
    const asked: unknown[] = [];
    server.use(
      answers("get", "/connections", page({ ...connection, checked_at: "2026-11-02T00:00:00.000Z", label: "tools" })),
      http.post("*/api/v1/connectors/my-shop/refresh", async ({ request }) => {
        asked.push(await request.json());
        const none = { added: [], changed: [], removed: [], credentials: false, digest: "d1", connector: mine };
        return HttpResponse.json(none);
      }),
    );
    const { hands } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Read it anew" }));
    const dialog = within(await screen.findByRole("dialog"));
    await hands.selectOptions(await dialog.findByRole("combobox", { name: "Ask as" }), "tools");
    await hands.click(dialog.getByRole("button", { name: "Show what has changed" }));
    expect(await dialog.findByText(/It says the same as before/)).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: "Take it over" })).not.toBeInTheDocument();
    expect(asked).toEqual([{ connection: "tools" }]);
  });

  test("while it is used it stays, and the dialog names its users; else it is deleted after being asked", async () => {
    server.use(refuses("delete", "/connectors/my-shop", 409, "connector_in_use", "It is used by connections shop."));
    const { hands, router } = show("/connectors/my-shop");
    await hands.click(await screen.findByRole("button", { name: "Delete" }));
    const dialog = within(await screen.findByRole("dialog"));
    await hands.click(dialog.getByRole("button", { name: "Delete" }));
    expect(await dialog.findByText("It is used by connections shop.")).toBeInTheDocument();
    server.use(answers("delete", "/connectors/my-shop", null, 204), answers("get", "/connectors", page()));
    await hands.click(dialog.getByRole("button", { name: "Delete" }));
    await expect.poll(() => router.state.location.pathname).toBe("/connections");
    await waitFor(() => expect(screen.queryByRole("list", { name: "Your own platforms" })).not.toBeInTheDocument());
  });
});

describe("an undo", () => {
  const addItem = ownAction("addItem", {});
  const undo = { undoClass: "reversible" as const, action: "dropItem", from: { id: "/output/id", why: "" } };

  test("needs to know where each argument is that has to be there", () => {
    expect(wrongUndo(undo, mine)).toEqual({});
    expect(wrongUndo({ ...undo, from: { why: "output" } }, mine)).toEqual({
      id: expect.any(String),
      why: expect.any(String),
    });
  });

  test("is sent without what was left out, and taken away by saying that nothing takes it back", () => {
    const named = "my-shop.addItem";
    expect(editsOf([addItem], { [named]: { ...saidOf(addItem), undo } })).toEqual({
      addItem: { undo: { undo_class: "reversible", action: "dropItem", arguments: { id: "/output/id" } } },
    });
    const undone = ownAction(
      "addItem",
      { undo_arguments: { id: "/output/id" } },
      { undo_class: "reversible", undo_action: "dropItem" },
    );
    expect(editsOf([undone], { [named]: { ...saidOf(undone), undo } })).toEqual({});
    expect(editsOf([undone], { [named]: { ...saidOf(undone), undo: null } })).toEqual({
      addItem: { undo: { undo_class: "irreversible" } },
    });
  });
});
