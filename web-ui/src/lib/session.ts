import { isProblem, type Schemas } from "@ganglion/client";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api, chooseTenant, chosenTenant, rememberCsrfToken } from "./api";

export const ROLES = ["owner", "admin", "operator", "approver", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What a role may do, in a line. */
export const ROLE_MEANING: Record<Role, string> = {
  owner: "Everything, deleting the tenant included",
  admin: "Everything but deleting the tenant, its way of signing in and its owners",
  operator: "Starts runs, connects accounts, changes agents and workflows",
  approver: "Sees everything but keys and the audit log; decides what waits for a person",
  viewer: "Sees everything but keys and the audit log; changes nothing",
};

export type Invited = Schemas["Invited"] & { role: Role };
export type Me = Omit<Schemas["Me"], "person" | "tenants" | "invitations"> & {
  person: Schemas["Person"];
  tenants: (Schemas["Membership"] & { role: Role })[];
  invitations: Invited[];
};

/** Somebody who has signed in and acts for a tenant. */
export type Member = Me & { tenant: string; tenant_name: string; role: Role };

/** Who has signed in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await fetchMe(signal);
    } catch (problem) {
      if (isProblem(problem, "unauthenticated")) return null;
      if (isProblem(problem) && problem.status === 404 && chosenTenant()) {
        chooseTenant(null); // they were taken out of it
        return await fetchMe(signal);
      }
      throw problem;
    }
  },
  staleTime: 30_000,
});

async function fetchMe(signal: AbortSignal): Promise<Me> {
  const me = await answer<Me>(api.GET("/api/v1/me", { signal }));
  rememberCsrfToken(me.csrf_token);
  return me;
}

export function inTenant(me: Me | null | undefined): me is Member {
  return me?.tenant != null;
}

/** The member who looks at the page; for pages inside of a tenant alone. */
export function useMember(): Member {
  const { data } = useQuery(meQuery);
  if (!inTenant(data)) throw new Error("a page of a tenant was shown to somebody who is in none");
  return data;
}

/** Whether their role lets them; the API decides anyway. */
export function can(me: Me, scope: string): boolean {
  return me.scopes.includes(scope);
}

/** Whether a member of a role may give another one, change it or take it away. */
export function mayGive(by: Role, role: Role): boolean {
  return by === "owner" || (by === "admin" && role !== "owner");
}

export type SignInState = Schemas["SignIn"];

const STARTING_POLL_MS = 2_000;
const POLL_MS = 30_000;

/** Whether people can sign in. */
export const signInQuery = queryOptions({
  queryKey: ["sign-in"],
  queryFn: ({ signal }) => answer<SignInState>(api.GET("/api/v1/sign-in", { signal })),
  refetchInterval: ({ state }) => (state.data?.state === "ready" ? POLL_MS : STARTING_POLL_MS),
  retry: false, // it is asked again soon
});

/** Where to sign in or to create an account, to come back to that path. */
export function signInPath(how: "login" | "register" | "organization" | "logout", next: string): string {
  return `/auth/${how}?next=${encodeURIComponent(next)}`;
}
