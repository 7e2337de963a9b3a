// The conformance tool has no credential of its own: this stands between, and adds one. All else goes through as it came, the Host too.
// Since it stands at Ganglion's place, an Origin that is its own is Ganglion's own.

import { createServer, request } from "node:http";

export async function bearer(url, key, origin) {
  const { hostname, port } = new URL(url);
  const own = () => `http://127.0.0.1:${server.address().port}`;
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, authorization: `Bearer ${key}` };
    if (headers.origin === own()) headers.origin = origin;
    const through = request({ hostname, port, method: asked.method, path: asked.url, headers }, (answered) => {
      answer.writeHead(answered.statusCode, answered.headers);
      answered.pipe(answer);
    });
    through.on("error", () => answer.destroy());
    asked.on("error", () => through.destroy());
    answer.on("close", () => through.destroy());
    asked.pipe(through);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: own(),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
