import { defineConfig, mergeConfig } from "vitest/config";
import walks from "./vitest.config";

/** Measures instead of walking; nothing of it can fail but the measuring. */
export default mergeConfig(
  defineConfig({ test: { ...walks.test, include: ["lighthouse.measure.ts"], testTimeout: 1_800_000 } }),
  {},
);
