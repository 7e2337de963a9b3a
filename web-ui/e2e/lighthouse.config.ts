import { defineConfig } from "vitest/config";

/** Measures instead of walking; nothing of it can fail but the measuring. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["lighthouse.measure.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
});
