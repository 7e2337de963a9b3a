import { parse } from "yaml";
import text from "../../../../backend/src/main/resources/workflow/workflow-1.0.3.yaml?raw";
import { Language } from "./language";

/** The DSL's own JSON Schema, which the backend checks documents with. */
export const LANGUAGE = new Language(parse(text));
