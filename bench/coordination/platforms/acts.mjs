/**
 * How each act is made, found and taken back, as a brief tells a driver. `{id}` in an undo's URL stands for the id that the
 * platform gave. A null says that the platform offers nothing of the kind.
 */
const ACTS = {
  "feed.post": (url, ref) => ({
    ref,
    send: { method: "POST", url: `${url}/posts`, body: { text: ref } },
    find: { method: "GET", url: `${url}/posts?text=${encodeURIComponent(ref)}` },
    undo: { method: "DELETE", url: `${url}/posts/{id}` },
  }),
  "exchange.order": (url, ref) => ({
    ref,
    send: {
      method: "POST",
      url: `${url}/orders`,
      body: { client_order_id: ref, symbol: "ABC", side: "buy", quantity: 1 },
    },
    find: { method: "GET", url: `${url}/orders?client_order_id=${encodeURIComponent(ref)}` },
    undo: { method: "PUT", url: `${url}/orders/{id}/reversal` },
  }),
  "shop.payment": (url, ref) => ({
    ref,
    send: { method: "POST", url: `${url}/payments`, body: { reference: ref, amount_cents: 500 } },
    key_header: "Idempotency-Key",
    find: null,
    undo: { method: "PUT", url: `${url}/payments/{id}/refund` },
  }),
  "store.entry": (url, ref) => ({
    ref,
    send: { method: "PUT", url: `${url}/entries/${ref}`, body: { launched: true } },
    find: { method: "GET", url: `${url}/entries/${ref}` },
    undo: { method: "DELETE", url: `${url}/entries/{id}` },
  }),
  "mailer.message": (url, ref) => ({
    ref,
    send: { method: "POST", url: `${url}/messages`, body: { to: "all@example.org", subject: ref } },
    find: null,
    undo: null,
  }),
};

export const platformOf = (act) => act.split(".")[0];

/** What a driver is asked to do: see README.md for its contract. */
export function briefOf(scenario, run, urls, documented) {
  return {
    run,
    commit: scenario.commit,
    order: scenario.order,
    settle_ms: documented.settleMs,
    search_lag_ms: documented.searchLagMs,
    acts: scenario.acts.map((name, i) => {
      const id = `a${i + 1}`;
      const platform = platformOf(name);
      const act = ACTS[name];
      if (!act) throw new Error(`${scenario.name} names the act ${name}; there are ${Object.keys(ACTS).join(", ")}`);
      return { id, platform, key_header: null, ...act(urls[platform], `${run}-${id}`) };
    }),
  };
}
