import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const backend = process.env.GANGLION_URL ?? "http://127.0.0.1:7600";

export default defineConfig({
  plugins: [react()],
  server: { host: "127.0.0.1", port: 7610, proxy: { "/api": backend, "/auth": backend } },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // a data: address would need its own leave in the content security policy
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
