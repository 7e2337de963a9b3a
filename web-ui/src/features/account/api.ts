import { answer, api } from "../../lib/api";

/** @param confirm the person's own address, so that it is meant; their identifier where they have none */
export const eraseMe = (confirm: string) => answer(api.DELETE("/api/v1/me", { params: { query: { confirm } } }));
