import { index, pages } from "./reference.js";

export default {
  watch: ["../../clients/typescript/openapi.json"],
  paths: () => [{ params: { tag: "index" }, content: index }, ...pages.map(({ tag, text }) => ({ params: { tag }, content: text }))],
};
