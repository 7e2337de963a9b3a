import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isObject, type JsonSchema } from "../../lib/schema";
import { can, useMember } from "../../lib/session";
import { agentsQuery, connectionsQuery, connectorsQuery, languageQuery } from "./api";
import type { Knowledge } from "./language";
import { flat, type Outline } from "./outline";

/** What the editor knows of this tenant and installation, as far as one's role may see it. */
export function useKnowledge({ tasks, functions: own }: Outline): Knowledge {
  const me = useMember();
  const language = useQuery(languageQuery).data;
  const connectors = useQuery({ ...connectorsQuery, enabled: can(me, "connectors:read") }).data;
  const connections = useQuery({ ...connectionsQuery, enabled: can(me, "connections:read") }).data;
  const agents = useQuery({ ...agentsQuery, enabled: can(me, "agents:read") }).data;
  return useMemo(() => {
    const functions: Knowledge["functions"] = new Map();
    for (const name of own) functions.set(name, { title: "of this workflow", schema: {}, connection: false });
    for (const { actions } of connectors ?? []) {
      for (const { function: name, title, input } of actions) {
        functions.set(name, { title, schema: schemaOf(input), connection: true });
      }
    }
    for (const [name, schema] of Object.entries(schemaOf(language?.functions))) {
      functions.set(name, { title: "", schema: schemaOf(schema), connection: false });
    }
    return {
      functions,
      metadata: schemaOf(language?.metadata),
      connections: connections ?? [],
      agents: agents?.map(({ name }) => name) ?? [],
      tasks: [...new Set(flat(tasks).map(({ name }) => name))],
    };
  }, [own, tasks, language, connectors, connections, agents]);
}

function schemaOf(value: unknown): JsonSchema {
  return isObject(value) ? value : {};
}
