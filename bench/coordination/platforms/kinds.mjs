/**
 * The five kinds of platform. A kind is given `note`, by which it enters effects into the ledger, and answers requests with
 * `{read}` or `{write, undoing?, busy?}`, functions that make the answer, or with nothing: there is no such resource.
 * `write` makes the effect; it gets the ordinal's search lag.
 */

const answer = (status, body) => ({ status, body });
const MISSING = answer(404, { error: "there is no such thing" });

/** Posts without any key. The timeline can be searched for a text, and shows what is new only after a lag. */
function feed(note, now = Date.now) {
  const posts = new Map();
  return ({ method, path, query, body }) => {
    if (method === "GET" && path === "/posts") {
      return {
        read: () =>
          answer(200, {
            items: [...posts]
              .filter(([, it]) => it.text === query.get("text") && it.shownAt <= now())
              .map(([id, it]) => ({ id, text: it.text })),
          }),
      };
    }
    if (method === "POST" && path === "/posts" && typeof body?.text === "string") {
      return {
        write: (lagMs) => {
          const id = `post-${posts.size + 1}`;
          posts.set(id, { text: body.text, shownAt: now() + lagMs });
          note("landed", body.text, id);
          return answer(201, { id });
        },
      };
    }
    const id = /^\/posts\/([^/]+)$/.exec(path)?.[1];
    if (method === "DELETE" && id) {
      return {
        undoing: true,
        write: () => {
          const post = posts.get(id);
          if (!post || post.deleted) return MISSING;
          post.deleted = true;
          post.shownAt = Number.POSITIVE_INFINITY;
          note("undone", post.text, id);
          return answer(204);
        },
      };
    }
  };
}

/** Market orders. A client order id names an order and can be looked up at once; it is unique among open orders alone, and these fill at once. */
function exchange(note) {
  const orders = new Map();
  return ({ method, path, query, body }) => {
    if (method === "GET" && path === "/orders") {
      const ref = query.get("client_order_id");
      return {
        read: () => answer(200, { items: [...orders].filter(([, it]) => it.ref === ref).map(([id]) => ({ id })) }),
      };
    }
    if (method === "POST" && path === "/orders" && typeof body?.client_order_id === "string") {
      return {
        write: () => {
          const id = `order-${orders.size + 1}`;
          orders.set(id, { ref: body.client_order_id });
          note("landed", body.client_order_id, id);
          return answer(201, { id, status: "filled" });
        },
      };
    }
    const id = /^\/orders\/([^/]+)\/reversal$/.exec(path)?.[1];
    if (method === "PUT" && id) return { undoing: true, write: () => takeBack(orders.get(id), id, note) };
  };
}

/** Payments. An Idempotency-Key is honoured; while its first request is under way another is answered 409. */
function shop(note) {
  const payments = new Map();
  const byKey = new Map();
  return ({ method, path, headers, body }) => {
    if (method === "POST" && path === "/payments" && typeof body?.reference === "string") {
      const key = headers["idempotency-key"];
      const known = key && byKey.get(key);
      if (known === "under way")
        return { busy: answer(409, { error: "the first request with this key is under way" }) };
      if (known) return { write: () => known };
      return {
        accept: () => key && byKey.set(key, "under way"),
        write: () => {
          const id = `payment-${payments.size + 1}`;
          payments.set(id, { ref: body.reference });
          note("landed", body.reference, id);
          const made = answer(201, { id });
          if (key) byKey.set(key, made);
          return made;
        },
      };
    }
    const id = /^\/payments\/([^/]+)\/refund$/.exec(path)?.[1];
    if (method === "PUT" && id) return { undoing: true, write: () => takeBack(payments.get(id), id, note) };
  };
}

/** Taking back by PUT: the second time changes nothing. */
function takeBack(thing, id, note) {
  if (!thing) return MISSING;
  if (!thing.undone) note("undone", thing.ref, id);
  thing.undone = true;
  return answer(200, { id });
}

/** Mails. No key, no list of what was sent, no way back. */
function mailer(note) {
  let sent = 0;
  return ({ method, path, body }) => {
    if (method === "POST" && path === "/messages" && typeof body?.subject === "string") {
      return {
        write: () => {
          note("landed", body.subject, `message-${++sent}`);
          return answer(202, { accepted: true });
        },
      };
    }
  };
}

/** Values under keys. A PUT of what is there already changes nothing. */
function store(note) {
  const values = new Map();
  return ({ method, path, body }) => {
    const key = /^\/entries\/([^/]+)$/.exec(path)?.[1];
    if (!key) return undefined;
    if (method === "GET") return { read: () => (values.has(key) ? answer(200, values.get(key)) : MISSING) };
    if (method === "PUT") {
      return {
        write: () => {
          if (!values.has(key)) note("landed", key, key);
          values.set(key, body);
          return answer(200, { id: key });
        },
      };
    }
    if (method === "DELETE") {
      return {
        undoing: true,
        write: () => {
          if (!values.delete(key)) return MISSING;
          note("undone", key, key);
          return answer(204);
        },
      };
    }
  };
}

export const KINDS = { feed, exchange, shop, mailer, store };
