import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/backend/*.test.ts"], testTimeout: 60_000, fileParallelism: false },
});
