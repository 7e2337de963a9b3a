import react from "@vitejs/plugin-react";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";

/** The backend keeps the browser's Host: sign-in comes back to the address it went away from. */
const backend = { target: process.env.GANGLION_URL ?? "http://127.0.0.1:7600", changeOrigin: false };
const proxy = { "/api": backend, "/auth": backend };

/** The strictest that the dashboard works with; whoever serves it should send the same. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

/** What so many pages use is fetched with the first of them. */
const SHARED_BY = 28;

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["ganglion-source", ...defaultClientConditions] }, // the client as it is written, not as it is packed
  server: { host: "127.0.0.1", port: 7610, proxy, fs: { allow: [".."] } }, // the client's sources, and the DSL's schema of the backend
  preview: {
    host: "127.0.0.1",
    port: 7610,
    proxy,
    headers: { "Content-Security-Policy": CONTENT_SECURITY_POLICY },
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // a data: address would need its own leave in the content security policy
    rolldownOptions: {
      output: {
        codeSplitting: {
          // by itself the bundler makes a file of each module that the first load and a page share: thirty requests
          groups: [
            { name: "vendor", tags: ["$initial"], test: /[\\/]node_modules[\\/].*(?<!\.css)$/ },
            { name: "initial", tags: ["$initial"] },
            { name: "shared", minShareCount: SHARED_BY },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
