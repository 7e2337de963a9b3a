import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..");
/** Components that draw nothing of their own, or with what others bring. */
const BRINGS: Record<string, string[]> = {
  CopyButton: [],
  MantineProvider: [],
  Select: ["Combobox", "Input"],
  MultiSelect: ["Combobox", "Pill", "PillsInput"],
  TagsInput: ["Combobox", "Pill", "PillsInput"],
  NativeSelect: ["Input"],
  TextInput: ["Input"],
  Textarea: ["Input"],
  JsonInput: ["Input"],
  Modal: ["Modal", "ModalBase", "Overlay", "CloseButton", "ScrollArea", "Paper"],
  Drawer: ["Drawer", "ModalBase", "Overlay", "CloseButton", "Paper"],
  Menu: ["Menu", "Popover", "UnstyledButton"],
};

test("each component's style is there", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((it) => /\.tsx?$/.test(it));
  const used = new Set(
    files
      .map((file) => readFileSync(join(SRC, file), "utf8"))
      .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)])
      .flatMap(([, names = ""]) => names.split(","))
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name)),
  );
  const needed = [...used].flatMap((name) => BRINGS[name] ?? [name]);
  const css = readFileSync(join(import.meta.dirname, "mantine.css"), "utf8");
  const there = new Set([...css.matchAll(/styles\/([A-Z]\w+)\.css/g)].map(([, name]) => name ?? ""));
  expect(needed.filter((name) => !there.has(name))).toEqual([]);
  expect(there.size).toBeGreaterThan(20);
});
