import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import type { Connector } from "./api";
import { ownAction as action, shop } from "./fixtures";
import { bodyOf, editsOf, NOTHING, saidOf, wrongWith } from "./own";

beforeEach(() => {
  server.use(
    answers("get", "/me", me("operator")),
    answers("get", "/connections", page()),
    answers("get", "/connectors", page(shop)),
  );
});

const made = (connector: Connector) =>
  http.post("*/api/v1/connectors", () => HttpResponse.json(connector, { status: 201, headers: { ETag: '"1"' } }));

describe("a platform of one’s own", () => {
  test("is read, reviewed, saved and connected", async () => {
    const patched: unknown[] = [];
    server.use(
      made(shop),
      http.patch("*/api/v1/connectors/my-shop", async ({ request }) => {
        patched.push([request.headers.get("If-Match"), await request.json()]);
        return HttpResponse.json(shop, { headers: { ETag: '"2"' } });
      }),
    );
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Add your own platform" }));
    await hands.click(await screen.findByRole("button", { name: "Read it" }));
    expect(await screen.findByText(/with a hyphen in the middle/)).toBeInTheDocument();
    expect(await findings()).toEqual([]);
    await fill(hands, screen.getByRole("textbox", { name: "Name" }), "my-shop");
    await fill(hands, screen.getByRole("textbox", { name: "Document" }), "openapi: 3.1.0");
    await hands.click(screen.getByRole("button", { name: "Read it" }));
    const table = await screen.findByRole("table", { name: "Actions" });
    expect(within(table).getByText("Can’t be called: it takes multipart/form-data.")).toBeInTheDocument();
    await hands.selectOptions(screen.getByRole("combobox", { name: /my-shop.addItem/ }), "idempotent");
    await fill(hands, screen.getByRole("textbox", { name: /Header that my-shop.addItem/ }), "Idempotency-Key");
    await hands.click(screen.getByRole("checkbox", { name: "Offer my-shop.listItems" }));
    expect(await findings()).toEqual([]);
    await hands.click(screen.getByRole("button", { name: "Save and connect" }));
    expect(await screen.findByText("Workflows call it “my-shop”.")).toBeInTheDocument();
    expect(await screen.findByRole("heading", { name: "Connect Shop" })).toBeInTheDocument();
    expect(patched).toEqual([
      [
        '"1"',
        {
          actions: {
            listItems: { offered: false },
            addItem: { retry_class: "idempotent", idempotency_header: "Idempotency-Key" },
          },
        },
      ],
    ]);
  });

  test("a server’s claims are trusted by a click and not before", async () => {
    const tools: Connector = {
      ...shop,
      kind: "mcp",
      actions: [action("look", { source: "look", claimed_retry_class: "pure" })],
    };
    server.use(made(tools));
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Add your own platform" }));
    await hands.click(await screen.findByRole("radio", { name: "MCP server" }));
    await fill(hands, screen.getByRole("textbox", { name: "Name" }), "my-shop");
    await fill(hands, screen.getByRole("textbox", { name: "Address" }), "https://mcp.example/mcp");
    await hands.click(screen.getByRole("button", { name: "Read it" }));
    const select = await screen.findByRole("combobox", { name: /my-shop.look/ });
    expect(select).toHaveValue("blind");
    await hands.click(screen.getByRole("button", { name: "Trust what it says" }));
    expect(select).toHaveValue("pure");
    expect(screen.queryByText("The server says more of its tools")).not.toBeInTheDocument();
  });

  test("what can’t be read is told at its field", async () => {
    server.use(
      http.post("*/api/v1/connectors", () =>
        HttpResponse.json(
          {
            type: "/docs/problems#invalid_request",
            title: "The request is not valid",
            status: 400,
            detail: "/document: send an OpenAPI 3.0 or 3.1 document, in JSON or YAML",
            code: "invalid_request",
            errors: [{ pointer: "/document", detail: "send an OpenAPI 3.0 or 3.1 document, in JSON or YAML" }],
            trace_id: "t",
          },
          { status: 400 },
        ),
      ),
    );
    const { hands } = show("/connections");
    await hands.click(await screen.findByRole("button", { name: "Add your own platform" }));
    await fill(hands, await screen.findByRole("textbox", { name: "Name" }), "my-shop");
    await fill(hands, screen.getByRole("textbox", { name: "Document" }), "words");
    await hands.click(screen.getByRole("button", { name: "Read it" }));
    expect((await screen.findAllByText(/send an OpenAPI 3.0 or 3.1 document/)).length).toBeGreaterThan(0);
  });

  test("who may only read is not asked", async () => {
    server.use(answers("get", "/me", me("viewer")));
    show("/connections");
    expect(await screen.findByText("Nothing is connected yet")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Add your own platform" })).not.toBeInTheDocument();
  });
});

describe("what was written", () => {
  test("is a body of one origin", () => {
    expect(bodyOf({ ...NOTHING, name: "my-shop", document: "d" })).toEqual({ name: "my-shop", document: "d" });
    expect(bodyOf({ ...NOTHING, origin: "mcp", name: "my-mcp", url: " https://a ", token: "t", baseUrl: "x" })).toEqual(
      {
        name: "my-mcp",
        mcp: { url: "https://a", credentials: { token: "t" } },
      },
    );
    expect(wrongWith({ ...NOTHING, name: "shop", origin: "url", url: "ftp://a" })).toEqual({
      name: expect.any(String),
      url: expect.any(String),
    });
  });

  test("only what differs is said", () => {
    expect(editsOf(shop.actions, { "my-shop.addItem": saidOf(action("addItem", {})) })).toEqual({});
  });
});
