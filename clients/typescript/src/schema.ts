// Made by `npm run api` from openapi.json. Don't edit.

export interface paths {
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents
         * @description Newest first.
         *
         *     Scope: `agents:read`.
         */
        get: operations["get_agents"];
        put?: never;
        /**
         * Create an agent
         * @description Scope: `agents:write`.
         */
        post: operations["post_agents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an agent
         * @description Scope: `agents:read`.
         */
        get: operations["get_agents_id"];
        put?: never;
        post?: never;
        /**
         * Delete an agent
         * @description Its runs go on; its state and history stay on record.
         *
         *     Scope: `agents:write`.
         */
        delete: operations["delete_agents_id"];
        options?: never;
        head?: never;
        /**
         * Change an agent
         * @description Members that are left out stay, the policy's too; If-Match guards against lost updates.
         *
         *     Scope: `agents:write`.
         */
        patch: operations["patch_agents_id"];
        trace?: never;
    };
    "/api/v1/agents/{id}/depth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an agent's depth over time
         * @description How many systems its runs held at once, in equal parts of a span: all it held, what isn't billed included.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_agents_id_depth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what was last observed of an agent's systems
         * @description One view of all systems behind the agent's connections: balances, the last post, open orders, as the last answer that told of them said, with its time. Nothing is asked of the platforms. Workflows read the same by ganglion.state.
         *
         *     Scope: `agents:read`.
         */
        get: operations["get_agents_id_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an agent
         * @description Nothing new is dispatched in its runs once this has answered, undoing included; they wait until it is resumed. Runs of other agents that it has started go on.
         *
         *     Scope: `agents:write`.
         */
        post: operations["post_agents_id_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume an agent
         * @description Its runs go on where they are.
         *
         *     Scope: `agents:write`.
         */
        post: operations["post_agents_id_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an agent's skills
         * @description By name; at most 50.
         *
         *     Scope: `agents:read`.
         */
        get: operations["get_agents_id_skills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/skills/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a skill
         * @description Scope: `agents:read`.
         */
        get: operations["get_agents_id_skills_name"];
        /**
         * Let other agents ask for a workflow
         * @description It is on the agent's card from then on; a task is a run of the workflow. If-Match guards against lost updates; "0" is the version of no skill.
         *
         *     Scope: `agents:write`.
         */
        put: operations["put_agents_id_skills_name"];
        post?: never;
        /**
         * Take a skill away
         * @description Tasks that were asked for go on.
         *
         *     Scope: `agents:write`.
         */
        delete: operations["delete_agents_id_skills_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List state entries
         * @description By key.
         *
         *     Scope: `agents:read`.
         */
        get: operations["get_agents_id_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{id}/state/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a state entry
         * @description Scope: `agents:read`.
         */
        get: operations["get_agents_id_state_key"];
        /**
         * Set a state entry
         * @description If-Match with the version seen guards against lost updates; If-None-Match with * against writing over an entry that is there.
         *
         *     Scope: `agents:write`.
         */
        put: operations["put_agents_id_state_key"];
        post?: never;
        /**
         * Delete a state entry
         * @description Its history stays.
         *
         *     Scope: `agents:write`.
         */
        delete: operations["delete_agents_id_state_key"];
        options?: never;
        head?: never;
        /**
         * Merge into a state entry
         * @description A JSON Merge Patch (RFC 7396), as application/json or application/merge-patch+json.
         *
         *     Scope: `agents:write`.
         */
        patch: operations["patch_agents_id_state_key"];
        trace?: never;
    };
    "/api/v1/agents/{id}/state/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an entry was
         * @description Newest first: who wrote it, in which run and step, and who deleted it.
         *
         *     Scope: `agents:read`.
         */
        get: operations["get_agents_id_state_key_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Newest first, revoked ones too.
         *
         *     Scope: `api-keys:read`.
         */
        get: operations["get_api_keys"];
        put?: never;
        /**
         * Make an API key
         * @description It can't be given a scope that the key which makes it lacks.
         *
         *     Scope: `api-keys:write`.
         */
        post: operations["post_api_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Scope: `api-keys:read`.
         */
        get: operations["get_api_keys_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * @description After the answer it opens nothing.
         *
         *     Scope: `api-keys:write`.
         */
        post: operations["post_api_keys_id_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an API key
         * @description Makes a key with the same name, mode, scopes, addresses and expiry; the old one works for the overlap.
         *
         *     Scope: `api-keys:write`.
         */
        post: operations["post_api_keys_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what a link asks for
         * @description Changes nothing, since programs follow links in mails: only the two operations below decide.
         */
        get: operations["get_approval_links_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-links/{token}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve by a link
         * @description The run goes on with exactly what was shown. The link decides nothing more.
         */
        post: operations["post_approval_links_token_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-links/{token}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject by a link
         * @description What was asked is not done. The link decides nothing more.
         */
        post: operations["post_approval_links_token_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List approvals
         * @description Newest first; narrow by state (PENDING is the inbox), run and agent.
         *
         *     Scope: `approvals:read`.
         */
        get: operations["get_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an approval
         * @description Scope: `approvals:read`.
         */
        get: operations["get_approvals_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description The run goes on with exactly what was shown. The same decision again answers the first one; another is refused. Where approvers are named, only they may; an API key only by its identifier.
         *
         *     Scope: `approvals:write`.
         */
        post: operations["post_approvals_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that decides
         * @description Whoever knows its address sees what is asked and decides it in your name, once, without signing in: bring it to them yourself. Where approvers are named, only they make links.
         *
         *     Scope: `approvals:write`.
         */
        post: operations["post_approvals_id_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description What was asked is not done. The same decision again answers the first one; another is refused. Where approvers are named, only they may; an API key only by its identifier.
         *
         *     Scope: `approvals:write`.
         */
        post: operations["post_approvals_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who changed what
         * @description Newest first; narrow by actor, action and target, each as written.
         *
         *     Scope: `audit:read`.
         */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description All of it, oldest first, a JSON object a line. Each line's hash covers it and the hash of the line before, so that a copy can be checked without us.
         *
         *     Scope: `audit:read`.
         */
        get: operations["get_audit_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the audit log
         * @description Goes over the whole chain of hashes and names the first line that is not as it was written.
         *
         *     Scope: `audit:read`.
         */
        get: operations["get_audit_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up payment
         * @description A page of Stripe's. Where the operator has no payment provider: 409 payment_by_hand.
         *
         *     Scope: `billing:write`.
         */
        post: operations["post_billing_checkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Manage payment
         * @description A page of Stripe's. Where the operator has no payment provider: 409 payment_by_hand.
         *
         *     Scope: `billing:write`.
         */
        post: operations["post_billing_portal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask what a month would have cost
         * @description With another plan, another K, or both; computed from the ledger's rows.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_billing_what_if"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the capacity
         * @description What may be held at this instant, what is, and how many runs wait for more.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_capacity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections
         * @description Newest first.
         *
         *     Scope: `connections:read`.
         */
        get: operations["get_connections"];
        put?: never;
        /**
         * Connect an account
         * @description The platform is asked who this is; credentials are sealed and never shown.
         *
         *     Scope: `connections:write`.
         */
        post: operations["post_connections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect an account by OAuth
         * @description Answers the platform's page where a person lets us act in their account. They come back to this installation, and the connection is there; a run that waits for it goes on. Who asked in a browser has to come back in it.
         *
         *     Scope: `connections:write`.
         */
        post: operations["post_connections_authorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connection
         * @description Scope: `connections:read`.
         */
        get: operations["get_connections_id"];
        put?: never;
        post?: never;
        /**
         * Delete a connection
         * @description Its credentials are erased.
         *
         *     Scope: `connections:write`.
         */
        delete: operations["delete_connections_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connection's upstream budgets
         * @description How often the platform lets this account be used, what of that is used, and how many runs wait for it. What others use of the same account, or from the same address, counts too where this installation made the calls. Empty for the laboratory and for platforms that declare nothing.
         *
         *     Scope: `connections:read`.
         */
        get: operations["get_connections_id_budgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a connection
         * @description Asks the platform who this is.
         *
         *     Scope: `connections:write`.
         */
        post: operations["post_connections_id_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a connection
         * @description Nothing new is sent through it once this has answered, undoing included; steps that want it wait until it is resumed.
         *
         *     Scope: `connections:write`.
         */
        post: operations["post_connections_id_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what acts cost
         * @description What the platform takes for acts through this connection, from the next dispatch on: so that it is summed up (GET /spend) and caps hold. Without a currency nothing is counted.
         *
         *     Scope: `connections:write`.
         */
        put: operations["put_connections_id_prices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a connection
         * @description Scope: `connections:write`.
         */
        post: operations["post_connections_id_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate credentials
         * @description New credentials for the same account; another account is refused.
         *
         *     Scope: `connections:write`.
         */
        post: operations["post_connections_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connectors
         * @description All of them, by name, with their actions and limits; those of your own come last.
         *
         *     Scope: `connectors:read`.
         */
        get: operations["get_connectors"];
        put?: never;
        /**
         * Make a connector
         * @description Of an OpenAPI document, pasted or at an address, or of the tools of an MCP server. Each operation or tool becomes an action, classed by its method; what a server says of its tools counts once you confirm it.
         *
         *     Scope: `connectors:write`.
         */
        post: operations["post_connectors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connector
         * @description One of your own comes with what of it can't be called, and an ETag.
         *
         *     Scope: `connectors:read`.
         */
        get: operations["get_connectors_name"];
        put?: never;
        post?: never;
        /**
         * Delete a connector of your own
         * @description Refused while connections or the latest versions of workflows use it.
         *
         *     Scope: `connectors:write`.
         */
        delete: operations["delete_connectors_name"];
        options?: never;
        head?: never;
        /**
         * Change a connector of your own
         * @description What you say of its actions is taken at your word. What is under way goes on as it was prepared.
         *
         *     Scope: `connectors:write`.
         */
        patch: operations["patch_connectors_name"];
        trace?: never;
    };
    "/api/v1/connectors/{name}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a connector's description anew
         * @description Shows what has changed; sent again with the digest as confirm, it takes that over. An action that changed is classed as if it were new.
         *
         *     Scope: `connectors:write`.
         */
        post: operations["post_connectors_name_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List effects
         * @description In the order they were intended; narrow by state.
         *
         *     Scope: `effects:read`.
         */
        get: operations["get_effects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an effect
         * @description Scope: `effects:read`.
         */
        get: operations["get_effects_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{id}/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up now
         * @description Wakes the effect's run, so that the platform is asked again at once.
         *
         *     Scope: `effects:write`.
         */
        post: operations["post_effects_id_look_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve an UNKNOWN effect
         * @description Says whether it landed, when nobody but a person or the agent can tell; its run goes on.
         *
         *     Scope: `effects:write`.
         */
        post: operations["post_effects_id_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/effects/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an effect
         * @description Takes back what landed in a run that has ended, by its action's undo. A run of its own does it, in the name of the same agent: it ends as SUCCEEDED when the effect is UNDONE. Asking again while it is under way gives that run.
         *
         *     Scope: `effects:write`.
         */
        post: operations["post_effects_id_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Newest first.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_endpoints"];
        put?: never;
        /**
         * Make an endpoint
         * @description It is told of what happens from now on, by Standard Webhooks. Its address has to be a public one.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_endpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an endpoint
         * @description Scope: `webhooks:read`.
         */
        get: operations["get_endpoints_id"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description What is on its way to it fails.
         *
         *     Scope: `webhooks:write`.
         */
        delete: operations["delete_endpoints_id"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description Enable one that was disabled by this, too; then replay what it missed. What is left out stays.
         *
         *     Scope: `webhooks:write`.
         */
        patch: operations["patch_endpoints_id"];
        trace?: never;
    };
    "/api/v1/endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of an endpoint's messages
         * @description Newest first; narrow by state. Bodies are left out.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_endpoints_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send messages once more
         * @description One, those of a range of time, or all that failed; under the ids they have, so that who has one knows it. What is on its way stays as it is.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_endpoints_id_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an endpoint's key
         * @description For the overlap messages are signed with both keys, so that either checks.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_endpoints_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description An example, to this endpoint alone, whatever types it asks for.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_endpoints_id_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description By name, each with the JSON Schema of its messages' data and an example.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_event_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stored events
         * @description Newest first; narrow by type. Emitted events and signals are among them.
         *
         *     Scope: `events:read`.
         */
        get: operations["get_events"];
        put?: never;
        /**
         * Send events
         * @description CloudEvents 1.0 by the HTTP binding: application/cloudevents+json, application/cloudevents-batch+json (all or none), or the data alone with ce- headers. An event of at most 256 KiB (else 413) is stored once by source and id, before anybody need listen.
         *
         *     Scope: `events:write`.
         */
        post: operations["post_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens
         * @description Server-sent events of the types in `GET /event-types`, each once and in order, with the body that a webhook has. From now on, or after Last-Event-ID. A stream ends after ten minutes; clients of EventSource go on by themselves.
         *
         *     Scope: `events:read`.
         */
        get: operations["get_events_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List holds
         * @description The latest first; narrow by the root run, or to those that are OPEN now. A run that waits has closed its holds; each stretch is a hold of its own.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_holds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description Newest first, closed ones too.
         *
         *     Scope: `members:read`.
         */
        get: operations["get_invitations"];
        put?: never;
        /**
         * Invite a person
         * @description By mail, for seven days. Who accepts must sign in with that very address, verified.
         *
         *     Scope: `members:write`.
         */
        post: operations["post_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invitation
         * @description Scope: `members:read`.
         */
        get: operations["get_invitations_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation's mail again
         * @description It is open for seven days anew, also if it had expired.
         *
         *     Scope: `members:write`.
         */
        post: operations["post_invitations_id_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invitation back
         * @description Scope: `members:write`.
         */
        post: operations["post_invitations_id_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices
         * @description Credit notes too, newest first.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the upcoming invoice
         * @description What this month comes to if all stays as it is: fees to its end, burst to this instant. A draft, without a number.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_invoices_upcoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice
         * @description Scope: `billing:read`.
         */
        get: operations["get_invoices_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice as CSV
         * @description Lines, tax, total and usage by agent and system; RFC 4180, UTF-8.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_invoices_id_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice as PDF
         * @description As it was issued.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_invoices_id_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts
         * @description By platform and account.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_accounts"];
        put?: never;
        /**
         * Open an account at a simulated platform
         * @description The credentials in the answer are never shown again.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contests
         * @description Tournaments, evolutions and gates, newest first.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_contests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/contests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contest
         * @description Scope: `lab:read`.
         */
        get: operations["get_lab_contests_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/contests/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep an evolution's winner
         * @description Stores the variant as a new version of the workflow that was varied.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_contests_id_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/evolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an evolution
         * @description A workflow and variants of it, in which its declared knobs are turned, by successive halving: each round doubles the seeds, and the better half goes on. Nothing is kept unless that is asked for.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_evolutions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the faults
         * @description All of them, at most 200.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_faults"];
        put?: never;
        /**
         * Program a fault
         * @description Those programmed earlier strike first.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_faults"];
        /**
         * Clear all faults
         * @description Scope: `lab:write`.
         */
        delete: operations["delete_lab_faults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Clear a fault
         * @description Scope: `lab:write`.
         */
        delete: operations["delete_lab_faults_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a gate
         * @description Whether a candidate is no worse than a baseline on the same seeds, by a paired, one-sided t-test. Get the contest until its state is ended: passed is the word.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_gate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the platforms' own journal
         * @description Oldest first; entries are never changed and never removed.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scenarios
         * @description All of them, from the simplest on.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_scenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/scenarios/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a scenario
         * @description Scope: `lab:read`.
         */
        get: operations["get_lab_scenarios_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/scenarios/{name}/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a scenario's leaderboard
         * @description The tenant's workflows by their mean score over all judged trials, the best first, at most 100.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_scenarios_name_leaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/tournaments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a tournament
         * @description Several workflows, each on the same seeds, with their mean scores and 95 % confidence intervals by Student's t.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_tournaments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List trials
         * @description Newest first; narrow by scenario, state and contest.
         *
         *     Scope: `lab:read`.
         */
        get: operations["get_lab_trials"];
        put?: never;
        /**
         * Start trials
         * @description Each opens a world of its own – accounts, connections to them, faults by the seed – starts the run in it and is judged by the platforms' journals when that has ended, or at the scenario's limit. A workflow that names a connection outside of the world is refused. Trials are free.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_trials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/trials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a trial
         * @description Scope: `lab:read`.
         */
        get: operations["get_lab_trials_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/trials/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish an external agent's trial
         * @description It is judged now: sessions take no more steps and end. Without this it is judged when its sessions have ended.
         *
         *     Scope: `lab:write`.
         */
        post: operations["post_lab_trials_id_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the hold ledger
         * @description All that is charged by, in the order in which it was sealed, a JSON object a line. Save it and run ./ganglion verify on the file: that recomputes the chain of hashes, usage and charges without us.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/root": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where the hold ledger ends
         * @description Its root, which is the hash of its last line, and the roots of days that are over. Keep roots elsewhere: by one an export proves that nothing before it was changed since.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_ledger_root"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what is coordinated now
         * @description The coordination map as one answer, each part as it is when it is read: agents, connections with the systems behind them, open holds, effects whose fate isn't decided, the runs that these belong to, and the capacity that is used. Cheap enough to be asked for every two seconds; GET /api/v1/events/stream tells what happens in between.
         *
         *     Scopes, all of them: `usage:read`, `agents:read`, `connections:read`, `runs:read`, `effects:read`, `approvals:read`.
         */
        get: operations["get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The caller, the tenant and what may be done there; of a person also where else they belong and what they are invited to. A person who belongs to no tenant yet, or has not said which, has none here.
         */
        get: operations["get_me"];
        put?: never;
        post?: never;
        /**
         * Delete my account
         * @description A person leaves every tenant, and what names them is erased at once: their address and name, what they are invited to, what they chose to be told. Tenants' audit logs keep what they did under their identifier, which names nobody any more. Their account at the installation's own identity provider goes with it. It is refused while a tenant would be left without an owner (`last_owner`).
         */
        delete: operations["delete_me"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description By a person whose verified e-mail address is the invitation's.
         */
        post: operations["post_me_invitations_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an invitation
         * @description It is closed; another one may come.
         */
        post: operations["post_me_invitations_id_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what I am told of
         * @description Of a person, in the tenant they act for. Kinds that their role may not see are left out; who chose nothing is told as their role is by default.
         */
        get: operations["get_me_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose what I am told of
         * @description What is left out stays. An address is never shown again; to give one enables its channel. A channel that is sent without an address is taken away.
         */
        patch: operations["patch_me_notifications"];
        trace?: never;
    };
    "/api/v1/me/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send me a test
         * @description Now, by one channel. One that was disabled is enabled again if it comes through.
         */
        post: operations["post_me_notifications_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description In the order they joined.
         *
         *     Scope: `members:read`.
         */
        get: operations["get_members"];
        put?: never;
        /**
         * Add a service account
         * @description A program that the identity provider gives access tokens to by client credentials. People are invited instead.
         *
         *     Scope: `members:write`.
         */
        post: operations["post_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a member
         * @description Scope: `members:read`.
         */
        get: operations["get_members_id"];
        put?: never;
        post?: never;
        /**
         * Take a member out
         * @description From their next request on. API keys they made stay: revoke those apart.
         *
         *     Scope: `members:write`.
         */
        delete: operations["delete_members_id"];
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Owners are changed by owners alone, and the last one stays.
         *
         *     Scope: `members:write`.
         */
        patch: operations["patch_members_id"];
        trace?: never;
    };
    "/api/v1/members/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a member the owner
         * @description The owner who asks becomes an admin.
         *
         *     Scope: `tenant:delete`.
         */
        post: operations["post_members_id_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages
         * @description Newest first; narrow by type. They are kept for 30 days.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a message
         * @description Scope: `webhooks:read`.
         */
        get: operations["get_messages_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the platform's health
         * @description Queue, workers and their leases, effects in doubt, seals, webhooks: sums over all tenants, measured now.
         */
        get: operations["get_operator_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List incidents as the operator
         * @description Newest first.
         */
        get: operations["get_operator_incidents"];
        put?: never;
        /**
         * Begin an incident
         * @description Shown on the dashboard of every tenant and on the status page until it is resolved. What was told stays.
         */
        post: operations["post_operator_incidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an incident
         * @description With all that was told of it.
         */
        get: operations["get_operator_incidents_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/incidents/{id}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how an incident goes on
         * @description The state resolved ends it; another one later opens it anew.
         */
        post: operations["post_operator_incidents_id_updates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description Newest first; narrow by a part of the name or the identifier, and by state.
         */
        get: operations["get_operator_tenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tenant
         * @description Its plan, capacity and state; nothing of what it does.
         */
        get: operations["get_operator_tenants_tenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/invoices/{id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct an invoice
         * @description Issues a credit note and puts the credit into the ledger; the invoice of this month has it as a line.
         */
        post: operations["post_operator_tenants_tenant_invoices_id_credit_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/invoices/{id}/paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark an invoice as paid
         * @description Again: nothing changes.
         */
        post: operations["post_operator_tenants_tenant_invoices_id_paid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void an invoice
         * @description Its money is given up.
         */
        post: operations["post_operator_tenants_tenant_invoices_id_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tenant's limits
         * @description How much it may hold at one instant, and ask in a minute.
         */
        get: operations["get_operator_tenants_tenant_limits"];
        /**
         * Set a tenant's limits
         * @description K holds at once and is in the hold ledger, so that it is billed as what it is; a later change of plan brings that plan's. Requests a minute hold within half a minute.
         */
        put: operations["put_operator_tenants_tenant_limits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare a month with Stripe
         * @description Done by itself three days after each month; it changes nothing.
         */
        post: operations["post_operator_tenants_tenant_reconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a tenant
         * @description Takes the operator's suspension back; one for an invoice stays.
         */
        post: operations["post_operator_tenants_tenant_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what was agreed by hand
         * @description The plan Enterprise, with capacity and prices as agreed. It holds at once.
         */
        put: operations["put_operator_tenants_tenant_subscription"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{tenant}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a tenant
         * @description From now on it starts nothing and dispatches nothing but undoing, whatever it pays; it can be read. Again: the reason is another.
         */
        post: operations["post_operator_tenants_tenant_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans
         * @description As they can be chosen now. Who chose before keeps the terms of then.
         */
        get: operations["get_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs
         * @description Newest first; narrow by state, agent, workflow, or the run that started them. For one page at most 10,000 runs are looked through: a narrowed page may have fewer than asked for, or none, and a cursor all the same.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs"];
        put?: never;
        /**
         * Start a run
         * @description Accepted means committed: from now on the run ends, or says what it waits for.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a run
         * @description Scope: `runs:read`.
         */
        get: operations["get_runs_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge what can't be taken back
         * @description For a run in NEEDS_ATTENTION whose waiting_for has a subject: an effect that has no undo, whose undo failed, or whose own task to take it back failed. Says that it stays, or was dealt with by hand; the run goes on and ends FAILED. Saying it again changes nothing.
         *
         *     Scope: `effects:write`.
         */
        post: operations["post_runs_id_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run
         * @description After the answer nothing new is dispatched for it; in_flight names what was under way. Compensation runs where tasks ask for it.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/compensate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compensate a session
         * @description It begins nothing new and takes back what landed, the latest first. COMPENSATED when all of it was taken back, FAILED naming what has no undo, CANCELLED when nothing had landed.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs_id_compensate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a session
         * @description It takes no more steps; once those it has are done the run has SUCCEEDED, whatever they came to.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs_id_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a run's effects
         * @description In the order they were intended.
         *
         *     Scope: `effects:read`.
         */
        get: operations["get_runs_id_effects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a run's lifecycle events
         * @description The DSL's workflow and task events as CloudEvents, oldest first. With Accept: text/event-stream they come as they happen, until the run has ended; Last-Event-ID resumes after an event.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/groups/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a group of a session
         * @description wait=30s waits for its end.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs_id_groups_key"];
        /**
         * Commit several acts of a session together
         * @description Durable once answered, and done once however often it is sent: the key stands for its first body. wait=30s waits for the end, 60 s at most.
         *
         *     Scope: `runs:write`.
         */
        put: operations["put_runs_id_groups_key"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a run's receipt
         * @description Effects, holds, depth and breadth, state versions, charge.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs_id_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a run
         * @description Starts another run of the same workflow version, with the same agent, input and priority, after one that ended as FAILED, CANCELLED or COMPENSATED. It does all of it: what the first one did and did not take back stays done.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/signal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signal a run
         * @description Stores an event that this run alone sees. It counts whether the run listens already or begins to later.
         *
         *     Scope: `runs:write`.
         */
        post: operations["post_runs_id_signal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a run's steps
         * @description Every task visit that has ended, in the order they started.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs_id_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/steps/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a step of a session
         * @description wait=30s waits for its end.
         *
         *     Scope: `runs:read`.
         */
        get: operations["get_runs_id_steps_key"];
        /**
         * Add a step to a session
         * @description Durable once answered, and done once however often it is sent: the key stands for its first body. wait=30s waits for the end, 60 s at most.
         *
         *     Scope: `runs:write`.
         */
        put: operations["put_runs_id_steps_key"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether people can sign in
         * @description The dashboard shows it. API keys work in every state.
         */
        get: operations["get_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description Newest first.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_sources"];
        put?: never;
        /**
         * Make a source
         * @description What is POSTed to its address becomes an event on the tenant's bus.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_sources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a source
         * @description Scope: `webhooks:read`.
         */
        get: operations["get_sources_id"];
        put?: never;
        post?: never;
        /**
         * Delete a source
         * @description Events that it got stay.
         *
         *     Scope: `webhooks:write`.
         */
        delete: operations["delete_sources_id"];
        options?: never;
        head?: never;
        /**
         * Change a source's name or secret
         * @description Of a secret the one before holds for the overlap, too.
         *
         *     Scope: `webhooks:write`.
         */
        patch: operations["patch_sources_id"];
        trace?: never;
    };
    "/api/v1/sources/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a source a new address
         * @description The one before goes on for the overlap.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_sources_id_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what acts have cost
         * @description Of acts through connections with prices: what they cost at their platforms, by the tenant, its agents and its connections, with their caps. It is no part of what the tenant pays here.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_spend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spend/caps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a spend cap
         * @description The most that acts may cost in each calendar month, in one currency: of the tenant, of an agent's runs or of a connection. Money is set aside before each dispatch, so that a cap is never passed; runs that would pass it wait until it is raised or the month is over. With null for an amount the cap is taken away.
         *
         *     Scope: `billing:write`.
         */
        put: operations["put_spend_caps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the platform does
         * @description Part by part, with the incidents that go on. Answers without a database as well. For a page that everybody may see, and for programs that want to know whether it is them or us.
         */
        get: operations["get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List incidents
         * @description All that were told of, newest first; those that are over, too.
         */
        get: operations["get_status_incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the subscription
         * @description Scope: `billing:read`.
         */
        get: operations["get_subscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the subscription
         * @description Members that are left out stay. Plans change at once, up and down; fees are prorated by the second. If-Match guards against lost updates.
         *
         *     Scope: `billing:write`.
         */
        patch: operations["patch_subscription"];
        trace?: never;
    };
    "/api/v1/subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview a change of plan
         * @description What would be agreed, and what this month's invoice would come to, if the plan changed now: proration included. Nothing changes.
         *
         *     Scope: `billing:read`.
         */
        get: operations["get_subscription_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the tenant
         * @description The one the API key belongs to.
         *
         *     Scope: `tenant:read`.
         */
        get: operations["get_tenant"];
        put?: never;
        post?: never;
        /**
         * Delete the tenant
         * @description It is read-only at once and starts nothing by itself; runs under way go on to their end. After 14 days everything of it is erased, credentials first. Export before.
         *
         *     Scope: `tenant:delete`.
         */
        delete: operations["delete_tenant"];
        options?: never;
        head?: never;
        /**
         * Rename the tenant
         * @description Scope: `tenant:write`.
         */
        patch: operations["patch_tenant"];
        trace?: never;
    };
    "/api/v1/tenant/approval-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get which messages bring links to approvals
         * @description By mail where nobody chose, unless members have to sign in through the tenant's own provider.
         *
         *     Scope: `tenant:read`.
         */
        get: operations["get_tenant_approval_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose which messages bring links to approvals
         * @description Links that went out by a way that is closed open nothing any more.
         *
         *     Scope: `tenant:write`.
         */
        patch: operations["patch_tenant_approval_links"];
        trace?: never;
    };
    "/api/v1/tenant/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all of the tenant
         * @description Every row of every table, a JSON object a line: {"table":…,"row":…}. Credentials, keys and hashes of keys are left out.
         *
         *     Scope: `tenant:delete`.
         */
        get: operations["get_tenant_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the tenant
         * @description Its last owner can't.
         */
        post: operations["post_tenant_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause the tenant
         * @description Nothing new is dispatched in any of its runs once this has answered, undoing included; they wait until it is resumed. Runs can be started, and wait as well.
         *
         *     Scope: `tenant:write`.
         */
        post: operations["post_tenant_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the tenant's deletion back
         * @description What its schedules would have started meanwhile is skipped.
         *
         *     Scope: `tenant:delete`.
         */
        post: operations["post_tenant_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume the tenant
         * @description Its runs go on where they are.
         *
         *     Scope: `tenant:write`.
         */
        post: operations["post_tenant_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how the tenant's people sign in
         * @description Its e-mail domains, its provider, and what the provider has to know.
         *
         *     Scope: `tenant:read`.
         */
        get: operations["get_tenant_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/sign-in/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an e-mail domain
         * @description Then add the TXT record to its name servers, and verify it. Adding it again changes nothing.
         *
         *     Scope: `sign-in:write`.
         */
        post: operations["post_tenant_sign_in_domains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/sign-in/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an e-mail domain
         * @description Scope: `sign-in:write`.
         */
        delete: operations["delete_tenant_sign_in_domains_domain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/sign-in/domains/{domain}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail domain
         * @description Looks for the TXT record; name servers may take some time to answer with it.
         *
         *     Scope: `sign-in:write`.
         */
        post: operations["post_tenant_sign_in_domains_domain_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant/sign-in/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bring an identity provider
         * @description In place of the one that was there. It is asked at once what it is (OpenID Connect), or read from its metadata (SAML). It is not enforced before somebody has signed in by it.
         *
         *     Scope: `sign-in:write`.
         */
        put: operations["put_tenant_sign_in_provider"];
        post?: never;
        /**
         * Remove the identity provider
         * @description Scope: `sign-in:write`.
         */
        delete: operations["delete_tenant_sign_in_provider"];
        options?: never;
        head?: never;
        /**
         * Enforce the identity provider, or not
         * @description Enforced: who has an address of the tenant's verified domains is let in by this provider alone, with the next request. API keys and service accounts go on.
         *
         *     Scope: `sign-in:write`.
         */
        patch: operations["patch_tenant_sign_in_provider"];
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a tenant
         * @description By a person with a verified e-mail address, who becomes its owner. Or with the operator's token, which answers a first key that may do everything.
         */
        post: operations["post_tenants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List triggers
         * @description Newest first.
         *
         *     Scope: `webhooks:read`.
         */
        get: operations["get_triggers"];
        put?: never;
        /**
         * Make a trigger
         * @description What appears in the platform's list from then on becomes events on the tenant's bus, each thing once.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_triggers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a trigger
         * @description Scope: `webhooks:read`.
         */
        get: operations["get_triggers_id"];
        put?: never;
        post?: never;
        /**
         * Delete a trigger
         * @description Events that it made stay.
         *
         *     Scope: `webhooks:write`.
         */
        delete: operations["delete_triggers_id"];
        options?: never;
        head?: never;
        /**
         * Change a trigger's name or interval
         * @description Scope: `webhooks:write`.
         */
        patch: operations["patch_triggers_id"];
        trace?: never;
    };
    "/api/v1/triggers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a trigger
         * @description A page that is being read is the last. Again: changes nothing.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_triggers_id_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a trigger
         * @description It goes on where it was; what came meanwhile is told.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["post_triggers_id_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up what was held
         * @description Depth over time by hour, day or month, and by agent, workflow, system or connector: oldest first, sums of zero left out. An hour counts once it is sealed, about a minute after its end. A later correction changes what is charged and not these sums.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up what acts have cost
         * @description Money that acts through connections with prices cost at their platforms, models above all, by hour, day or month, and by agent, workflow, system or connector: oldest first. An act counts when it was intended, at once. It is no part of what the tenant pays here.
         *
         *     Scope: `usage:read`.
         */
        get: operations["get_usage_money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the vault's keys
         * @description By the operator. Wraps all data keys by the master key in use, gives each tenant a new data key, seals all credentials anew and deletes the old data keys. Nothing stops meanwhile. One at a time.
         */
        post: operations["post_vault_rotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/rotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a rotation
         * @description By the operator: how far it has come.
         */
        get: operations["get_vault_rotations_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what Ganglion adds to the workflow language
         * @description JSON Schemas (2020-12) of functions' arguments and of metadata.ganglion. The language itself is the Serverless Workflow DSL.
         *
         *     Scope: `workflows:read`.
         */
        get: operations["get_workflow_language"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workflow versions
         * @description Newest first; narrow by name (namespace/name).
         *
         *     Scope: `workflows:read`.
         */
        get: operations["get_workflows"];
        put?: never;
        /**
         * Store a workflow version
         * @description The body is the document itself (DSL 1.0.3), YAML or JSON. The same document again answers 200; another one under the same version 409. A key for the laboratory stores versions of names that no live key and no person has used.
         *
         *     Scope: `workflows:write`.
         */
        post: operations["post_workflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate a document
         * @description Stores nothing; a document that is not valid answers 422.
         *
         *     Scope: `workflows:read`.
         */
        post: operations["post_workflows_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow version with its document
         * @description Scope: `workflows:read`.
         */
        get: operations["get_workflows_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow's schedule
         * @description That of the latest version; 404 when it has none.
         *
         *     Scope: `workflows:read`.
         */
        get: operations["get_workflows_id_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/schedule/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a workflow's schedule
         * @description No more runs are started until it is resumed; those under way go on.
         *
         *     Scope: `workflows:write`.
         */
        post: operations["post_workflows_id_schedule_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/schedule/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a workflow's schedule
         * @description From now on: instants and events of the pause are passed over.
         *
         *     Scope: `workflows:write`.
         */
        post: operations["post_workflows_id_schedule_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/in/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answer a challenge of X
         * @description X asks so whether the address is its app's: when it is registered, and every hour.
         */
        get: operations["getken"];
        put?: never;
        /**
         * Tell what happened
         * @description The body becomes the data of an event on the tenant's bus, stored before the answer; sent again, it is the same event.
         */
        post: operations["postken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What became of the events that were sent */
        AcceptedEvents: {
            /**
             * Format: int32
             * @description Events stored now
             */
            stored: number;
            /**
             * Format: int32
             * @description Events that were stored before, by source and id
             */
            known: number;
        };
        /**
         * @description A simulated account to make
         * @example {
         *       "platform": "x"
         *     }
         */
        AccountBody: {
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string | null;
        };
        /** @description A simulated account */
        AccountView: {
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string;
            /**
             * @description The account on the platform
             * @example account-1
             */
            account: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
        };
        /**
         * @description That what can't be taken back was seen
         * @example {
         *       "subject": "eff_01h2xcejqtf2nbrexx3vqjhp41",
         *       "comment": "Refunded by hand."
         *     }
         */
        Acknowledge: {
            /**
             * @description Who or what
             * @example eff_01kb6m3c9wf2p8h0t5x7r4q2ze
             */
            subject: string | null;
            /**
             * @description In their own words
             * @example refunded by hand
             */
            comment?: string | null;
        };
        /** @description One thing that a connector can do, and what is known of it after a failure */
        Action: {
            /**
             * @description As a workflow calls it
             * @example x.createPost
             */
            function: string;
            /**
             * @description In a few words
             * @example May I post?
             */
            title: string;
            /** @description JSON Schema of the arguments */
            input: components["schemas"]["Json"];
            /** @description JSON Schema of what it gives */
            output: components["schemas"]["Json"];
            /**
             * @description What may be done after an unknown outcome
             * @enum {string}
             */
            retry_class: "pure" | "idempotent" | "reconcilable" | "blind";
            /**
             * @description Whether it can be taken back, and how
             * @enum {string}
             */
            undo_class: "reversible" | "compensable" | "irreversible";
            /** @description Whether the platform has a prepare of its own, for groups */
            prepares: boolean;
            /** @description Wait so long before a look-up that finds nothing proves anything */
            search_lag: components["schemas"]["Duration"] | null;
            /** @description So long an effect can be looked up; null: for ever */
            look_up_window: components["schemas"]["Duration"] | null;
            /** @description So long one try takes at most */
            timeout: components["schemas"]["Duration"];
            /**
             * Format: int32
             * @description Tries that are made at most
             * @example 5
             */
            attempts: number;
            /**
             * @description The action that takes it back
             * @example deletePost
             */
            undo_action: string | null;
            /** @description What is to be known of an action of your own connector; null of those that come along */
            own: components["schemas"]["OwnAction"] | null;
        };
        ActionEdit: {
            /** @description Whether it may be called */
            offered?: boolean | null;
            /** @description What may follow an attempt nobody knows the outcome of. It is taken at your word: pure and idempotent ones are sent again. */
            retry_class?: ("pure" | "idempotent" | "blind") | null;
            /**
             * @description A header that the API dedupes by: it is filled with a key that is the same in all attempts of one intent, and the action is idempotent. Empty: none
             * @example Idempotency-Key
             */
            idempotency_header?: string | null;
            /** @description How it is taken back */
            undo?: components["schemas"]["UndoEdit"] | null;
        };
        /** @description Who acts */
        Agent: {
            /** @description Identifier */
            id: components["schemas"]["AgentId"];
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /**
             * @description Names of the connections that it may use
             * @example [
             *       "main"
             *     ]
             */
            connections: string[];
            /** @description What it may do by itself */
            policy: components["schemas"]["Policy"];
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description Since when it dispatches nothing; null: it is not paused */
            paused_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description An agent; what is left out of a change stays
         * @example {
         *       "name": "campaigner",
         *       "connections": [
         *         "main"
         *       ],
         *       "policy": {
         *         "irreversible": "approve",
         *         "actions": [
         *           "x.*"
         *         ]
         *       }
         *     }
         */
        AgentBody: {
            /**
             * @description What people call it
             * @example campaigner
             */
            name?: string | null;
            /**
             * @description Names of the connections that it may use
             * @example [
             *       "main"
             *     ]
             */
            connections?: string[] | null;
            /** @description What it may do by itself */
            policy?: components["schemas"]["Policy"] | null;
        };
        AgentDepth: {
            /** @description The span's parts, one after the other */
            points: components["schemas"]["DepthPoint"][];
        };
        /**
         * @description Identifier, a TypeID
         * @example agt_01h2xcejqtf2nbrexx3vqjhp41
         */
        AgentId: string;
        AgentOnMap: {
            /** @description Identifier */
            id: components["schemas"]["AgentId"];
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /** @description Since when it dispatches nothing; null: it is not paused */
            paused_at: components["schemas"]["Instant"] | null;
        };
        /** @description A key for programs, without its secret */
        ApiKey: {
            /**
             * @description Identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description What people call it
             * @example deployment
             */
            name: string;
            /**
             * @description Live, or for the laboratory alone
             * @example live
             */
            mode: string;
            /**
             * @description The last four characters
             * @example x9Qk
             */
            hint: string;
            /**
             * @description What it may do
             * @example [
             *       "runs:read",
             *       "runs:write"
             *     ]
             */
            scopes: string[];
            /**
             * @description CIDR blocks of the callers that may use it; none: from anywhere
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses: string[];
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /**
             * @description operator, or an API key's identifier
             * @example per_01h2xcejqtf2nbrexx3vqjhp41
             */
            created_by: string;
            /** @description When it stops working; null: never */
            expires_at: components["schemas"]["Instant"] | null;
            /** @description No finer than a minute */
            last_used_at: components["schemas"]["Instant"] | null;
            /** @description When it was revoked; null: it was not */
            revoked_at: components["schemas"]["Instant"] | null;
            /**
             * @description The key that replaces it
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            rotated_to: string | null;
        };
        /**
         * @description A key to make
         * @example {
         *       "name": "ci",
         *       "scopes": [
         *         "runs:write",
         *         "runs:read"
         *       ],
         *       "expires_at": "2027-11-29T10:00:00Z"
         *     }
         */
        ApiKeyBody: {
            /**
             * @description What people call it
             * @example deployment
             */
            name: string;
            /**
             * @description Live, or for the laboratory alone
             * @default live
             * @example live
             */
            mode?: string | null;
            /**
             * @description What it may do
             * @example [
             *       "runs:read",
             *       "runs:write"
             *     ]
             */
            scopes: string[];
            /**
             * @description IP addresses or CIDR blocks of the callers that may use it; none: from anywhere
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            addresses?: string[] | null;
            /** @description When it stops working; null: never */
            expires_at?: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example key_01h2xcejqtf2nbrexx3vqjhp41
         */
        ApiKeyId: string;
        /** @description Something a run waits to be allowed. */
        Approval: {
            /** @description Identifier */
            id: components["schemas"]["ApprovalId"];
            /** @description Where it is in its life */
            state: components["schemas"]["ApprovalState"];
            /**
             * @description In a few words
             * @example Send 0.5 ETH to the supplier?
             */
            title: string;
            /** @description What is asked; for an act its function, connection and frozen arguments */
            detail: components["schemas"]["Json"];
            /** @description The run */
            run: components["schemas"]["RunId"];
            /** @description The agent that acts */
            agent: components["schemas"]["AgentId"] | null;
            /**
             * @description DSL pointer of the visit that asks, with visit indices
             * @example /do/2/pay
             */
            position: string;
            /** @description The frozen intent that is let through; null where a task itself asks */
            effect: components["schemas"]["EffectId"] | null;
            /**
             * @description What it means that nobody decides in time
             * @enum {string}
             */
            on_timeout: "approve" | "reject" | "fail";
            /**
             * @description Who alone may decide: roles, e-mail addresses, identifiers of people and API keys; empty: whoever may decide approvals
             * @example [
             *       "approver",
             *       "ada@example.org"
             *     ]
             */
            approvers: string[];
            /** @description When it was asked for */
            asked_at: components["schemas"]["Instant"];
            /** @description Nobody can decide from then on */
            expires_at: components["schemas"]["Instant"];
            /**
             * @description The person or API key that decided
             * @example per_01h2xcejqtf2nbrexx3vqjhp41
             */
            decided_by: string | null;
            /**
             * @description In their own words
             * @example Looks right to me.
             */
            comment: string | null;
            /** @description When it was decided; null before */
            decided_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example apr_01h2xcejqtf2nbrexx3vqjhp41
         */
        ApprovalId: string;
        /** @description An address at which whoever knows it decides, once. */
        ApprovalLink: {
            /** @description Identifier */
            id: components["schemas"]["LinkId"];
            approval: components["schemas"]["ApprovalId"];
            /**
             * @description A page of the dashboard; it is never shown again
             * @example https://ganglion.example/decide#gl_…
             */
            url: string;
            /**
             * @description Whom you bring it to
             * @example ada@example.org
             */
            sent_to: string;
            /** @description It opens nothing from then on */
            expires_at: components["schemas"]["Instant"];
        };
        /** @description What was decided by a link. */
        ApprovalLinkDecision: {
            approval: components["schemas"]["ApprovalId"];
            /** @description Where it is in its life */
            state: components["schemas"]["ApprovalState"];
            /**
             * @description In their own words
             * @example Looks right to me.
             */
            comment: string | null;
            /** @description When it was decided; null before */
            decided_at: components["schemas"]["Instant"];
        };
        ApprovalLinkSetting: {
            /** @description Mails about approvals bring links, and those open */
            mail: boolean;
            /** @description As mail, for Slack: whoever sees the channel can decide */
            slack: boolean;
        };
        ApprovalLinkSettingEdit: {
            /**
             * @description false: links in mails open nothing any more
             * @example true
             */
            mail?: boolean | null;
            /**
             * @description As mail, for Slack
             * @example false
             */
            slack?: boolean | null;
        };
        /**
         * @description What became of an approval
         * @enum {string}
         */
        ApprovalState: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "WITHDRAWN";
        /** @description One entry of the audit log */
        AuditEntry: {
            /**
             * Format: int64
             * @description From 1, without a gap
             * @example 42
             */
            seq: number;
            /** @description When */
            at: components["schemas"]["Instant"];
            /**
             * @description operator, system, or an API key's identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            actor: string;
            /**
             * @description The IP address of the caller; null for the platform's own acts
             * @example 203.0.113.7
             */
            address: string | null;
            /**
             * @description What was done
             * @example connection.rotated
             */
            action: string;
            /**
             * @description The identifier of what was changed
             * @example con_01h2xcejqtf2nbrexx3vqjhp41
             */
            target: string;
            /** @description As it was, without secrets; null where it was made */
            before: unknown;
            /** @description As it is, without secrets; null where it is gone */
            after: unknown;
            /**
             * @description The hash of the line before; 64 zeros for the first
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            previous: string;
            /**
             * @description SHA-256 of this object's canonical JSON (RFC 8785) without the member hash, hexadecimal
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            hash: string;
        };
        /** @description Whether the audit log's chain of hashes holds */
        AuditVerdict: {
            /** @description Whether every line is as it was written */
            intact: boolean;
            /**
             * Format: int64
             * @description How many entries were checked
             * @example 42
             */
            entries: number;
            /**
             * @description The last line's hash; keep it to see later that nothing was cut off
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            head: string;
            /**
             * Format: int64
             * @description The number of the first line that is not as it was written
             */
            first_broken: number | null;
        };
        /** @description Where a person is to go, so that there will be a connection */
        Authorization: {
            /**
             * @description The connection's identifier once they have consented; 404 until then
             * @example con_01h2xcejqtf2nbrexx3vqjhp41
             */
            connection: string;
            /**
             * Format: uri
             * @description The platform's page. Whoever opens it decides: give it to nobody else
             * @example https://x.com/i/oauth2/authorize?response_type=code&client_id=YzF5d2l0aA
             */
            url: string;
            /** @description They have to come back before */
            expires_at: components["schemas"]["Instant"];
        };
        /**
         * @description Whose consent is asked for: that of a new connection, or of one that is there
         * @example {
         *       "name": "main",
         *       "connector": "x",
         *       "environment": "lab"
         *     }
         */
        AuthorizeConnection: {
            /**
             * @description What workflows are to call it; not with connection
             * @example main
             */
            name?: string | null;
            /**
             * @description A connector with OAuth; not with connection
             * @example x
             */
            connector?: string | null;
            /**
             * @description One of the connector's; not needed where it has a single one
             * @example lab
             */
            environment?: string | null;
            /**
             * @description A connection to authorize again; it keeps its identifier
             * @example con_01h2xcejqtf2nbrexx3vqjhp41
             */
            connection?: string | null;
            /** @description Your own app; null: this installation's */
            app?: components["schemas"]["OAuthApp"] | null;
        };
        /** @description Who is billed */
        BillingCustomer: {
            /**
             * @description Null: the tenant's own name
             * @example Acme Research GmbH
             */
            name?: string | null;
            /**
             * @description Lines parted by line feeds
             * @example 1 Main Street
             *     10115 Berlin
             */
            address?: string | null;
            /**
             * @description Tax number
             * @example DE123456789
             */
            tax_id?: string | null;
            /**
             * @description Gets invoices, beside owners and admins
             * @example accounts@acme.example
             */
            email?: string | null;
        };
        /** @description The run, and what was under way when it was cancelled */
        Cancelled: {
            /** @description The run */
            run: components["schemas"]["Run"];
            /** @description Effects that were under way; their fate will be proven */
            in_flight: components["schemas"]["EffectId"][];
        };
        /** @description What may be held at one instant, and what is */
        Capacity: {
            /**
             * Format: int32
             * @description Billable weight that the plan allows
             * @example 25
             */
            k: number;
            /**
             * Format: int32
             * @description What admission goes by: K, or more while burst is on and its cap is not reached
             * @example 25
             */
            ceiling: number;
            /**
             * Format: int32
             * @description Billable weight that is held
             * @example 7
             */
            used: number;
            /**
             * Format: int32
             * @description Runs that wait for capacity
             * @example 0
             */
            waiting: number;
        };
        Challenged: {
            /**
             * @description sha256= and the HMAC-SHA256 of crc_token by the secret, in base64
             * @example sha256=x0mYd8hz2goCTfcNAaMqENy2BFgJJfJOb4PdvTffpwg=
             */
            response_token: string;
        };
        /** @description What a run's holds come to */
        Charge: {
            /**
             * Format: int64
             * @description Depth-milliseconds
             * @example 3600
             */
            depth_ms: number;
            /**
             * Format: int64
             * @description Of those, what is billed, in depth-milliseconds
             * @example 3600
             */
            billable_depth_ms: number;
        };
        /** @description A stored credential for one account on one platform; the credential itself is never shown */
        Connection: {
            /** @description Identifier */
            id: components["schemas"]["ConnectionId"];
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * @description The platform's environment
             * @example production
             */
            environment: string;
            /**
             * Format: uri
             * @description Where the platform is, where that differs from the environment's
             */
            base_url: string | null;
            /** @description Two credentials for one account are one system */
            system: components["schemas"]["SystemId"];
            /**
             * @description The platform's stable identifier of the account
             * @example @ganglion
             */
            principal: string;
            /**
             * @description For people
             * @example @ganglion_demo
             */
            label: string;
            /**
             * @description The state it is in
             * @enum {string}
             */
            status: "active" | "paused" | "reauthorize";
            /** @description What acts through it cost, as the tenant says; null: nothing is counted */
            prices: components["schemas"]["Prices"] | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When the platform was last asked who this is */
            checked_at: components["schemas"]["Instant"];
        };
        /**
         * @description Identifier, a TypeID
         * @example con_01h2xcejqtf2nbrexx3vqjhp41
         */
        ConnectionId: string;
        ConnectionOnMap: {
            /** @description Identifier */
            id: components["schemas"]["ConnectionId"];
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * @description For people
             * @example @ganglion_demo
             */
            label: string;
            /** @description Two credentials for one account are one system */
            system: components["schemas"]["SystemId"];
            /**
             * @description The state it is in
             * @enum {string}
             */
            status: "active" | "paused" | "reauthorize";
        };
        /** @description Our side of one platform, or one of the tenant's own */
        Connector: {
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /**
             * @description The connector's version
             * @example 1
             */
            version: string;
            /**
             * @description In a few words
             * @example May I post?
             */
            title: string;
            /** @description JSON Schema of the credentials; secrets carry writeOnly */
            credentials: components["schemas"]["Json"];
            /** @description Where it can act */
            environments: string[];
            /**
             * @description Whether one run at a time has an account, or many share it
             * @enum {string}
             */
            hold_mode: "exclusive" | "shared" | "pool";
            /** @description How a person can let us act in their account; null: credentials are typed in */
            oauth: components["schemas"]["ConnectorOAuth"] | null;
            /** @description What a connector of your own was made of; null for those that come along */
            kind: ("openapi" | "mcp") | null;
            /**
             * Format: uri
             * @description Of one of your own: where it calls
             */
            base_url: string | null;
            /** @description Of one of your own: how the account behind credentials is found; null: by the credentials */
            identity: components["schemas"]["IdentityOfConnector"] | null;
            /** @description What it can do */
            actions: components["schemas"]["Action"][];
            /** @description Lists that a trigger can read */
            polls: components["schemas"]["Poll"][];
        };
        /** @description What a description that was read anew says otherwise */
        ConnectorChanges: {
            /**
             * @description Actions that are new
             * @example [
             *       "addCoupon"
             *     ]
             */
            added: string[];
            /** @description Actions that are others now: once taken over, their classes are to be said anew */
            changed: string[];
            /** @description Actions that are there no more */
            removed: string[];
            /** @description Whether it asks for other credentials than before */
            credentials: boolean;
            /** @description Send it as confirm to take over just these changes */
            digest: string;
            /** @description As it is now: with the changes where they were confirmed */
            connector: components["schemas"]["Connector"];
        };
        /**
         * @description What is to be changed of a connector of your own; what is left out stays
         * @example {
         *       "actions": {
         *         "addItem": {
         *           "idempotency_header": "Idempotency-Key"
         *         }
         *       }
         *     }
         */
        ConnectorEdit: {
            /**
             * @description In a few words
             * @example May I post?
             */
            title?: string | null;
            /**
             * Format: uri
             * @description Where the platform is, where that differs from the environment's
             * @example https://api.shop.example/v2
             */
            base_url?: string | null;
            /** @description How the account behind credentials is found */
            identity?: components["schemas"]["ConnectorIdentity"] | null;
            /**
             * @description By the actions' names
             * @example {
             *       "addItem": {
             *         "idempotency_header": "Idempotency-Key"
             *       }
             *     }
             */
            actions?: {
                [key: string]: components["schemas"]["ActionEdit"];
            } | null;
        };
        /** @description How the account behind credentials is found, so that two keys of one account are one system */
        ConnectorIdentity: {
            /**
             * @description An action that is pure and needs no arguments; empty: the credentials alone tell
             * @example getMe
             */
            action: string | null;
            /**
             * @description JSON pointer to the account's stable identifier in its output
             * @example /id
             */
            pointer?: string | null;
        };
        /** @description How a person can let us act in their account */
        ConnectorOAuth: {
            /**
             * @description What a person is asked for
             * @example [
             *       "tweet.read"
             *     ]
             */
            scopes: string[];
            /** @description Whether this installation has an app of its own at the platform; else send yours */
            app: boolean;
        };
        /** @description Trials that are compared, and how the entrants stand */
        Contest: {
            /** @description Identifier */
            id: components["schemas"]["ContestId"];
            /**
             * @description Of which kind
             * @enum {string}
             */
            kind: "tournament" | "evolution" | "gate";
            /**
             * @description The scenario's name
             * @example lost-answer
             */
            scenario: string;
            /**
             * Format: int32
             * @description The scenario's
             * @example 1
             */
            version: number;
            /**
             * Format: int64
             * @description Of each entrant's first trial
             * @example 1
             */
            seed: number;
            /**
             * Format: int32
             * @description Of each entrant
             * @example 100
             */
            seeds: number;
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "running" | "ended";
            /**
             * Format: int32
             * @description An evolution's; from 1
             * @example 1
             */
            round: number;
            /** @description Who is compared */
            entrants: components["schemas"]["Entrant"][];
            /** @description The best first */
            standings: components["schemas"]["Standing"][];
            /**
             * @description The best entrant, once it has ended; null for a gate
             * @example reference
             */
            winner: string | null;
            /** @description A gate's word, once it has ended; null for others */
            passed: boolean | null;
            /** @description A gate's test, once all trials are judged */
            test: components["schemas"]["GateTest"] | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example cst_01h2xcejqtf2nbrexx3vqjhp41
         */
        ContestId: string;
        /** @description Who acts on what at this instant, at most 300 of each kind; of effects, 300 of each state. */
        CoordinationMap: {
            /** @description Who acts, the latest first */
            agents: components["schemas"]["AgentOnMap"][];
            /** @description Accounts, the latest first */
            connections: components["schemas"]["ConnectionOnMap"][];
            /** @description Runs that need somebody, that hold something, or have an effect that is not settled; of the thousand that were started last, those that work, too */
            runs: components["schemas"]["RunOnMap"][];
            /** @description Open ones, the latest first */
            holds: components["schemas"]["HoldOnMap"][];
            /** @description UNKNOWN ones, DISPATCHED ones and INTENDED ones, of each the latest first */
            effects: components["schemas"]["EffectOnMap"][];
            /** @description Approvals that somebody is asked for */
            approvals: components["schemas"]["ApprovalId"][];
            capacity: components["schemas"]["Capacity"];
            /** @description Whether there is more of something than is told; the lists have all */
            cut: boolean;
        };
        /**
         * @description A credit note to issue
         * @example {
         *       "amount_minor": 4900,
         *       "reason": "Hours that we were down"
         *     }
         */
        CreditBody: {
            /**
             * Format: int64
             * @description Before tax, in minor units of the invoice's currency
             * @example 1500
             */
            amount_minor: number;
            /**
             * @description As the tenant reads it
             * @example The platform was down on 3 November
             */
            reason: string;
        };
        /**
         * @description A word on the decision
         * @example {
         *       "comment": "Looks right to me."
         *     }
         */
        Decide: {
            /**
             * @description In their own words
             * @example checked with Ada
             */
            comment?: string | null;
        };
        /** @description A message on its way to one endpoint, without its body. */
        Delivery: {
            message: components["schemas"]["MessageId"];
            /**
             * @description Of which type
             * @example run.succeeded
             */
            type: string;
            /**
             * @description pending, delivered or failed
             * @example delivered
             */
            state: string;
            /**
             * Format: int32
             * @description How often it was tried
             */
            tries: number;
            /** @description The next try; null while one is under way, and at the end */
            next_try_at: components["schemas"]["Instant"] | null;
            /**
             * @description Why there is no further try
             * @example Hours that we were down
             */
            reason: string | null;
            /** @description The latest 20, oldest first */
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /** @description A try; what was answered is not kept. */
        DeliveryAttempt: {
            /**
             * Format: int32
             * @description The invoice's number
             */
            number: number;
            /** @description When */
            at: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description How long it took, in milliseconds
             * @example 84
             */
            took_ms: number;
            /**
             * Format: int32
             * @description Of the answer; null: there was none
             */
            status: number | null;
            /**
             * @description What went wrong; null: nothing
             * @example Hours that we were down
             */
            reason: string | null;
            /**
             * Format: int32
             * @description How long the answer's body was
             */
            answer_bytes: number | null;
        };
        DepthPoint: {
            /** @description When it begins */
            from: components["schemas"]["Instant"];
            /** @description Left out of the part */
            to: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description The most weight open at one instant
             */
            depth_peak: number;
            /**
             * Format: double
             * @description Time-weighted, while at least one hold was open
             */
            depth_mean: number;
            /**
             * Format: int32
             * @description The most distinct platforms at one instant
             */
            breadth_peak: number;
            /**
             * Format: int64
             * @description Depth-milliseconds: weight times the milliseconds it was held
             * @example 3600
             */
            depth_ms: number;
        };
        /**
         * @description An e-mail domain to prove
         * @example {
         *       "domain": "example.com"
         *     }
         */
        DomainBody: {
            /**
             * @description The e-mail domain
             * @example example.com
             */
            domain: string;
        };
        /**
         * Format: duration
         * @description An ISO 8601 duration
         * @example P1D
         */
        Duration: string;
        /** @description One outward act, from its frozen intent to its proven fate. */
        Effect: {
            /** @description Identifier */
            id: components["schemas"]["EffectId"];
            /** @description The run */
            run: components["schemas"]["RunId"];
            /**
             * @description DSL pointer of the task visit, with visit indices
             * @example /do/2/post
             */
            position: string;
            /**
             * Format: int32
             * @description Numbers the intents inside one visit, from 0
             */
            ordinal: number;
            /**
             * @description do, or undo of another effect
             * @enum {string}
             */
            phase: "do" | "undo";
            /** @description The effect that this one takes back */
            undo_of: components["schemas"]["EffectId"] | null;
            /**
             * @description The connection's name
             * @example main
             */
            connection: string | null;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * @description The action, connector first
             * @example x.createPost
             */
            action: string;
            /** @description The account, as it is coordinated */
            system: components["schemas"]["SystemId"];
            /** @description Where it is in its life */
            state: components["schemas"]["EffectState"];
            /**
             * @description What may be done after an unknown outcome
             * @enum {string}
             */
            retry_class: "pure" | "idempotent" | "reconcilable" | "blind";
            /**
             * @description Whether it can be taken back, and how
             * @enum {string}
             */
            undo_class: "reversible" | "compensable" | "irreversible";
            /**
             * Format: int32
             * @description How often it was dispatched
             * @example 1
             */
            attempts: number;
            /**
             * Format: int32
             * @description How many of the attempts ended with the worker that made them, before anybody saw an answer; these leave the action its own number of attempts, up to 20 of them
             */
            attempts_lost: number;
            /**
             * @description SHA-256 of the canonical (RFC 8785) arguments, hexadecimal
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            arguments_hash: string;
            /** @description As they were frozen; headers that authenticate a call are sent, and shown as (hidden) */
            arguments: components["schemas"]["Json"];
            /** @description What came of it; null where nothing did */
            output: components["schemas"]["Json"];
            /**
             * @description The platform's own name for what came to be
             * @example 1790000000000000000
             */
            reference: string | null;
            /**
             * @description Where people can see it
             * @example https://x.com/ganglion/status/1790000000000000000
             */
            url: string | null;
            /**
             * @description Why the last attempt did not land, or may not have
             * @example Hours that we were down
             */
            reason: string | null;
            /** @description When it was first sent; null before */
            dispatched_at: components["schemas"]["Instant"] | null;
            /** @description When its fate was known; null before */
            settled_at: components["schemas"]["Instant"] | null;
            /** @description What proves the fate */
            evidence: ("response" | "lookup" | "person") | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example eff_01h2xcejqtf2nbrexx3vqjhp41
         */
        EffectId: string;
        EffectOnMap: {
            /** @description Identifier */
            id: components["schemas"]["EffectId"];
            /** @description The run */
            run: components["schemas"]["RunId"];
            /**
             * @description DSL pointer of the task visit, with visit indices
             * @example /do/2/post
             */
            position: string;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /** @description The account, as it is coordinated */
            system: components["schemas"]["SystemId"];
            /** @description Where it is in its life */
            state: components["schemas"]["EffectState"];
        };
        /**
         * @description Where an effect is in its life
         * @enum {string}
         */
        EffectState: "INTENDED" | "DISPATCHED" | "LANDED" | "NOT_LANDED" | "UNKNOWN" | "UNDONE" | "ABANDONED";
        /** @description Where the tenant wants to be told of what happens. */
        Endpoint: {
            /** @description Identifier */
            id: components["schemas"]["EndpointId"];
            /**
             * @description Where people can see it
             * @example https://example.com/hooks/ganglion
             */
            url: string;
            /**
             * @description In their own words
             * @example Our order desk
             */
            description: string;
            /** @description Names of event types; none: all of them */
            types: string[];
            /** @description Whether messages of one run are sent one after another */
            ordered: boolean;
            /**
             * @description hmac or ed25519
             * @example hmac
             */
            signature: string;
            /** @description Whether it is sent to */
            enabled: boolean;
            /** @description Why it is disabled: asked, gone (it answered 410) or failing (nothing but failures for days) */
            disabled_reason: string | null;
            /** @description What its messages are signed with, the newest first */
            keys: components["schemas"]["EndpointKey"][];
            /**
             * Format: int32
             * @description Tries that failed since the last that did not
             */
            failures: number;
            /** @description The first of them */
            failing_since: components["schemas"]["Instant"] | null;
            /** @description Nothing is tried before */
            rests_until: components["schemas"]["Instant"] | null;
            /**
             * Format: int64
             * @description Messages that are on their way
             */
            waiting: number;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
        };
        EndpointBody: {
            /**
             * @description Where people can see it
             * @example https://example.com/hooks/ganglion
             */
            url: string;
            /**
             * @description In their own words
             * @example the shop's backend
             */
            description?: string | null;
            /**
             * @description Names of event types; none: all of them, and those added later
             * @example [
             *       "run.succeeded",
             *       "run.failed"
             *     ]
             */
            types?: string[] | null;
            /**
             * @description Whether a run's messages wait for each other: one that fails then holds back those after it
             * @default false
             * @example false
             */
            ordered?: boolean | null;
            /**
             * @description hmac: v1, a shared secret; ed25519: v1a, checked by a public key
             * @default hmac
             * @example hmac
             */
            signature?: string | null;
        };
        EndpointEdit: {
            /**
             * @description Where people can see it
             * @example https://example.com/hooks/ganglion
             */
            url?: string | null;
            /**
             * @description In their own words
             * @example Our order desk
             */
            description?: string | null;
            /**
             * @description Names of event types that it is told of; none: all of them, and those added later
             * @example [
             *       "run.failed"
             *     ]
             */
            types?: string[] | null;
            /** @description Whether messages of one run are sent one after another */
            ordered?: boolean | null;
            /** @description false: it gets nothing, and what is on its way fails; true: it gets what happens from now on */
            enabled?: boolean | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example whe_01h2xcejqtf2nbrexx3vqjhp41
         */
        EndpointId: string;
        EndpointKey: {
            /**
             * Format: int32
             * @description From 1; each rotation makes the next
             * @example 1
             */
            generation: number;
            /** @description For ed25519: whpk_… */
            public_key: string | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When it signs no more; null: until it is replaced */
            expires_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Which messages to send once more
         * @example {
         *       "failed": true
         *     }
         */
        EndpointReplay: {
            /** @description One message */
            message?: components["schemas"]["MessageId"] | null;
            /**
             * @description Those made from then on; those too that it never got
             * @example 2026-11-29T00:00:00Z
             */
            since?: components["schemas"]["Instant"] | null;
            /** @description With since: those made before; now by default */
            until?: components["schemas"]["Instant"] | null;
            /** @description true: all of which no further try is made */
            failed?: boolean | null;
        };
        EndpointTest: {
            /**
             * @description The event type whose example is sent
             * @default webhook.test
             * @example run.succeeded
             */
            type?: string | null;
        };
        /**
         * @description Whether the provider is the only way in
         * @example {
         *       "enforced": true
         *     }
         */
        EnforcedBody: {
            /**
             * @description Whether it is the only way in
             * @example true
             */
            enforced: boolean;
        };
        /**
         * @description Terms that were agreed by hand
         * @example {
         *       "k": 500,
         *       "interval": "month",
         *       "fee_minor": 200000,
         *       "burst_minor": 40
         *     }
         */
        EnterpriseBody: {
            /**
             * Format: int32
             * @description Billable weight at one instant
             * @example 1000
             */
            k: number;
            /**
             * @description How often the fee is due; month if left out
             * @example year
             */
            interval?: components["schemas"]["IntervalText"] | null;
            /**
             * Format: int64
             * @description For each interval
             * @example 1200000
             */
            fee_minor: number;
            /**
             * Format: int64
             * @description For a CU-hour above K
             * @example 30
             */
            burst_minor: number;
        };
        /** @description One workflow of a contest */
        Entrant: {
            /**
             * @description What people call it
             * @example reference
             */
            name: string;
            workflow: components["schemas"]["WorkflowId"];
            /**
             * @description Of an evolution's variant: what is turned, by JSON pointer
             * @example {
             *       "/do/0/vote/with/times": 31
             *     }
             */
            settings: components["schemas"]["Json"];
            /** @description Whether it goes on; in an evolution the worse half drops out */
            alive: boolean;
        };
        /** @description A version of a state entry that a run read or wrote */
        EntryVersion: {
            /**
             * @description The caller's own name for it
             * @example announce
             */
            key: string;
            /**
             * Format: int64
             * @description Its version
             */
            version: number;
        };
        /** @description What a simulated platform wrote into its own journal */
        EntryView: {
            /**
             * Format: int64
             * @description Its place in the journal
             * @example 1
             */
            seq: number;
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string;
            /**
             * @description The account on the platform
             * @example account-1
             */
            account: string;
            /**
             * @description Of which kind
             * @example invoice
             */
            kind: string;
            /**
             * @description What the platform calls it
             * @example 1790000000000000000
             */
            reference: string;
            /** @description What the platform was sent */
            payload: components["schemas"]["Json"];
            /** @description When */
            at: components["schemas"]["Instant"];
        };
        EventType: {
            /**
             * @description What people call it
             * @example run.succeeded
             */
            name: string;
            /**
             * @description What happened
             * @example A run has ended as it should.
             */
            description: string;
            /** @description JSON Schema 2020-12 of a message's data */
            schema: components["schemas"]["Json"];
            /** @description Data that fit the schema */
            example: components["schemas"]["Json"];
        };
        /** @description One row of the tenant's export */
        ExportLine: {
            /**
             * @description Which table
             * @example run
             */
            table: string;
            /** @description Its columns as they are stored */
            row: components["schemas"]["Json"];
        };
        Facet: {
            /**
             * @description As the connector's manifest calls it
             * @example balances
             */
            name: string;
            /** @description Any JSON, a part of the effect's output; null where there was nothing, or more than 16,384 characters */
            value: components["schemas"]["Json"];
            /** @description When the platform's answer came */
            observed_at: components["schemas"]["Instant"];
            /** @description Whose answer it was */
            effect: components["schemas"]["EffectId"];
        };
        Facets: {
            /** @description Each system once, however many connections lead to it */
            systems: components["schemas"]["ObservedSystem"][];
        };
        /**
         * @description A fault that a simulated platform shall have
         * @example {
         *       "platform": "x",
         *       "kind": "slow",
         *       "delay_ms": 5000,
         *       "remaining": 3
         *     }
         */
        FaultBody: {
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string | null;
            /**
             * @description The account on the platform
             * @example account-1
             */
            account?: string | null;
            /**
             * @description HTTP method; on evm and solana the JSON-RPC method, on telegram the Bot API's
             * @example POST
             */
            method?: string | null;
            /**
             * @description Of the path below the platform's base address, e.g. /2/tweets
             * @example /2/tweets
             */
            path_prefix?: string | null;
            /** @description Of which kind */
            kind: components["schemas"]["FaultKind"] | null;
            /**
             * Format: int32
             * @description How often it strikes; left out: without end
             * @example 3
             */
            remaining?: number | null;
            /**
             * Format: double
             * @description How often it strikes, from 0 to 1
             * @example 0.5
             */
            probability?: number | null;
            /**
             * Format: int64
             * @description Of the chance; the same seed strikes alike
             * @example 42
             */
            seed?: number | null;
            /**
             * Format: int64
             * @description How long an answer is held back, in milliseconds
             * @example 5000
             */
            delay_ms?: number | null;
        };
        /**
         * @description What goes wrong
         * @enum {string}
         */
        FaultKind: "status_500_before" | "status_500_after" | "reset_before" | "reset_after" | "hang_after" | "truncate_after" | "malformed_after" | "rate_limit" | "slow" | "redirect" | "search_lag" | "unauthorized" | "mining_delay" | "price_jump";
        /** @description A fault that a simulated platform has */
        FaultView: {
            /** @description Identifier */
            id: components["schemas"]["UUID"];
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string;
            /**
             * @description The account on the platform
             * @example account-1
             */
            account: string | null;
            /**
             * @description HTTP method that it strikes
             * @example POST
             */
            method: string | null;
            /**
             * @description Paths that it strikes
             * @example /2/tweets
             */
            path_prefix: string;
            /** @description Of which kind */
            kind: components["schemas"]["FaultKind"];
            /**
             * Format: int32
             * @description How many times it strikes yet; null: for ever
             * @example 3
             */
            remaining: number | null;
            /**
             * Format: double
             * @description How often it strikes, from 0 to 1
             * @example 0.5
             */
            probability: number;
            /**
             * Format: int64
             * @description Of the chance; the same seed strikes alike
             * @example 42
             */
            seed: number;
            /**
             * Format: int64
             * @description How long an answer is held back, in milliseconds
             * @example 5000
             */
            delay_ms: number;
            /**
             * Format: int64
             * @description Requests that could have been struck
             * @example 0
             */
            seen: number;
            /**
             * Format: int64
             * @description Requests that were struck
             * @example 0
             */
            struck: number;
        };
        /** @description The key that may do everything in a new tenant */
        FirstKey: {
            /**
             * @description Identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description The whole key; never shown again
             * @example gk_live_…
             */
            secret: string;
        };
        /** @description A paired, one-sided t-test of the candidate against the baseline */
        GateTest: {
            /**
             * @description Candidate less baseline, on average
             * @example 0.01
             */
            difference: number;
            /**
             * @description Lower 95 % bound of it
             * @example -0.02
             */
            bound: number;
            /**
             * @description How much worse is not worse
             * @example 0.05
             */
            margin: number;
            /**
             * Format: int32
             * @description Pairs of trials
             * @example 100
             */
            pairs: number;
        };
        /** @description What came of a goal or an invariant, by the platforms' journals */
        GoalVerdict: {
            /**
             * @description What people call it
             * @example the text stands once
             */
            name: string;
            /**
             * @description What was measured
             * @example 1
             */
            found: number;
            /**
             * @description Whether it is as it is to be
             * @example true
             */
            attained: boolean;
        };
        /** @description One hold of the run on a system */
        Held: {
            /** @description The run */
            run?: components["schemas"]["RunId"];
            /** @description The account, as it is coordinated */
            system?: components["schemas"]["SystemId"];
            /**
             * @description The connector's name
             * @example x
             */
            connector?: string;
            /**
             * @description What people call it
             * @example @ganglion on X
             */
            label?: string;
            /**
             * Format: int32
             * @description How much of the capacity it takes
             * @example 1
             */
            weight?: number;
            /** @description When it opened */
            opened_at?: components["schemas"]["Instant"];
            /** @description When it closed; null while it is open */
            closed_at?: components["schemas"]["Instant"];
            /**
             * @description Why it closed; null while it is open
             * @example run_ended
             */
            close_reason?: string;
            /**
             * Format: int64
             * @description Depth-milliseconds
             * @example 3600
             */
            depth_ms?: number;
        };
        /** @description One stretch of a run's claim on a system */
        Hold: {
            /** @description Identifier */
            id: components["schemas"]["HoldId"];
            /** @description The root run */
            run: components["schemas"]["RunId"];
            /** @description The run of its family that opened it; null: the root itself */
            member: components["schemas"]["RunId"] | null;
            /** @description The account, as it is coordinated */
            system: components["schemas"]["SystemId"];
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * Format: int32
             * @description 1, or one for each hundred calls in flight of a model pool
             * @example 1
             */
            weight: number;
            /** @description When it was opened */
            opened_at: components["schemas"]["Instant"];
            /** @description When it was closed; null while it is open */
            closed_at: components["schemas"]["Instant"] | null;
            /** @description Why it was closed: the run parked or ended, nothing happened for 10 s, its weight changed, its worker was lost, or it began to be free of charge; null while it is open */
            close_reason: ("park" | "end" | "idle" | "weight" | "rescue" | "zero") | null;
            /** @description Why none of it is billed, whatever happens; null: all of it but the time of a platform's fault, which the receipt leaves out and the ledger has as lines of their own (upstream) */
            zero_rate: ("laboratory" | "compensation") | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example hld_01h2xcejqtf2nbrexx3vqjhp41
         */
        HoldId: string;
        HoldOnMap: {
            /** @description Identifier */
            id: components["schemas"]["HoldId"];
            /** @description The root run */
            run: components["schemas"]["RunId"];
            /** @description The run of its family that opened it; null: the root itself */
            member: components["schemas"]["RunId"] | null;
            /** @description The account, as it is coordinated */
            system: components["schemas"]["SystemId"];
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * Format: int32
             * @description 1, or one for each hundred calls in flight of a model pool
             * @example 1
             */
            weight: number;
        };
        /** @description The action that tells whose credentials these are */
        IdentityOfConnector: {
            /**
             * @description The action's name within the connector
             * @example me
             */
            action: string;
            /**
             * @description JSON pointer to the account's stable identifier in its output
             * @example /id
             */
            pointer: string;
        };
        /**
         * @description How much an incident harms the parts that it names
         * @enum {string}
         */
        Impact: "maintenance" | "degraded" | "outage";
        /** @description Something wrong with the platform, or work on it. */
        Incident: {
            /** @description Identifier */
            id: components["schemas"]["IncidentId"];
            /**
             * @description What is wrong, in a few words
             * @example Webhooks are late
             */
            title: string;
            /**
             * @description How much it harms its parts
             * @example degraded
             * @enum {string}
             */
            impact: "maintenance" | "degraded" | "outage";
            /**
             * @description How far it has come
             * @example investigating
             * @enum {string}
             */
            state: "investigating" | "identified" | "monitoring" | "resolved";
            /**
             * @description What it harms: api, workers, webhooks, sign_in, laboratory
             * @example [
             *       "webhooks"
             *     ]
             */
            parts: string[];
            /** @description What was told, oldest first */
            updates: components["schemas"]["IncidentUpdate"][];
            /** @description When it began */
            started_at: components["schemas"]["Instant"];
            /** @description null while it goes on */
            resolved_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description An incident to tell everybody of
         * @example {
         *       "title": "Webhooks are late",
         *       "impact": "degraded",
         *       "parts": [
         *         "webhooks"
         *       ],
         *       "message": "Deliveries wait for some minutes; none is lost."
         *     }
         */
        IncidentBody: {
            /**
             * @description What is wrong, in a few words
             * @example Webhooks are late
             */
            title: string;
            /**
             * @description How much it harms its parts
             * @example degraded
             */
            impact: components["schemas"]["Impact"];
            /**
             * @description What it harms
             * @example [
             *       "webhooks"
             *     ]
             */
            parts: components["schemas"]["Part"][];
            /**
             * @description Everybody reads it: nothing of a tenant belongs in it
             * @example Deliveries wait for some minutes; none is lost.
             */
            message: string;
        };
        /**
         * @description Identifier, a TypeID
         * @example inc_01h2xcejqtf2nbrexx3vqjhp41
         */
        IncidentId: string;
        /**
         * @description How far an incident has come
         * @enum {string}
         */
        IncidentState: "investigating" | "identified" | "monitoring" | "resolved";
        /** @description What was told at a time */
        IncidentUpdate: {
            /**
             * @description Where it is in its life
             * @example investigating
             * @enum {string}
             */
            state: "investigating" | "identified" | "monitoring" | "resolved";
            /**
             * @description What people are told
             * @example Deliveries wait for some minutes; none is lost.
             */
            message: string;
            /** @description When */
            at: components["schemas"]["Instant"];
        };
        /**
         * @description How an incident goes on
         * @example {
         *       "state": "resolved",
         *       "message": "All deliveries have arrived."
         *     }
         */
        IncidentUpdateBody: {
            /**
             * @description resolved ends it
             * @example resolved
             */
            state: components["schemas"]["IncidentState"];
            /**
             * @description Everybody reads it: nothing of a tenant belongs in it
             * @example All deliveries have arrived.
             */
            message: string;
        };
        /**
         * Format: date-time
         * @description A time of RFC 3339 in UTC, with milliseconds
         * @example 2026-11-29T10:00:00.000Z
         */
        Instant: string;
        /**
         * @description What is paid for at once
         * @enum {string}
         */
        IntervalText: "month" | "year";
        /** @description An invitation into the tenant */
        Invitation: {
            /**
             * @description Identifier
             * @example ivt_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description E-mail address
             * @example bob@example.com
             */
            email: string;
            /**
             * @description What they may do
             * @example viewer
             * @enum {string}
             */
            role: "owner" | "admin" | "operator" | "approver" | "viewer";
            /**
             * @description Where it is in its life
             * @example pending
             * @enum {string}
             */
            state: "pending" | "accepted" | "declined" | "revoked" | "expired";
            /**
             * @description Who asked
             * @example ann@example.com
             */
            invited_by: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description It can't be accepted from then on */
            expires_at: components["schemas"]["Instant"];
            /** @description When the mail server last took the mail */
            sent_at: components["schemas"]["Instant"] | null;
            /** @description When it was decided; null before */
            decided_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Whom to invite
         * @example {
         *       "email": "ada@example.org",
         *       "role": "operator"
         *     }
         */
        InvitationBody: {
            /**
             * @description E-mail address
             * @example bob@example.com
             */
            email: string;
            /**
             * @description What they may do
             * @example viewer
             */
            role: ("owner" | "admin" | "operator" | "approver" | "viewer") | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example ivt_01h2xcejqtf2nbrexx3vqjhp41
         */
        InvitationId: string;
        /** @description An invitation to the caller */
        Invited: {
            /**
             * @description Identifier
             * @example ivt_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            tenant_name: string;
            /**
             * @description What they may do
             * @example viewer
             */
            role: string;
            /**
             * @description Who invited
             * @example ann@example.com
             */
            invited_by: string;
            /** @description When it stops working; null: never */
            expires_at: components["schemas"]["Instant"];
        };
        /** @description An invoice or credit note */
        Invoice: {
            /**
             * @description Null in a draft
             * @example inv_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string | null;
            /**
             * @description Of which kind
             * @example invoice
             * @enum {string}
             */
            kind: "invoice" | "credit_note";
            /**
             * @description Consecutive for each issuer, without a gap; null in a draft
             * @example GAN-000042
             */
            number: string | null;
            /**
             * @description Where it is in its life
             * @example open
             * @enum {string}
             */
            state: "draft" | "open" | "paid" | "void" | "overdue";
            /**
             * @description What it is for, UTC
             * @example 2026-11
             */
            month: string;
            /**
             * @description The invoice that a credit note corrects
             * @example inv_01h2xcejqtf2nbrexx3vqjhp40
             */
            about: string | null;
            /**
             * @description Why a credit note was issued
             * @example Hours that we were down
             */
            reason: string | null;
            /** @description Who issued it */
            issuer: components["schemas"]["InvoiceParty"];
            /** @description Who is billed */
            customer: components["schemas"]["InvoiceParty"];
            /**
             * @description Of all amounts
             * @example EUR
             */
            currency: string;
            /** @description Line by line */
            lines: components["schemas"]["InvoiceLine"][];
            /**
             * Format: int64
             * @description The sum of the lines, minor units
             * @example 4900
             */
            net_minor: number;
            /** @description The tax */
            tax: components["schemas"]["InvoiceTax"];
            /**
             * Format: int64
             * @description Minor units, with tax
             * @example 5831
             */
            total_minor: number;
            /**
             * Format: int64
             * @description Of your balance, not above zero
             * @example 0
             */
            drawn_minor: number;
            /**
             * Format: int64
             * @description What is to be paid, minor units
             * @example 5831
             */
            due_minor: number;
            /**
             * Format: int64
             * @description Depth-milliseconds of all holds
             * @example 7200000
             */
            recorded_ms: number;
            /**
             * Format: int64
             * @description Of these, what nothing zero-rates
             * @example 7200000
             */
            billable_ms: number;
            /**
             * Format: int64
             * @description Of those, what was above capacity
             * @example 0
             */
            burst_ms: number;
            /** @description By agent and system, the most first */
            usage: components["schemas"]["InvoiceUsage"][];
            /**
             * @description How to pay where it is not done online
             * @example IBAN DE02 1203 0000 0000 2020 51
             */
            payment: string | null;
            /** @description When it was issued */
            issued_at: components["schemas"]["Instant"] | null;
            /** @description When it is due */
            due_at: components["schemas"]["Instant"] | null;
            /** @description When it was paid or voided */
            settled_at: components["schemas"]["Instant"] | null;
            /**
             * @description hand, stripe, or nothing where there was nothing to pay
             * @example hand
             */
            settled_by: string | null;
            /**
             * @description Of the payment, or why it is void
             * @example 1790000000000000000
             */
            reference: string | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example inv_01h2xcejqtf2nbrexx3vqjhp41
         */
        InvoiceId: string;
        /** @description A line of an invoice */
        InvoiceLine: {
            /**
             * @description refund: the rest of a year that was paid; cap: what burst would cost above its cap; credit: a correction
             * @example fee
             * @enum {string}
             */
            kind: "fee" | "refund" | "burst" | "cap" | "credit";
            /**
             * @description In words
             * @example Plan team
             */
            text: string;
            /** @description When it begins */
            from: components["schemas"]["Instant"];
            /** @description The end, left out */
            to: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description How many
             * @example 1296000
             */
            quantity: number;
            /**
             * @description What the quantity counts; centi_cuh: hundredths of a CU-hour
             * @example second
             * @enum {string}
             */
            unit: "second" | "centi_cuh" | "piece";
            /**
             * Format: int64
             * @description Minor units; below zero in your favour
             * @example 2450
             */
            amount_minor: number;
        };
        /** @description Who is billed, or who bills */
        InvoiceParty: {
            /**
             * @description What people call it
             * @example Acme Research GmbH
             */
            name: string;
            /**
             * @description Postal address, line by line
             * @example 1 Main Street
             *     10115 Berlin
             */
            address: string;
            /**
             * @description Tax number
             * @example DE123456789
             */
            tax_id: string | null;
        };
        /** @description An invoice in a list */
        InvoiceSummary: {
            /**
             * @description Identifier
             * @example inv_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description Of which kind
             * @example invoice
             * @enum {string}
             */
            kind: "invoice" | "credit_note";
            /**
             * @description The invoice's number
             * @example GAN-000042
             */
            number: string;
            /**
             * @description Where it is in its life
             * @example open
             * @enum {string}
             */
            state: "open" | "paid" | "void" | "overdue";
            /**
             * @description What it is for, UTC
             * @example 2026-11
             */
            month: string;
            /** @description With tax */
            total: components["schemas"]["Money"];
            /** @description What there was to pay when it was issued */
            due: components["schemas"]["Money"];
            /** @description When it was issued */
            issued_at: components["schemas"]["Instant"];
            /** @description When it is due */
            due_at: components["schemas"]["Instant"];
        };
        /** @description The tax of an invoice */
        InvoiceTax: {
            /**
             * @description What people call it
             * @example VAT
             */
            name: string;
            /**
             * Format: int32
             * @description Hundredths of a percent; 0: no tax
             * @example 1900
             */
            basis_points: number;
            /**
             * Format: int64
             * @description Minor units
             * @example 931
             */
            amount_minor: number;
        };
        /** @description What was held in the month, of one agent or system */
        InvoiceUsage: {
            /**
             * @description Null for runs without one, and in the row of all that is not listed
             * @example agt_01h2xcejqtf2nbrexx3vqjhp41
             */
            agent: string | null;
            /**
             * @description The agent's name
             * @example campaigner
             */
            agent_name: string | null;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string;
            /**
             * @description Null in the row of all that is not listed
             * @example sys_01h2xcejqtf2nbrexx3vqjhp41
             */
            system: string | null;
            /**
             * @description What people call it
             * @example x @acme
             */
            label: string;
            /**
             * Format: int64
             * @description Depth-milliseconds
             * @example 3600000
             */
            recorded_ms: number;
            /**
             * Format: int64
             * @description Of these, what nothing zero-rates
             * @example 3600000
             */
            billable_ms: number;
        };
        /** @description Any JSON value */
        Json: unknown;
        /**
         * @description What the version that is kept is called
         * @example {
         *       "version": "1.1.0"
         *     }
         */
        KeepVariant: {
            /**
             * @description A semantic version that the workflow doesn't have yet
             * @example 1.1.0
             */
            version: string | null;
        };
        /** @description The last hash of a day of the hold ledger */
        LedgerDay: {
            /**
             * @description The day, in UTC
             * @example 2026-12-01
             */
            day: string;
            /**
             * Format: int64
             * @description The number of the day's last line
             * @example 977
             */
            seq: number;
            /**
             * @description The hash of the day's last line
             * @example 1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4
             */
            root: string;
        };
        /** @description A line of the hold ledger; which members it has beside these depends on its kind */
        LedgerLine: {
            /**
             * @description The tenant
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            tenant: string;
            /**
             * Format: int64
             * @description From 1, without a gap
             * @example 1042
             */
            seq: number;
            /**
             * @description hold, capacity, plan or credit
             * @example hold
             */
            kind: string;
            /**
             * @description The hash of the line before; 64 zeros for the first
             * @example 9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9
             */
            prev_hash: string;
            /**
             * @description SHA-256 over the 32 bytes of prev_hash and the line's canonical JSON (RFC 8785) without hash
             * @example 1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4
             */
            hash: string;
        };
        /** @description The hold ledger's roots */
        LedgerRoot: {
            /**
             * Format: int64
             * @description The number of the last line; 0 where there is none
             * @example 1042
             */
            seq: number;
            /**
             * @description The hash of the last line; 64 zeros where there is none
             * @example 9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9
             */
            root: string;
            /** @description Days that are over and on which it grew, newest first */
            data: components["schemas"]["LedgerDay"][];
            /**
             * @description Pass it as cursor for the days before; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example lnk_01h2xcejqtf2nbrexx3vqjhp41
         */
        LinkId: string;
        /** @description A page of a list */
        ListingAccountView: {
            /** @description The items of this page */
            data: components["schemas"]["AccountView"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingAgentView: {
            /** @description The items of this page */
            data: components["schemas"]["Agent"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingApiKeyView: {
            /** @description The items of this page */
            data: components["schemas"]["ApiKey"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingApprovalView: {
            /** @description The items of this page */
            data: components["schemas"]["Approval"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingAuditEntryView: {
            /** @description The items of this page */
            data: components["schemas"]["AuditEntry"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingConnectionView: {
            /** @description The items of this page */
            data: components["schemas"]["Connection"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingConnectorView: {
            /** @description The items of this page */
            data: components["schemas"]["Connector"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingContestView: {
            /** @description The items of this page */
            data: components["schemas"]["Contest"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingDeliveryView: {
            /** @description The items of this page */
            data: components["schemas"]["Delivery"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingEffectView: {
            /** @description The items of this page */
            data: components["schemas"]["Effect"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingEndpointView: {
            /** @description The items of this page */
            data: components["schemas"]["Endpoint"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingEntryView: {
            /** @description The items of this page */
            data: components["schemas"]["EntryView"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingEventTypeView: {
            /** @description The items of this page */
            data: components["schemas"]["EventType"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingEventView: {
            /** @description The items of this page */
            data: components["schemas"]["StoredEvent"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingFaultView: {
            /** @description The items of this page */
            data: components["schemas"]["FaultView"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingHoldView: {
            /** @description The items of this page */
            data: components["schemas"]["Hold"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingIncidentView: {
            /** @description The items of this page */
            data: components["schemas"]["Incident"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingInvitationView: {
            /** @description The items of this page */
            data: components["schemas"]["Invitation"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingInvoiceSummaryView: {
            /** @description The items of this page */
            data: components["schemas"]["InvoiceSummary"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingJsonNode: {
            /** @description The items of this page */
            data: components["schemas"]["Json"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingMemberView: {
            /** @description The items of this page */
            data: components["schemas"]["Member"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingMessageView: {
            /** @description The items of this page */
            data: components["schemas"]["Message"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingMoneyUsageView: {
            /** @description The items of this page */
            data: components["schemas"]["MoneyUsage"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingOperatedTenantView: {
            /** @description The items of this page */
            data: components["schemas"]["OperatedTenant"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingRunView: {
            /** @description The items of this page */
            data: components["schemas"]["Run"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingScenarioView: {
            /** @description The items of this page */
            data: components["schemas"]["Scenario"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingSkillView: {
            /** @description The items of this page */
            data: components["schemas"]["Skill"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingSourceView: {
            /** @description The items of this page */
            data: components["schemas"]["Source"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingStandingView: {
            /** @description The items of this page */
            data: components["schemas"]["Standing"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingStateVersionView: {
            /** @description The items of this page */
            data: components["schemas"]["StateVersion"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingStateView: {
            /** @description The items of this page */
            data: components["schemas"]["StateEntry"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingStepView: {
            /** @description The items of this page */
            data: components["schemas"]["Step"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingTrialView: {
            /** @description The items of this page */
            data: components["schemas"]["Trial"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingTriggerView: {
            /** @description The items of this page */
            data: components["schemas"]["Trigger"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingUsageView: {
            /** @description The items of this page */
            data: components["schemas"]["Usage"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description A page of a list */
        ListingWorkflowView: {
            /** @description The items of this page */
            data: components["schemas"]["Workflow"][];
            /**
             * @description Pass it as cursor for the next page; null at the end
             * @example eyJhdCI6MX0
             */
            next_cursor: string | null;
        };
        /** @description An MCP server, which is asked for its tools */
        McpServer: {
            /**
             * Format: uri
             * @description The server's address
             * @example https://mcp.shop.example/mcp
             */
            url: string | null;
            /**
             * @description For this one reading, and kept nowhere: token, and header where it isn't sent as a bearer token
             * @example {
             *       "token": "the token"
             *     }
             */
            credentials?: components["schemas"]["Json"];
        };
        /** @description Who calls, and for which tenant */
        Me: {
            /**
             * @description Of which kind
             * @example api_key
             * @enum {string}
             */
            kind: "person" | "service" | "api_key";
            /**
             * @description Who acts: the person's or the API key's identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            actor: string;
            /**
             * @description null: a person who belongs to none, or to several and named none
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            tenant: string | null;
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            tenant_name: string | null;
            /**
             * @description Of a person or a service account
             * @example owner
             */
            role: ("owner" | "admin" | "operator" | "approver" | "viewer") | null;
            /**
             * @description What it may do
             * @example [
             *       "runs:read",
             *       "runs:write"
             *     ]
             */
            scopes: string[];
            /** @description The person; null for an API key */
            person: components["schemas"]["Person"] | null;
            /** @description Where a person belongs, in the order they joined */
            tenants: components["schemas"]["Membership"][];
            /** @description What waits for the person's verified address */
            invitations: components["schemas"]["Invited"][];
            /**
             * @description Whether the person runs this installation, too
             * @example false
             */
            operator: boolean;
            /**
             * @description With a session cookie alone: send it as X-CSRF-Token with whatever changes something
             * @example k0Yl…
             */
            csrf_token: string | null;
        };
        /** @description Somebody who belongs to the tenant */
        Member: {
            /**
             * @description Identifier
             * @example per_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description Of which kind
             * @example person
             * @enum {string}
             */
            kind: "person" | "service";
            /**
             * @description E-mail address
             * @example ann@example.com
             */
            email: string | null;
            /**
             * @description What people call it
             * @example Ann Example
             */
            name: string | null;
            /**
             * @description What they may do
             * @example operator
             * @enum {string}
             */
            role: "owner" | "admin" | "operator" | "approver" | "viewer";
            /** @description When they joined */
            joined_at: components["schemas"]["Instant"];
        };
        /** @description A tenant that the caller belongs to */
        Membership: {
            /**
             * @description The tenant
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            tenant: string;
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            name: string;
            /**
             * @description What they may do
             * @example operator
             */
            role: string;
            /** @description When it is erased, if it is deleted */
            purge_at: components["schemas"]["Instant"] | null;
            /**
             * @description Whether an invoice is long overdue: it starts nothing until it is paid
             * @example false
             */
            suspended: boolean;
        };
        /** @description One event as endpoints get it. */
        Message: {
            /** @description The webhook-id of every try */
            id: components["schemas"]["MessageId"];
            /**
             * @description Of which type
             * @example run.succeeded
             */
            type: string;
            /** @description The run it is about */
            run: components["schemas"]["RunId"] | null;
            /** @description What is sent: type, timestamp and data */
            body: components["schemas"]["Json"];
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
        };
        /**
         * @description Identifier, a TypeID
         * @example msg_01h2xcejqtf2nbrexx3vqjhp41
         */
        MessageId: string;
        /** @description An amount in minor units of its currency */
        Money: {
            /**
             * Format: int64
             * @description In minor units, such as cents
             * @example 4900
             */
            amount_minor: number;
            /**
             * @description ISO 4217
             * @example EUR
             */
            currency: string;
        };
        MoneyUsage: {
            /**
             * @description When the hour, day or month begins, in UTC
             * @example 2026-12-01T00:00:00.000Z
             */
            start: components["schemas"]["Instant"];
            /**
             * @description The agent; null if by does not name it, or for runs without one
             * @example agt_01h2xcejqtf2nbrexx3vqjhp41
             */
            agent: string | null;
            /**
             * @description The workflow; null if by does not name it, or for sessions
             * @example wfl_01h2xcejqtf2nbrexx3vqjhp41
             */
            workflow: string | null;
            /**
             * @description The system; null if by does not name it
             * @example sys_01h2xcejqtf2nbrexx3vqjhp41
             */
            system: string | null;
            /**
             * @description The connector; null if by does not name it
             * @example model
             */
            connector: string | null;
            /**
             * @description ISO 4217
             * @example USD
             */
            currency: string;
            /**
             * Format: int64
             * @description How many acts had a price
             * @example 40
             */
            acts: number;
            /**
             * @description What acts have cost whose fate is known, in minor units, to the millionth
             * @example 12.500000
             */
            spent_minor: string;
            /**
             * @description What is set aside for acts under way or in doubt, in minor units, to the millionth
             * @example 0.000000
             */
            reserved_minor: string;
        };
        /** @description A simulated account and how to connect to it */
        NewAccountView: {
            /**
             * @description The simulated platform
             * @example x
             */
            platform: string;
            /**
             * @description The account on the platform
             * @example account-1
             */
            account: string;
            /** @description The connection's name */
            connection: components["schemas"]["Json"];
        };
        /** @description A key that was just made, with its secret */
        NewApiKey: {
            /** @description The key, without its secret */
            api_key: components["schemas"]["ApiKey"];
            /**
             * @description The whole key; never shown again
             * @example gk_live_…
             */
            secret: string;
        };
        NewApprovalLink: {
            /**
             * @description Whom you bring it to: an address, for the audit log
             * @example ada@example.org
             */
            sent_to: string;
            /**
             * @description ISO 8601, from PT1M to P7D; P3D by default. It never opens longer than the approval waits
             * @example PT24H
             */
            valid?: string | null;
        };
        /**
         * @description An account to connect
         * @example {
         *       "name": "main",
         *       "connector": "x",
         *       "credentials": {
         *         "access_token": "the token"
         *       }
         *     }
         */
        NewConnection: {
            /**
             * @description What people call it
             * @example main
             */
            name: string | null;
            /**
             * @description The connector's name
             * @example x
             */
            connector: string | null;
            /**
             * @description The platform's environment
             * @example lab
             */
            environment?: string | null;
            /**
             * Format: uri
             * @description Where the platform is, where that differs from the environment's
             */
            base_url?: string | null;
            /** @description Credentials by the names that the connector asks for; never shown again */
            credentials?: components["schemas"]["Json"];
        };
        /**
         * @description A connector to make, of one of document, url and mcp
         * @example {
         *       "name": "my-shop",
         *       "url": "https://api.shop.example/openapi.yaml"
         *     }
         */
        NewConnector: {
            /**
             * @description 3 to 32 of a-z, 0-9 and -, with a hyphen in the middle
             * @example my-shop
             */
            name: string | null;
            /**
             * @description For people; the description's own by default
             * @example Shop
             */
            title?: string | null;
            /**
             * Format: uri
             * @description Where the API is; the document's first server by default
             * @example https://api.shop.example/v1
             */
            base_url?: string | null;
            /** @description An OpenAPI 3.0 or 3.1 document, in JSON or YAML */
            document?: string | null;
            /**
             * Format: uri
             * @description The address of such a document
             * @example https://api.shop.example/openapi.yaml
             */
            url?: string | null;
            /** @description An MCP server, which is asked for its tools */
            mcp?: components["schemas"]["McpServer"] | null;
        };
        NewEndpoint: {
            endpoint: components["schemas"]["Endpoint"];
            /**
             * @description The shared secret; never shown again. null for ed25519: the endpoint's public key checks
             * @example whsec_…
             */
            secret: string | null;
        };
        NewSource: {
            source: components["schemas"]["Source"];
            /**
             * @description Where its sender POSTs; never shown again, and as secret as a password
             * @example https://ganglion.example/in/gi_…
             */
            url: string;
        };
        /** @description A tenant that was just made */
        NewTenant: {
            /**
             * @description Identifier
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description What people call it
             * @example Acme Research
             */
            name: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description A key that may do everything, its secret never shown again; null where a person asked */
            api_key: components["schemas"]["FirstKey"] | null;
        };
        /** @description Where messages go; the address itself is never shown */
        NotificationChannel: {
            /**
             * @description Of its address
             * @example hooks.slack.com
             */
            host: string;
            /**
             * @description Whether messages are signed
             * @example false
             */
            signed: boolean;
            /**
             * @description Whether it gets messages
             * @example true
             */
            enabled: boolean;
            /** @description Why it is disabled: gone (it answered 404 or 410) or failing (nothing but failures for days) */
            disabled_reason: string | null;
            /**
             * Format: int32
             * @description Tries that failed since the last that did not
             * @example 0
             */
            failures: number;
            /** @description The first of them */
            failing_since: components["schemas"]["Instant"] | null;
            /** @description When its address was given */
            changed_at: components["schemas"]["Instant"];
        };
        /** @description A kind of what people are told of */
        NotificationKind: {
            /**
             * @description Which
             * @example approvals
             * @enum {string}
             */
            kind: "approvals" | "attention" | "failures" | "capacity" | "connections" | "billing";
            /**
             * @description What it is
             * @example Runs that ask for an approval you may give
             */
            meaning: string;
            /**
             * @description Any of mail, slack and webhook; none: they are not told
             * @example [
             *       "mail"
             *     ]
             */
            channels: string[];
            /** @description Whether they chose nothing, and it is as their role has it */
            by_default: boolean;
        };
        /** @description How to be told of each kind */
        NotificationKindsBody: {
            /**
             * @description Runs that ask for an approval
             * @example [
             *       "mail"
             *     ]
             */
            approvals?: string[] | null;
            /**
             * @description Runs that need attention
             * @example [
             *       "mail"
             *     ]
             */
            attention?: string[] | null;
            /**
             * @description Runs that failed
             * @example []
             */
            failures?: string[] | null;
            /**
             * @description Burst that comes closer to its cap
             * @example [
             *       "mail"
             *     ]
             */
            capacity?: string[] | null;
            /**
             * @description Connections that need new credentials
             * @example [
             *       "mail"
             *     ]
             */
            connections?: string[] | null;
            /**
             * @description Invoices and payments
             * @example [
             *       "mail"
             *     ]
             */
            billing?: string[] | null;
        };
        /** @description An incoming webhook of Slack, or of what understands the same */
        NotificationSlackBody: {
            /**
             * @description Never shown again; null: nowhere any more
             * @example https://hooks.slack.com/services/T0/B0/X
             */
            url?: string | null;
        };
        /** @description What became of a test */
        NotificationTest: {
            /**
             * @description By which it was sent
             * @example mail
             */
            channel: string;
            /**
             * @description Whether it was taken
             * @example true
             */
            taken: boolean;
            /**
             * @description Why it was not; null: it was
             * @example it answered 500
             */
            reason: string | null;
        };
        /**
         * @description By which channel to send a test
         * @example {
         *       "channel": "mail"
         *     }
         */
        NotificationTestBody: {
            /**
             * @description Which
             * @example mail
             * @enum {string}
             */
            channel: "mail" | "slack" | "webhook";
        };
        /** @description An address that takes JSON by POST */
        NotificationWebhookBody: {
            /**
             * @description Never shown again; null: nowhere any more
             * @example https://example.com/told
             */
            url?: string | null;
            /**
             * @description whsec_ and 24 to 64 bytes in base64, to sign with by Standard Webhooks; never shown again; null: messages aren't signed
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret?: string | null;
        };
        /** @description What the caller is told of in the tenant, and where */
        Notifications: {
            /**
             * @description Where mails go: the address that is verified; null: nowhere
             * @example ann@example.com
             */
            address: string | null;
            /** @description What the role may see, and how they are told of it */
            kinds: components["schemas"]["NotificationKind"][];
            /** @description null: it is not set up */
            slack: components["schemas"]["NotificationChannel"] | null;
            /** @description null: it is not set up */
            webhook: components["schemas"]["NotificationChannel"] | null;
        };
        /**
         * @description What to be told of, and where
         * @example {
         *       "kinds": {
         *         "failures": [
         *           "mail"
         *         ]
         *       }
         *     }
         */
        NotificationsBody: {
            /** @description How to be told of each kind: any of mail, slack and webhook */
            kinds?: components["schemas"]["NotificationKindsBody"] | null;
            /** @description Where Slack messages are to go; without url: nowhere any more */
            slack?: components["schemas"]["NotificationSlackBody"] | null;
            /** @description Where JSON is to go; without url: nowhere any more */
            webhook?: components["schemas"]["NotificationWebhookBody"] | null;
        };
        /** @description Your own app, as the platform has registered it */
        OAuthApp: {
            /**
             * @description The platform's client_id
             * @example YzF5d2l0aA
             */
            id: string | null;
            /**
             * @description The platform's client_secret; never shown again
             * @example the secret
             */
            secret: string | null;
        };
        ObservedSystem: {
            /** @description Identifier */
            id: components["schemas"]["SystemId"];
            /**
             * @description The connector's name
             * @example binance
             */
            connector: string;
            /**
             * @description The platform's environment
             * @example production
             */
            environment: string;
            /**
             * @description For people: the account as its platform calls it
             * @example @ganglion on X
             */
            label: string;
            /**
             * @description Names of the agent's connections that lead to it
             * @example [
             *       "main"
             *     ]
             */
            connections: string[];
            /** @description By name; empty where nothing was observed yet */
            facets: components["schemas"]["Facet"][];
        };
        /** @description What a link asks to be decided. */
        OpenedApprovalLink: {
            approval: components["schemas"]["ApprovalId"];
            /** @description Where it is in its life */
            state: components["schemas"]["ApprovalState"];
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            tenant: string;
            /**
             * @description In a few words
             * @example Send 0.5 ETH to the supplier?
             */
            title: string;
            /** @description What is asked; for an act its function, connection and frozen arguments */
            detail: components["schemas"]["Json"];
            /** @description The run */
            run: components["schemas"]["RunId"];
            /**
             * @description What it means that nobody decides in time
             * @enum {string}
             */
            on_timeout: "approve" | "reject" | "fail";
            /** @description When it was asked for */
            asked_at: components["schemas"]["Instant"];
            /** @description Nobody can decide from then on */
            expires_at: components["schemas"]["Instant"];
            /**
             * @description Whom the link went to
             * @example ada@example.org
             */
            sent_to: string;
            /** @description The link opens nothing from then on */
            link_expires_at: components["schemas"]["Instant"];
        };
        /** @description A tenant, as the operator sees it. */
        OperatedTenant: {
            /** @description Identifier */
            id: components["schemas"]["TenantId"];
            /**
             * @description What its people call it
             * @example Acme Research
             */
            name: string;
            /**
             * @description moving: on its way between this cell and another; moved: it lives in another cell
             * @example active
             * @enum {string}
             */
            state: "active" | "paused" | "suspended" | "deleted" | "moving" | "moved";
            /**
             * @description The plan's name
             * @example team
             */
            plan: string;
            /**
             * Format: int32
             * @description Billable weight that it may hold at one instant
             * @example 20
             */
            k: number;
            /**
             * Format: int32
             * @description Billable weight that it holds now
             * @example 12
             */
            used: number;
            /**
             * @description Whether it is suspended for an invoice
             * @example false
             */
            unpaid: boolean;
            /** @description Why the operator suspended it; null: the operator did not */
            barred: string | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description Since when it is suspended */
            suspended_at: components["schemas"]["Instant"] | null;
            /** @description When it is erased, if it is deleted */
            purge_at: components["schemas"]["Instant"] | null;
        };
        Overlap: {
            /**
             * @description ISO 8601, from PT0S to P30D; PT24H by default
             * @example PT24H
             */
            overlap?: string | null;
        };
        /** @description What was read of an action of your own connector, and said of it */
        OwnAction: {
            /**
             * @description The operation or tool behind it
             * @example POST /items
             */
            source: string;
            /** @description Whether it can be called */
            offered: boolean;
            /** @description Why it can't be called, whatever you say */
            missing: string | null;
            /**
             * @description What its method says, or its server claims; of a tool it counts once you say it
             * @enum {string}
             */
            claimed_retry_class: "pure" | "idempotent" | "blind";
            /**
             * @description The header that carries a key by which it takes an act once; null: it has none
             * @example Idempotency-Key
             */
            idempotency_header: string | null;
            /**
             * @description The undo's arguments, by JSON pointers into what landed
             * @example {
             *       "itemId": "/output/id"
             *     }
             */
            undo_arguments: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description What the platform is made of
         * @enum {string}
         */
        Part: "api" | "workers" | "webhooks" | "sign_in" | "laboratory";
        /** @description An agent that was paused, and what was under way */
        PausedAgent: {
            /** @description The agent that acts */
            agent: components["schemas"]["Agent"];
            /** @description Effects that had been dispatched and are not known to have ended, oldest first, at most 1,000; their fate will be proven */
            in_flight: components["schemas"]["EffectId"][];
        };
        /** @description A connection that was paused, and what was under way */
        PausedConnection: {
            /** @description The connection's name */
            connection: components["schemas"]["Connection"];
            /** @description Effects that had been dispatched and are not known to have ended, oldest first, at most 1,000; their fate will be proven */
            in_flight: components["schemas"]["EffectId"][];
        };
        /** @description The tenant, paused, and what was under way */
        PausedTenant: {
            /** @description The tenant */
            tenant: components["schemas"]["Tenant"];
            /** @description Effects that had been dispatched and are not known to have ended, oldest first, at most 1,000; their fate will be proven */
            in_flight: components["schemas"]["EffectId"][];
        };
        /** @description Where a person goes on */
        PaymentPage: {
            /**
             * @description Send the person there; it is open for a short time
             * @example https://checkout.stripe.com/c/pay/cs_test_a1
             */
            url: string;
        };
        /** @description A person who signed in */
        Person: {
            /**
             * @description Identifier
             * @example per_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description E-mail address
             * @example ann@example.com
             */
            email: string | null;
            /** @description Whether the identity provider has verified the address */
            email_verified: boolean;
            /**
             * @description What people call it
             * @example Ann Example
             */
            name: string | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example per_01h2xcejqtf2nbrexx3vqjhp41
         */
        PersonId: string;
        /** @description A plan and its price */
        Plan: {
            /**
             * @description What people call it
             * @example team
             */
            name: string;
            /**
             * @description In a few words
             * @example Team
             */
            title: string;
            /**
             * Format: int32
             * @description Billable weight at one instant; null: agreed by hand
             * @example 25
             */
            k: number | null;
            /** @description A month's fee, before tax; null: agreed by hand */
            month: components["schemas"]["Money"] | null;
            /** @description A year's fee, before tax; null: agreed by hand */
            year: components["schemas"]["Money"] | null;
            /** @description For a CU-hour above K; null: there is no burst */
            burst: components["schemas"]["Money"] | null;
            /**
             * Format: int32
             * @description How long a first paid plan costs nothing
             * @example 14
             */
            trial_days: number;
            /**
             * Format: int32
             * @description For so many days after its end a run is kept, with its steps, effects, approvals and events; null: as long as the tenant. The ledger, invoices and the audit log are kept as long as the tenant on every plan
             * @example 90
             */
            history_days: number | null;
        };
        /** @description The plans there are */
        Plans: {
            /**
             * @description Version of the price list
             * @example 2026-11
             */
            prices: string;
            /** @description From the smallest on */
            data: components["schemas"]["Plan"][];
        };
        /** @description How the platform does inside, over all tenants. Counts go up to 10,000. */
        PlatformHealth: {
            /**
             * Format: int64
             * @description Runs whose time has come and that no worker has taken
             * @example 0
             */
            runs_due: number;
            /**
             * Format: double
             * @description How long the first of them has waited, in seconds
             * @example 0.2
             */
            run_delay_seconds: number;
            /**
             * Format: int64
             * @description Effects whose fate nobody knows
             * @example 0
             */
            effects_in_doubt: number;
            /**
             * Format: double
             * @description How old the oldest of them is
             * @example 0
             */
            effects_in_doubt_age_seconds: number;
            /**
             * Format: int64
             * @description Holds that are open
             * @example 40
             */
            holds_open: number;
            /**
             * Format: int64
             * @description Open holds whose worker is gone
             * @example 0
             */
            holds_leaked: number;
            /**
             * Format: int64
             * @description Runs that wait for capacity
             * @example 0
             */
            capacity_waiters: number;
            /**
             * Format: double
             * @description How long the first of them has waited
             * @example 0
             */
            capacity_wait_seconds: number;
            /**
             * Format: int64
             * @description Runs that wait for a system
             * @example 3
             */
            system_waiters: number;
            /**
             * Format: double
             * @description How long the first of them has waited
             * @example 1.5
             */
            system_wait_seconds: number;
            /**
             * Format: int64
             * @description Webhook deliveries that wait
             * @example 0
             */
            webhooks_waiting: number;
            /**
             * Format: double
             * @description How long the first that is due has waited
             * @example 0
             */
            webhook_delay_seconds: number;
            /**
             * Format: int64
             * @description Errands that failed five times in a row
             * @example 0
             */
            errands_failing: number;
            /**
             * Format: double
             * @description How long the first errand that is due has waited
             * @example 0
             */
            errand_delay_seconds: number;
            /**
             * Format: double
             * @description How long the oldest hour that is not sealed has been over, in seconds
             * @example 0
             */
            seal_lag_seconds: number;
            /** @description Those that live first; 200 at most */
            workers: components["schemas"]["Worker"][];
        };
        /** @description What an agent may do by itself */
        Policy: {
            /** @description What happens to acts that can't be undone: approve asks for each */
            irreversible?: ("allow" | "approve" | "deny") | null;
            /**
             * @description Patterns of the actions that it may use; null: all
             * @example [
             *       "x.*"
             *     ]
             */
            actions?: string[] | null;
            /**
             * @description Who alone may approve acts that can't be undone: roles, e-mail addresses, identifiers of people and API keys; empty: whoever may decide approvals
             * @example [
             *       "approver",
             *       "ada@example.org"
             *     ]
             */
            approvers?: string[] | null;
        };
        Poll: {
            /**
             * @description As a trigger names it
             * @example mentions
             */
            name: string;
            /**
             * @description What is in it
             * @example Posts that mention the account
             */
            title: string;
            /**
             * @description Of the events
             * @example com.x.mention
             */
            type: string;
            /** @description JSON Schema of the arguments */
            input: components["schemas"]["Json"];
            /** @description What a point to start after is; null: it starts from now */
            from: ("number" | "time") | null;
            /** @description How often it is read where nobody says */
            interval: components["schemas"]["Duration"];
        };
        Prices: {
            /**
             * @description ISO 4217; null: nothing is counted
             * @example USD
             */
            currency?: string | null;
            /**
             * @description For each act that landed, by action of the connection's connector
             * @example {
             *       "createPost": 1.5
             *     }
             */
            calls?: {
                [key: string]: number;
            } | null;
            /**
             * @description For a million tokens that a model reads
             * @example 15
             */
            input?: number | null;
            /**
             * @description For a million tokens that it writes
             * @example 60
             */
            output?: number | null;
        };
        /** @description A failure, by RFC 9457 */
        Problem: {
            /**
             * @description Where the documentation has it
             * @example /docs/problems#not_found
             */
            type: string;
            /**
             * @description What kind of failure it is
             * @example Not found
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status
             * @example 404
             */
            status: number;
            /**
             * @description What happened and what to do about it
             * @example send 1 to 100 characters
             */
            detail: string;
            /**
             * @description Stable; see the documentation
             * @example not_found
             */
            code: string;
            /** @description What is wrong with the request, and where */
            errors: components["schemas"]["Violation"][];
            /**
             * @description Quote it when you ask for help
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            trace_id: string;
        };
        /** @description What a run did: effects, holds, depth and breadth, state versions, charge */
        Receipt: {
            /** @description The run */
            run: components["schemas"]["RunId"];
            /** @description The run whose family this one is of. Its receipt has the holds, the depth and the charge of the whole family, a system that several members held at once counted once; those of its sub-runs have their own holds and no charge. */
            root: components["schemas"]["RunId"];
            /** @description Where it is in its life */
            state: components["schemas"]["RunState"];
            /** @description Ended, every fate known, never in NEEDS_ATTENTION */
            coherent: boolean;
            /**
             * Format: int32
             * @description The most weight open at one instant
             */
            depth_peak: number;
            /**
             * Format: double
             * @description Time-weighted, while at least one hold is open
             */
            depth_mean: number;
            /**
             * Format: int32
             * @description The most distinct platforms at one instant
             */
            breadth_peak: number;
            /**
             * Format: double
             * @description Distinct platforms held, weighted by time, while anything was held
             * @example 1.5
             */
            breadth_mean: number;
            /** @description Outward acts, in the order they were intended */
            effects: components["schemas"]["Effect"][];
            /** @description Versions of shared state that were read */
            state_read: components["schemas"]["EntryVersion"][];
            /** @description Versions of shared state that were written */
            state_written: components["schemas"]["EntryVersion"][];
            /** @description Entries that compensation put back, with the version that did */
            state_restored: components["schemas"]["EntryVersion"][];
            /** @description Entries it left, since somebody wrote them after the run */
            state_kept: components["schemas"]["EntryVersion"][];
            /** @description What it held, and how long */
            holds: components["schemas"]["Held"][];
            /** @description What the holds come to */
            charge: components["schemas"]["Charge"];
        };
        Received: {
            /**
             * Format: int32
             * @description Events stored now: 1, or 0 where it was known
             * @example 1
             */
            stored: number;
        };
        /** @description Our sums of a month beside the payment provider's */
        Reconciliation: {
            /**
             * @description Year and month
             * @example 2026-11
             */
            month: string;
            /** @description When */
            at: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description What the ledger says, before tax
             * @example 4900
             */
            ledger_minor: number;
            /**
             * Format: int64
             * @description What the meter was told
             * @example 4900
             */
            sent_minor: number;
            /**
             * Format: int64
             * @description What the meter has
             * @example 4900
             */
            metered_minor: number;
            /**
             * Format: int64
             * @description What our invoice asked for, with tax
             * @example 5831
             */
            due_minor: number;
            /**
             * Format: int64
             * @description What Stripe says that was paid
             * @example 5831
             */
            paid_minor: number;
            /** @description What does not fit; empty: all does */
            differences: string[];
        };
        /**
         * @description Where a connector's description is read anew
         * @example {
         *       "url": "https://api.shop.example/openapi.yaml"
         *     }
         */
        RefreshConnector: {
            /** @description The OpenAPI document as it is now */
            document?: string | null;
            /**
             * Format: uri
             * @description Its address
             * @example https://api.shop.example/openapi.yaml
             */
            url?: string | null;
            /**
             * @description For an MCP server that asks who wants to know: a connection of this connector
             * @example shop
             */
            connection?: string | null;
            /**
             * @description Instead of a connection; for this one reading, and kept nowhere
             * @example {
             *       "token": "the token"
             *     }
             */
            credentials?: components["schemas"]["Json"];
            /** @description The digest of the changes you have seen: takes them over. Left out: nothing is changed */
            confirm?: string | null;
        };
        Replayed: {
            /**
             * Format: int64
             * @description Messages that were put on their way, the oldest first, at most 10,000 by one request
             * @example 3
             */
            messages: number;
        };
        /**
         * @description What a person found out about an effect whose fate is unknown
         * @example {
         *       "outcome": "landed",
         *       "reference": "1790000000000000000"
         *     }
         */
        ResolveEffect: {
            /** @description What became of it */
            outcome: ("landed" | "not_landed") | null;
            /**
             * @description What the platform calls it
             * @example 1790000000000000000
             */
            reference?: string | null;
            /** @description What the effect gives to its step; null by default */
            output?: components["schemas"]["Json"];
        };
        /**
         * @description The role that a member shall have
         * @example {
         *       "role": "approver"
         *     }
         */
        RoleBody: {
            /**
             * @description What they may do
             * @example operator
             */
            role: ("owner" | "admin" | "operator" | "approver" | "viewer") | null;
        };
        /**
         * @description New credentials for the same account
         * @example {
         *       "credentials": {
         *         "access_token": "the new token"
         *       }
         *     }
         */
        RotateConnection: {
            /** @description Credentials by the names that the connector asks for; never shown again */
            credentials: components["schemas"]["Json"];
        };
        /**
         * @description Identifier, a TypeID
         * @example rot_01h2xcejqtf2nbrexx3vqjhp41
         */
        RotationId: string;
        /** @description One execution of a workflow version, or of a session. */
        Run: {
            /** @description Identifier */
            id: components["schemas"]["RunId"];
            /** @description Where it is in its life */
            state: components["schemas"]["RunState"];
            /**
             * @description The DSL's status phase
             * @example completed
             */
            phase: string;
            /** @description null for a session */
            workflow: components["schemas"]["WorkflowId"] | null;
            /**
             * @description null for a session
             * @example 1.0.0
             */
            version: string | null;
            /** @description The agent that acts */
            agent: components["schemas"]["AgentId"] | null;
            /** @description The run that started it, if a run did */
            parent: components["schemas"]["RunId"] | null;
            /** @description What it was started with */
            input: components["schemas"]["Json"];
            /**
             * Format: int32
             * @description 0 to 9; of runs that wait for capacity the highest goes first
             */
            priority: number;
            /** @description What came of it; null where nothing did */
            output: components["schemas"]["Json"];
            /** @description The DSL's error object: type, status, instance, and title and detail where it has them */
            error: components["schemas"]["Json"];
            /** @description reason, detail and until, while it waits, or while one of its branches has for two seconds and others work; subject, where it waits for somebody to acknowledge what can't be taken back */
            waiting_for: components["schemas"]["Json"];
            /** @description Ended, every fate known, never in NEEDS_ATTENTION */
            coherent: boolean;
            /**
             * Format: int32
             * @description The most weight of holds open at one instant
             */
            depth_peak: number;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When it started; null before */
            started_at: components["schemas"]["Instant"] | null;
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example run_01h2xcejqtf2nbrexx3vqjhp41
         */
        RunId: string;
        RunOnMap: {
            /** @description Identifier */
            id: components["schemas"]["RunId"];
            /** @description Who acts in it; null: nobody */
            agent: components["schemas"]["AgentId"] | null;
            /** @description Where it is in its life */
            state: components["schemas"]["RunState"];
        };
        /**
         * @description Where a run is in its life
         * @enum {string}
         */
        RunState: "QUEUED" | "RUNNING" | "WAITING" | "NEEDS_ATTENTION" | "SUCCEEDED" | "COMPENSATED" | "FAILED" | "CANCELLED";
        /** @description A task in a world of the laboratory, with what goes wrong there */
        Scenario: {
            /**
             * @description What people call it
             * @example lost-answer
             */
            name: string;
            /**
             * Format: int32
             * @description Raised with each change that may change a score
             * @example 1
             */
            version: number;
            /**
             * @description In a few words
             * @example A lost answer
             */
            title: string;
            /**
             * @description What happens in it, for people
             * @example The post is taken, and the connection breaks before X says so.
             */
            about: string;
            /**
             * Format: int32
             * @description The depth that it can earn: its systems
             * @example 1
             */
            depth: number;
            /**
             * @description Platforms that a world opens accounts at, by the names of connections
             * @example {
             *       "x": "x"
             *     }
             */
            parts: {
                [key: string]: string;
            };
            /**
             * @description What a run is given: how each member is drawn
             * @example [
             *       "text"
             *     ]
             */
            input: string[];
            /** @description Faults that worlds may have */
            faults: components["schemas"]["ScenarioFault"][];
            /**
             * @description What is to be reached
             * @example [
             *       "the text stands once"
             *     ]
             */
            goals: string[];
            /**
             * @description What must hold: one that is broken makes the score 0
             * @example [
             *       "nothing else is said"
             *     ]
             */
            invariants: string[];
            /**
             * @description Whether a person of the world's is asked
             * @example false
             */
            approval: boolean;
            /**
             * Format: int32
             * @description Attempts that cost nothing
             * @example 1
             */
            par_attempts: number;
            /**
             * Format: int32
             * @description Attempts above which more cost no more
             * @example 8
             */
            max_attempts: number;
            /**
             * Format: int64
             * @description Millionths of the laboratory's dollar that cost nothing
             * @example 1000
             */
            par_spend_micros: number;
            /**
             * Format: int64
             * @description Millionths above which more cost no more
             * @example 8000
             */
            max_spend_micros: number;
            /**
             * Format: int64
             * @description It is judged as it stands after so many seconds
             * @example 90
             */
            limit_seconds: number;
            /**
             * @description A definition that solves it, as YAML
             * @example document: {dsl: '1.0.3', namespace: laboratory, name: lost-answer}
             */
            workflow: string;
        };
        /** @description A fault that worlds of a scenario may have */
        ScenarioFault: {
            /**
             * @description Whose calls it spoils
             * @example x
             */
            part: string;
            /**
             * @description Of which kind
             * @example reset_after
             */
            kind: string;
            /**
             * @description Of the calls it looks at
             * @example POST
             */
            method: string;
            /**
             * Format: double
             * @description In what share of the worlds it is
             * @example 1
             */
            odds: number;
            /**
             * Format: double
             * @description Of striking a call
             * @example 1
             */
            chance: number;
            /**
             * Format: int32
             * @description How often at least, where it is
             * @example 1
             */
            least: number;
            /**
             * Format: int32
             * @description How often at most
             * @example 1
             */
            most: number;
        };
        /** @description When a workflow starts by itself */
        Schedule: {
            /** @description The version that runs: the latest */
            workflow: components["schemas"]["WorkflowId"];
            /**
             * @description every, cron, after or on; several with commas between them
             * @example invoice
             */
            kind: string;
            /** @description Whether it starts nothing for now */
            paused: boolean;
            /** @description When it is due; null while paused, or when a run's end or an event makes it due */
            next_at: components["schemas"]["Instant"] | null;
            /** @description When it last started one */
            last_started_at: components["schemas"]["Instant"] | null;
            /** @description The run that it started last */
            last_run: components["schemas"]["RunId"] | null;
            /**
             * Format: int64
             * @description Runs started
             */
            started: number;
            /**
             * Format: int64
             * @description Instants missed, and correlations given up, for which no run was started
             */
            skipped: number;
        };
        /** @description What a score is made of, in depth */
        ScoreParts: {
            /**
             * @description Coherent depth × share of goals
             * @example 1
             */
            earned: number;
            /**
             * @description Duplicates, losses and unknowns
             * @example 0
             */
            mishaps: number;
            /**
             * @description Attempts above par
             * @example 0.0714
             */
            effort: number;
            /**
             * @description Money above par
             * @example 0
             */
            spend: number;
            /**
             * @description The score
             * @example 0.9286
             */
            total: number;
        };
        /**
         * @description A service account to add
         * @example {
         *       "kind": "service",
         *       "issuer": "https://issuer.example.com",
         *       "subject": "service-account-ci",
         *       "name": "CI",
         *       "role": "operator"
         *     }
         */
        ServiceBody: {
            /**
             * @description Of which kind
             * @example service
             */
            kind: string;
            /**
             * @description Who issued it
             * @example https://id.example.com/realms/ganglion
             */
            issuer: string;
            /**
             * @description The subject in the provider's tokens
             * @example 5f0c1f3e-1f0b-4d7a-9d61-0d6f6f1f8e4a
             */
            subject: string;
            /**
             * @description What people call it
             * @example continuous integration
             */
            name: string;
            /**
             * @description What they may do
             * @example operator
             */
            role: ("admin" | "operator" | "approver" | "viewer") | null;
        };
        /**
         * @description A coordinated commit of a session
         * @example {
         *       "participants": [
         *         {
         *           "key": "order",
         *           "connection": "binance",
         *           "action": "binance.createOrder",
         *           "input": {
         *             "symbol": "BTCUSDT",
         *             "side": "BUY",
         *             "type": "MARKET",
         *             "quoteOrderQty": "25"
         *           }
         *         },
         *         {
         *           "key": "tell",
         *           "connection": "main",
         *           "action": "x.createPost",
         *           "input": {
         *             "text": "We bought."
         *           }
         *         }
         *       ]
         *     }
         */
        SessionGroupBody: {
            /** @description 1 to 50 actions that commit together */
            participants: components["schemas"]["SessionParticipant"][] | null;
        };
        /** @description One action of a group */
        SessionParticipant: {
            /**
             * @description The caller's own name for it
             * @example post
             */
            key: string | null;
            /**
             * @description The connection's name
             * @example main
             */
            connection?: string | null;
            /**
             * @description The action, connector first
             * @example x.createPost
             */
            action: string | null;
            /** @description The arguments */
            input?: components["schemas"]["Json"];
        };
        /** @description A step or group of a session */
        SessionStep: {
            /** @description The run */
            run: components["schemas"]["RunId"];
            /**
             * @description The caller's own name for it
             * @example post-1
             */
            key: string;
            /**
             * @description Its place in the journal
             * @example /steps/post-1
             */
            position: string;
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "pending" | "completed" | "faulted" | "cancelled";
            /** @description As it was asked for */
            body: components["schemas"]["Json"];
            /** @description What the action gave; of a group a list, in the participants' order */
            output: components["schemas"]["Json"];
            /** @description The DSL's error object */
            error: components["schemas"]["Json"];
            /** @description What the run waits for, while the step is pending */
            waiting_for: components["schemas"]["Json"];
            /**
             * Format: int32
             * @description Tries so far
             * @example 1
             */
            attempts: number;
            /** @description When it was asked for */
            asked_at: components["schemas"]["Instant"];
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description An action that a session shall do
         * @example {
         *       "connection": "main",
         *       "action": "x.createPost",
         *       "input": {
         *         "text": "Hello"
         *       }
         *     }
         */
        SessionStepBody: {
            /**
             * @description The connection's name
             * @example main
             */
            connection?: string | null;
            /**
             * @description The action, connector first
             * @example x.createPost
             */
            action: string | null;
            /** @description The action's arguments, as the catalogue describes them */
            input?: components["schemas"]["Json"];
        };
        /**
         * @description How an invoice was settled
         * @example {
         *       "reference": "bank transfer of 29 November"
         *     }
         */
        SettleBody: {
            /**
             * @description Of the payment, or why it is void
             * @example bank transfer of 3 December
             */
            reference: string;
        };
        /** @description Whether people can sign in */
        SignIn: {
            /**
             * @description off: no identity provider is configured
             * @example ready
             * @enum {string}
             */
            state: "ready" | "starting" | "unavailable" | "off";
            /**
             * @description For people
             * @example Sign in, or create an account.
             */
            detail: string;
        };
        /** @description An e-mail domain of the tenant */
        SignInDomain: {
            /**
             * @description The e-mail domain
             * @example example.com
             */
            domain: string;
            /**
             * @description The name of the TXT record
             * @example _ganglion.example.com
             */
            record_name: string;
            /**
             * @description Its value
             * @example ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA
             */
            record_value: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When the record was seen; null: not yet */
            verified_at: components["schemas"]["Instant"] | null;
        };
        /** @description The tenant's own identity provider */
        SignInProvider: {
            /**
             * @description Of which kind
             * @example oidc
             * @enum {string}
             */
            kind: "oidc" | "saml";
            /**
             * @description oidc: the issuer; saml: the provider's entity id
             * @example https://login.example.com
             */
            issuer: string;
            /**
             * @description The client identifier at the provider
             * @example ganglion
             */
            client_id: string | null;
            /** @description Whether people of the tenant's domains can sign in by it alone */
            enforced: boolean;
            /** @description When somebody first signed in by it as it is now; null: nobody did */
            used_at: components["schemas"]["Instant"] | null;
            /** @description When it was last changed */
            changed_at: components["schemas"]["Instant"];
        };
        /**
         * @description An identity provider to set up
         * @example {
         *       "kind": "oidc",
         *       "issuer": "https://idp.example.com",
         *       "client_id": "ganglion",
         *       "client_secret": "s3cret"
         *     }
         */
        SignInProviderBody: {
            /**
             * @description Of which kind
             * @example oidc
             * @enum {string}
             */
            kind: "oidc" | "saml";
            /**
             * @description oidc: the issuer, letter by letter as the provider names itself
             * @example https://login.example.com
             */
            issuer?: string | null;
            /**
             * @description oidc: our client there
             * @example ganglion
             */
            client_id?: string | null;
            /**
             * @description oidc: that client's secret; never shown again
             * @example s3cret
             */
            client_secret?: string | null;
            /**
             * @description saml: the provider's metadata, an EntityDescriptor in XML
             * @example https://idp.example.com/metadata
             */
            metadata?: string | null;
        };
        /**
         * @description What to tell one run
         * @example {
         *       "name": "go",
         *       "data": {
         *         "by": "ada"
         *       }
         *     }
         */
        Signal: {
            /**
             * @description Which signal; the run listens for it
             * @example approved
             */
            name?: string | null;
            /**
             * @description Another word for name
             * @example com.example.order.paid
             */
            type?: string | null;
            /** @description What it carries */
            data?: components["schemas"]["Json"];
        };
        Skill: {
            /**
             * @description What people call it
             * @example campaign
             */
            name: string;
            /**
             * @description The workflow that does it: namespace/name
             * @example demo/campaign
             */
            workflow: string;
            /**
             * @description In a few words
             * @example May I post?
             */
            title: string;
            /**
             * @description What other agents are told of it
             * @example Posts a campaign on all accounts
             */
            description: string;
            /**
             * @description Words to find it by
             * @example [
             *       "marketing"
             *     ]
             */
            tags: string[];
            /**
             * @description What may be asked for, as an agent would
             * @example [
             *       "Announce our new release"
             *     ]
             */
            examples: string[];
            /** @description When it was last written */
            updated_at: components["schemas"]["Instant"];
        };
        SkillBody: {
            /**
             * @description namespace/name for the latest version, namespace/name:version or wfl_…
             * @example demo/campaign
             */
            workflow: string | null;
            /**
             * @description In a few words
             * @example Run a campaign
             */
            title: string | null;
            /**
             * @description When this is what to ask for
             * @example Posts a text on all accounts at once, or on none.
             */
            description: string | null;
            /** @description Words to find it by */
            tags?: string[] | null;
            /** @description What may be asked */
            examples?: string[] | null;
        };
        /** @description An address at which another system tells the tenant what happened. */
        Source: {
            /** @description Identifier */
            id: components["schemas"]["SourceId"];
            /**
             * @description What people call it
             * @example campaigner
             */
            name: string;
            /**
             * @description Of its CloudEvents
             * @example com.github
             */
            type: string;
            /**
             * @description Their source, by which listeners know them
             * @example urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41
             */
            event_source: string;
            /**
             * @description token, standard, hmac, telegram, slack, discord, x or stripe
             * @example standard
             */
            verification: string;
            /** @description For hmac and stripe: how requests are signed */
            hmac: components["schemas"]["Json"];
            /**
             * @description The header with the event's identifier; null: it is in the body, or each request is another event
             * @example X-GitHub-Delivery
             */
            id_header: string | null;
            /**
             * @description The header with the event's type; null: the source's own type
             * @example X-GitHub-Event
             */
            type_header: string | null;
            /** @description How long the address before goes on; null: there is none */
            old_address_until: components["schemas"]["Instant"] | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
        };
        SourceBody: {
            /**
             * @description What people call it
             * @example GitHub
             */
            name: string;
            /**
             * @description Of its CloudEvents; of a platform's, what their types begin with, by default com.telegram.update, com.slack, com.discord, com.x or com.stripe
             * @example com.github
             */
            type?: string | null;
            /**
             * @description What proves that a request is its sender's, beside the token in the address: token: nothing; standard: Standard Webhooks v1; hmac: an HMAC-SHA256 in a header; stripe: the same with its time beside it; telegram, slack, discord and x: as the platform does, whose requests are read and answered as it wants, too
             * @example standard
             */
            verification: string;
            /**
             * @description What its requests are checked with: what its sender signs with, Telegram's secret_token, the public key of Discord's application; kept sealed and never shown
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret?: string | null;
            /** @description For hmac; of stripe header and encoding, where they aren't Stripe's */
            hmac?: components["schemas"]["SourceHmac"] | null;
            /**
             * @description The header that names an event; without it Standard Webhooks' id, or a hash of what was sent, does
             * @example X-GitHub-Delivery
             */
            id_header?: string | null;
            /**
             * @description The header whose value is put behind the type, with a dot between
             * @example X-GitHub-Event
             */
            type_header?: string | null;
        };
        SourceEdit: {
            /**
             * @description What people call it
             * @example campaigner
             */
            name?: string | null;
            /**
             * @description What its sender signs with from now on
             * @example gk_live_01h2xcejqtf2nbrexx3vqjhp41
             */
            secret?: string | null;
            /**
             * @description How long the secret before goes on, from PT0S to P30D; PT24H by default
             * @example PT24H
             */
            overlap?: string | null;
        };
        SourceHmac: {
            /**
             * @description The header that has the signature
             * @example X-Hub-Signature-256
             */
            header: string;
            /**
             * @description How the signature is written
             * @default hex
             * @example hex
             */
            encoding?: string | null;
            /**
             * @description What stands before it
             * @example sha256=
             */
            prefix?: string | null;
            /**
             * @description What is signed: the body; the timestamp, a dot and the body; or v0:, the timestamp, a colon and the body
             * @default body
             * @example body
             */
            signs?: string | null;
            /** @description The header that says when it was signed, in seconds since 1970; more than five minutes off is refused */
            timestamp_header?: string | null;
        };
        /**
         * @description Identifier, a TypeID
         * @example src_01h2xcejqtf2nbrexx3vqjhp41
         */
        SourceId: string;
        Spend: {
            /**
             * @description In UTC
             * @example 2026-12
             */
            month: string;
            /** @description The tenant's first, then agents', then connections' */
            sums: components["schemas"]["SpendSum"][];
        };
        SpendCap: {
            /** @description Of this agent's runs */
            agent?: components["schemas"]["AgentId"] | null;
            /** @description Of acts through this connection */
            connection?: components["schemas"]["ConnectionId"] | null;
            /**
             * @description ISO 4217
             * @example USD
             */
            currency: string | null;
            /**
             * Format: int64
             * @description In minor units; null: no cap
             * @example 5000
             */
            amount_minor: number | null;
        };
        SpendSum: {
            /** @description The agent that acts */
            agent: components["schemas"]["AgentId"] | null;
            /** @description The connection's name */
            connection: components["schemas"]["ConnectionId"] | null;
            /** @description Of acts that landed, rounded up */
            spent: components["schemas"]["Money"];
            /** @description Set aside for acts that are under way or in doubt, rounded up */
            reserved: components["schemas"]["Money"];
            /** @description Never passed by both together; null: no cap */
            cap: components["schemas"]["Money"] | null;
        };
        /** @description How an entrant of a contest, or a workflow of a leaderboard, stands */
        Standing: {
            /**
             * @description The entrant, or the workflow with its version
             * @example candidate
             */
            name: string;
            /** @description Null for external agents */
            workflow: components["schemas"]["WorkflowId"] | null;
            /**
             * @description Mean score, in depth; null before the first is judged
             * @example 1.92
             */
            mean: number | null;
            /**
             * @description Lower end of its 95 % confidence interval
             * @example 1.81
             */
            low: number | null;
            /**
             * @description Upper end of its 95 % confidence interval
             * @example 2
             */
            high: number | null;
            /**
             * Format: int32
             * @description Judged trials
             * @example 100
             */
            judged: number;
            /**
             * Format: int32
             * @description All trials, those under way too
             * @example 100
             */
            trials: number;
            /**
             * Format: int32
             * @description Trials that could not be held
             * @example 0
             */
            failed: number;
        };
        /**
         * @description A workflow whose knobs are to be turned
         * @example {
         *       "scenario": "weak-quorum",
         *       "workflow": "laboratory/weak-quorum",
         *       "seeds": 8
         *     }
         */
        StartEvolution: {
            /**
             * @description The scenario's name
             * @example weak-quorum
             */
            scenario: string | null;
            /**
             * @description wfl_… or namespace/name[:version], with document.metadata.ganglion.knobs
             * @example laboratory/weak-quorum
             */
            workflow: string | null;
            /**
             * Format: int64
             * @description Of the first trial; the others have those that follow
             * @default 1
             * @example 42
             */
            seed?: number | null;
            /**
             * Format: int32
             * @description Of each variant that comes to the last round; in rounds before it fewer
             * @default 2
             */
            seeds?: number | null;
            /**
             * @description What the workflow calls parts of the world, beside the parts' own names
             * @example {
             *       "main": "x"
             *     }
             */
            connections?: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description A candidate that is to be no worse than a baseline
         * @example {
         *       "scenario": "lost-answer",
         *       "candidate": "laboratory/lost-answer",
         *       "seeds": 20
         *     }
         */
        StartGate: {
            /**
             * @description The scenario's name
             * @example lost-answer
             */
            scenario: string | null;
            /**
             * @description wfl_… or namespace/name[:version]
             * @example laboratory/lost-answer
             */
            candidate: string | null;
            /**
             * @description wfl_… or namespace/name[:version]; left out: the scenario's reference
             * @example laboratory/lost-answer
             */
            baseline?: string | null;
            /**
             * Format: int64
             * @description Of the first trial; the others have those that follow
             * @default 1
             * @example 42
             */
            seed?: number | null;
            /**
             * Format: int32
             * @description Of each of the two
             * @default 2
             */
            seeds?: number | null;
            /**
             * @description How much worse is not worse, in depth; left out: a twentieth of the scenario's depth
             * @example 0.05
             */
            margin?: number | null;
            /**
             * @description What the workflows call parts of the world, beside the parts' own names
             * @example {
             *       "main": "x"
             *     }
             */
            connections?: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description What to start
         * @example {
         *       "workflow": "demo/campaign:1.0.0",
         *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
         *       "input": {
         *         "topic": "launch"
         *       }
         *     }
         */
        StartRun: {
            /**
             * @description Left out for a session
             * @example demo/campaign:1.0.0
             */
            workflow?: string | null;
            /** @description Needed for a session, and where a workflow calls connectors' actions */
            agent?: components["schemas"]["AgentId"] | null;
            /** @description true: no workflow, the agent adds steps as it goes */
            session?: boolean | null;
            /**
             * Format: int32
             * @description Where runs wait for capacity the highest goes first, then the oldest
             * @default 0
             */
            priority?: number | null;
            /** @description The workflow's input; an empty object by default */
            input?: components["schemas"]["Json"];
        };
        /**
         * @description Workflows to compare on the same seeds
         * @example {
         *       "scenario": "lost-answer",
         *       "workflows": [
         *         "",
         *         "laboratory/lost-answer"
         *       ],
         *       "seeds": 20
         *     }
         */
        StartTournament: {
            /**
             * @description The scenario's name
             * @example lost-answer
             */
            scenario: string | null;
            /**
             * @description Workflows: wfl_… or namespace/name[:version]; an empty text is the scenario's reference
             * @example [
             *       ""
             *     ]
             */
            workflows: string[] | null;
            /**
             * Format: int64
             * @description Of the first trial; the others have those that follow
             * @default 1
             * @example 42
             */
            seed?: number | null;
            /**
             * Format: int32
             * @description Of each workflow
             * @default 1
             */
            seeds?: number | null;
            /**
             * @description What the workflows call parts of the world, beside the parts' own names
             * @example {
             *       "main": "x"
             *     }
             */
            connections?: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description What to try
         * @example {
         *       "scenario": "lost-answer",
         *       "seed": 1,
         *       "seeds": 20
         *     }
         */
        StartTrials: {
            /**
             * @description The scenario's name
             * @example lost-answer
             */
            scenario: string | null;
            /**
             * Format: int64
             * @description Of the first trial; the others have those that follow
             * @default 1
             * @example 42
             */
            seed?: number | null;
            /**
             * Format: int32
             * @description How many trials, each with a seed of its own
             * @default 1
             */
            seeds?: number | null;
            /**
             * @description wfl_… or namespace/name[:version]; left out: the scenario's reference
             * @example demo/campaign:1.0.0
             */
            workflow?: string | null;
            /** @description An agent whose policy is tried; left out: the world's all is allowed */
            agent?: components["schemas"]["AgentId"] | null;
            /**
             * @description true: no workflow, an agent outside acts by sessions of the trial's agent
             * @default false
             */
            external?: boolean | null;
            /**
             * @description What the workflow calls parts of the world, beside the parts' own names
             * @example {
             *       "main": "x"
             *     }
             */
            connections?: {
                [key: string]: string;
            } | null;
        };
        /** @enum {string} */
        State: "OPEN" | "CLOSED";
        /** @description One entry of an agent's state */
        StateEntry: {
            /**
             * @description The caller's own name for it
             * @example announce
             */
            key: string;
            /** @description Any JSON value */
            value: components["schemas"]["Json"];
            /**
             * Format: int64
             * @description Its version
             */
            version: number;
            /** @description When it was last written */
            updated_at: components["schemas"]["Instant"];
        };
        /** @description A version of a state entry, and who wrote it */
        StateVersion: {
            /**
             * Format: int64
             * @description Its version
             */
            version: number;
            /** @description Any JSON value */
            value: components["schemas"]["Json"];
            /** @description Whether this version deleted the entry; its value is null then, and may be null without */
            deleted: boolean;
            /** @description The run */
            run: components["schemas"]["RunId"] | null;
            /**
             * @description Where in the run
             * @example /do/2/post
             */
            position: string | null;
            /**
             * @description Who wrote it
             * @example run_01h2xcejqtf2nbrexx3vqjhp41
             */
            actor: string;
            /** @description When */
            at: components["schemas"]["Instant"];
        };
        /** @description How the platform does, part by part. */
        Status: {
            /**
             * @description The worst of its parts
             * @example operational
             * @enum {string}
             */
            state: "operational" | "maintenance" | "unknown" | "degraded" | "outage";
            /** @description Each part and how it does */
            parts: components["schemas"]["StatusPart"][];
            /** @description What goes on, newest first; 20 at most */
            incidents: components["schemas"]["Incident"][];
            /** @description When it was looked at; some seconds ago at most */
            checked_at: components["schemas"]["Instant"];
        };
        /** @description One part of the platform, and how it does */
        StatusPart: {
            /**
             * @description Which part
             * @example workers
             * @enum {string}
             */
            name: "api" | "workers" | "webhooks" | "sign_in" | "laboratory";
            /**
             * @description Where it is in its life
             * @example operational
             * @enum {string}
             */
            state: "operational" | "maintenance" | "unknown" | "degraded" | "outage";
        };
        /** @description One task visit of a run */
        Step: {
            /**
             * @description DSL pointer with visit indices
             * @example /do/0/getPet
             */
            position: string;
            /**
             * @description The task's name
             * @example post
             */
            name: string;
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "completed" | "faulted" | "cancelled";
            /**
             * Format: int32
             * @description Tries so far
             * @example 1
             */
            attempts: number;
            /** @description When it started; null before */
            started_at: components["schemas"]["Instant"];
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"];
            /** @description What came of it; null where nothing did */
            output: components["schemas"]["Json"];
            /** @description The DSL's error object; null where there is none */
            error: components["schemas"]["Json"];
        };
        /** @description An event on the tenant's bus. */
        StoredEvent: {
            /**
             * Format: int64
             * @description Its place on the bus; later events have higher ones
             * @example 1
             */
            seq: number;
            /** @description The only run that sees it, for a signal */
            run: components["schemas"]["RunId"] | null;
            /** @description When it was stored */
            stored_at: components["schemas"]["Instant"];
            /** @description The CloudEvent, structured mode */
            event: components["schemas"]["Json"];
        };
        /** @description What the tenant agreed to */
        Subscription: {
            /**
             * @description The plan's name
             * @example team
             */
            plan: string;
            /**
             * @description Version of the price list its terms are from; they stay when a new one comes
             * @example 2026-11
             */
            prices: string;
            /**
             * @description How often the fee is due
             * @example month
             */
            interval: components["schemas"]["IntervalText"];
            /** @description For each interval, before tax */
            fee: components["schemas"]["Money"];
            /** @description For a CU-hour above K; null: the plan has no burst */
            burst_price: components["schemas"]["Money"] | null;
            /** @description No fee is due before; null: there is no trial */
            trial_ends: components["schemas"]["Instant"] | null;
            /**
             * Format: int32
             * @description Billable weight at one instant
             * @example 25
             */
            k: number;
            /**
             * @description Whether more may be held, for money
             * @example false
             */
            burst: boolean;
            /** @description At most so much burst a month; null while it is off */
            burst_cap: components["schemas"]["Money"] | null;
            /**
             * Format: int32
             * @description Of the cap, in this month, as was told: 0, 50, 80 or 100
             * @example 0
             */
            burst_alert: number;
            /** @description What the next invoice draws; below zero in your favour */
            balance: components["schemas"]["Money"];
            /**
             * @description How invoices are paid. hand: as they say; unset: online, once POST /billing/checkout has been gone through; stripe: by itself, and POST /billing/portal changes how
             * @example hand
             * @enum {string}
             */
            payment: "hand" | "unset" | "stripe";
            /** @description Who is billed */
            customer: components["schemas"]["BillingCustomer"];
            /** @description When plan, price or capacity last changed, or the tenant was made */
            agreed_at: components["schemas"]["Instant"];
        };
        /**
         * @description What to change of the subscription; what is left out stays
         * @example {
         *       "plan": "team",
         *       "burst": true,
         *       "burst_cap": {
         *         "amount_minor": 5000,
         *         "currency": "EUR"
         *       }
         *     }
         */
        SubscriptionBody: {
            /**
             * @description The plan's name
             * @example team
             */
            plan?: string | null;
            /**
             * @description What is paid for at once
             * @example month
             */
            interval?: components["schemas"]["IntervalText"] | null;
            /**
             * @description Whether more than K may be held, for money
             * @example true
             */
            burst?: boolean | null;
            /** @description At most so much burst a month; needed to turn it on */
            burst_cap?: components["schemas"]["Money"] | null;
            /** @description Who invoices are made out to; members that are left out stay, null takes one away */
            customer?: components["schemas"]["BillingCustomer"] | null;
        };
        SubscriptionPreview: {
            /** @description What would be agreed */
            subscription: components["schemas"]["Subscription"];
            /** @description What this month would come to, if all stayed as it is from then on */
            upcoming: components["schemas"]["Invoice"];
        };
        /**
         * @description Why a tenant is suspended
         * @example {
         *       "reason": "Spam from this account; write to abuse@example.com"
         *     }
         */
        SuspendBody: {
            /**
             * @description For its members, who find it in their audit log
             * @example Spam from this account; write to abuse@example.com
             */
            reason: string;
        };
        /**
         * @description Identifier, a TypeID
         * @example sys_01h2xcejqtf2nbrexx3vqjhp41
         */
        SystemId: string;
        /** @description The tenant */
        Tenant: {
            /**
             * @description Identifier
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description What people call it
             * @example Acme Research
             */
            name: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When its owner asked for its deletion; it is read-only since */
            deleted_at: components["schemas"]["Instant"] | null;
            /** @description When everything of it is erased; until then it can be had back */
            purge_at: components["schemas"]["Instant"] | null;
            /** @description Since when nothing of it is dispatched; null: it is not paused */
            paused_at: components["schemas"]["Instant"] | null;
        };
        /**
         * @description A tenant's name
         * @example {
         *       "name": "Example"
         *     }
         */
        TenantBody: {
            /**
             * @description What people call it
             * @example Acme Research
             */
            name: string;
        };
        /**
         * @description Identifier, a TypeID
         * @example ten_01h2xcejqtf2nbrexx3vqjhp41
         */
        TenantId: string;
        /** @description What the operator allows a tenant beside its plan */
        TenantLimits: {
            /**
             * Format: int32
             * @description Billable weight at one instant
             * @example 40
             */
            k: number;
            /**
             * Format: int64
             * @description Requests a minute to the API; null: the installation's default
             * @example 72000
             */
            requests_per_minute: number | null;
        };
        /**
         * @description What to allow a tenant beside its plan
         * @example {
         *       "k": 40,
         *       "requests_per_minute": 72000
         *     }
         */
        TenantLimitsBody: {
            /**
             * Format: int32
             * @description Billable weight at one instant
             * @example 40
             */
            k: number;
            /**
             * Format: int64
             * @description Requests a minute to the API; left out: the installation's default
             * @example 72000
             */
            requests_per_minute?: number | null;
        };
        /** @description How people of the tenant sign in */
        TenantSignIn: {
            /**
             * @description Where the provider sends people back to: OpenID Connect's redirect URI, SAML's assertion consumer service; null: this installation can't take a provider
             * @example https://id.example.org/realms/ganglion/broker/ten_01h2xcejqtf2nbrexx3vqjhp41/endpoint
             */
            redirect_uri: string | null;
            /**
             * @description saml: the platform's entity id
             * @example https://example.com/saml
             */
            entity_id: string | null;
            /**
             * @description saml: the platform's metadata, once the provider is there
             * @example https://ganglion.example.com/metadata
             */
            metadata_url: string | null;
            /**
             * @description Signs in by the tenant's provider, enforced or not
             * @example https://ganglion.example.com/auth/organization
             */
            sign_in_url: string;
            /** @description By name */
            domains: components["schemas"]["SignInDomain"][];
            /** @description null: none */
            provider: components["schemas"]["SignInProvider"] | null;
        };
        /**
         * @description What a tenant is at a moment
         * @enum {string}
         */
        TenantState: "moved" | "moving" | "deleted" | "suspended" | "paused" | "active";
        /** @description One scenario with one seed, and who is tried in it */
        Trial: {
            /** @description Identifier */
            id: components["schemas"]["TrialId"];
            /**
             * @description Of which kind
             * @enum {string}
             */
            kind: "workflow" | "external";
            /**
             * @description The scenario's name
             * @example lost-answer
             */
            scenario: string;
            /**
             * Format: int32
             * @description The scenario's
             * @example 1
             */
            version: number;
            /**
             * Format: int64
             * @description Of the chance; the same seed strikes alike
             * @example 7
             */
            seed: number;
            /** @description Null for an external agent's trial */
            workflow: components["schemas"]["WorkflowId"] | null;
            /** @description Made for the trial, and deleted after it; an external agent starts sessions of it */
            agent: components["schemas"]["AgentId"];
            /**
             * @description What is to be done, as the seed has drawn it: a workflow's run is started with it, an external agent reads it here. Null where the scenario has another version by now
             * @example {
             *       "text": "The launch 4711 is here"
             *     }
             */
            input: components["schemas"]["Json"];
            /**
             * @description Names of connections in the world, beside its parts', and which part each is of
             * @example {
             *       "main": "x"
             *     }
             */
            connections: {
                [key: string]: string;
            };
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "queued" | "opening" | "running" | "judged" | "failed";
            /** @description Of a workflow's trial: its run, whose receipt says what was held */
            run: components["schemas"]["RunId"] | null;
            /** @description The contest that it belongs to */
            contest: components["schemas"]["ContestId"] | null;
            /**
             * @description Which of the contest's
             * @example candidate
             */
            entrant: string | null;
            /**
             * @description In depth; null until it is judged
             * @example 0.9286
             */
            score: number | null;
            /** @description What the score is made of; null until it is judged */
            result: components["schemas"]["TrialResult"] | null;
            /**
             * @description Why it could not be held
             * @example its world could not be opened: no laboratory
             */
            reason: string | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description When it started; null before */
            started_at: components["schemas"]["Instant"] | null;
            /** @description It is judged then as it stands */
            deadline: components["schemas"]["Instant"] | null;
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /** @description What was counted in a trial */
        TrialFacts: {
            /**
             * Format: int32
             * @description Systems of the world that were coordinated
             * @example 1
             */
            depth: number;
            /** @description All runs ended and never needed a person, nothing is in doubt, no invariant is broken */
            coherent: boolean;
            /**
             * Format: int32
             * @description How many goals there are
             * @example 1
             */
            goals: number;
            /**
             * Format: int32
             * @description How many of them were attained
             * @example 1
             */
            attained: number;
            /**
             * Format: int32
             * @description Things that are there too often
             * @example 0
             */
            duplicates: number;
            /**
             * Format: int32
             * @description Things that are missing
             * @example 0
             */
            losses: number;
            /**
             * Format: int32
             * @description Effects whose fate nobody knows
             * @example 0
             */
            unknowns: number;
            /**
             * Format: int32
             * @description Dispatches of effects
             * @example 2
             */
            attempts: number;
            /**
             * Format: int64
             * @description What the platforms took, in millionths of the laboratory's dollar
             * @example 1000
             */
            spend_micros: number;
        };
        /**
         * @description Identifier, a TypeID
         * @example trl_01h2xcejqtf2nbrexx3vqjhp41
         */
        TrialId: string;
        /**
         * @description What a score is made of, and what that comes from
         * @example {
         *       "score": {
         *         "earned": 1,
         *         "mishaps": 0,
         *         "effort": 0.0714,
         *         "spend": 0,
         *         "total": 0.9286
         *       },
         *       "facts": {
         *         "depth": 1,
         *         "coherent": true,
         *         "goals": 1,
         *         "attained": 1,
         *         "duplicates": 0,
         *         "losses": 0,
         *         "unknowns": 0,
         *         "attempts": 2,
         *         "spend_micros": 1000
         *       },
         *       "goals": [
         *         {
         *           "name": "the text stands once",
         *           "found": 1,
         *           "attained": true
         *         }
         *       ],
         *       "invariants": [
         *         {
         *           "name": "nothing else is said",
         *           "found": 1,
         *           "attained": true
         *         }
         *       ],
         *       "journal": {
         *         "x post.created": 1
         *       },
         *       "runs": [
         *         {
         *           "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
         *           "state": "SUCCEEDED",
         *           "depth_peak": 1
         *         }
         *       ]
         *     }
         */
        TrialResult: {
            score: components["schemas"]["ScoreParts"];
            facts: components["schemas"]["TrialFacts"];
            /** @description What was to be reached, and whether it was */
            goals: components["schemas"]["GoalVerdict"][];
            /** @description What must hold, and whether it does */
            invariants: components["schemas"]["GoalVerdict"][];
            /**
             * @description Entries of the platforms' journals, by part and kind
             * @example {
             *       "x post.created": 1
             *     }
             */
            journal: {
                [key: string]: number;
            };
            /** @description All runs of the trial */
            runs: components["schemas"]["TrialRun"][];
        };
        /** @description A run of a trial */
        TrialRun: {
            /** @description Identifier */
            id: components["schemas"]["RunId"];
            /**
             * @description As it was judged
             * @example SUCCEEDED
             */
            state: string;
            /**
             * Format: int32
             * @description The deepest it was as measured, which depends on the machine; the score doesn't use it
             * @example 1
             */
            depth_peak: number;
        };
        /** @description A list of a platform's that is read again and again: what is new is an event. */
        Trigger: {
            /** @description Identifier */
            id: components["schemas"]["TriggerId"];
            /**
             * @description In their own words
             * @example Mentions
             */
            name: string;
            /** @description The connection it reads by; null: it was deleted */
            connection: components["schemas"]["ConnectionId"] | null;
            /**
             * @description The connection's connector
             * @example x
             */
            connector: string;
            /**
             * @description What is read
             * @example mentions
             */
            poll: string;
            /** @description The poll's arguments */
            arguments: components["schemas"]["Json"];
            /**
             * @description Of its CloudEvents
             * @example com.x.mention
             */
            type: string;
            /**
             * @description Their source, by which listeners know them
             * @example urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41
             */
            event_source: string;
            /** @description From the begin of one poll to the next */
            interval: components["schemas"]["Duration"];
            /**
             * @description stopped: its connection was deleted
             * @enum {string}
             */
            state: "active" | "paused" | "stopped";
            /**
             * @description Why it isn't read though it is due; null: it is
             * @example the connection is paused
             */
            waits_for: string | null;
            /** @description How far it was read, in the connector's words */
            cursor: components["schemas"]["Json"];
            /**
             * Format: int64
             * @description Events that it made
             * @example 12
             */
            published: number;
            /**
             * Format: int32
             * @description Polls that failed since the last that did not
             * @example 0
             */
            failures: number;
            /** @description Of the last poll, where it failed */
            last_error: components["schemas"]["TriggerError"] | null;
            /** @description The last poll that was answered; null: none was yet */
            last_poll_at: components["schemas"]["Instant"] | null;
            /** @description When it is due; null: never, as it is */
            next_poll_at: components["schemas"]["Instant"] | null;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
        };
        TriggerBody: {
            /**
             * @description What people call it
             * @example Mentions
             */
            name: string;
            /**
             * @description The name of the connection it reads by
             * @example x
             */
            connection: string;
            /**
             * @description What is read, of the connector's polls: GET /connectors lists them
             * @example mentions
             */
            poll: string;
            /**
             * @description As the poll's input schema wants them; {} by default
             * @example {}
             */
            arguments?: components["schemas"]["Json"];
            /**
             * @description Of its CloudEvents; the poll's own by default
             * @example com.x.mention
             */
            type?: string | null;
            /**
             * @description From the begin of one poll to the next, from PT15S to PT24H; the poll's own by default
             * @example PT1M
             */
            interval?: string | null;
            /**
             * @description A point to start after, where the poll has such: an identifier or a time; from now on by default
             * @example 1990000000123
             */
            from?: string | null;
        };
        TriggerEdit: {
            /**
             * @description What people call it
             * @example Mentions
             */
            name?: string | null;
            /**
             * @description From the begin of one poll to the next, from PT15S to PT24H
             * @example PT5M
             */
            interval?: string | null;
        };
        TriggerError: {
            /**
             * Format: int32
             * @description As of HTTP
             * @example 503
             */
            status: number;
            /**
             * @description What the platform said
             * @example X answered 503
             */
            detail: string;
            /** @description When */
            at: components["schemas"]["Instant"];
        };
        /**
         * @description Identifier, a TypeID
         * @example trg_01h2xcejqtf2nbrexx3vqjhp41
         */
        TriggerId: string;
        /**
         * Format: uuid
         * @description A UUID
         */
        UUID: string;
        /** @description How an action is taken back */
        UndoEdit: {
            /**
             * @description irreversible: nothing takes it back, and it needs an approval unless the agent's policy allows it
             * @example reversible
             */
            undo_class: ("reversible" | "compensable" | "irreversible") | null;
            /**
             * @description The connector's action that takes it back
             * @example deleteItem
             */
            action?: string | null;
            /**
             * @description Its arguments by JSON pointers into what landed: /input, /output, /reference
             * @example {
             *       "itemId": "/output/id"
             *     }
             */
            arguments?: {
                [key: string]: string;
            } | null;
        };
        UpstreamBudget: {
            /**
             * @description What is counted, and whose
             * @example posts of x @ganglion
             */
            title: string;
            /**
             * Format: int32
             * @description The most units in any stretch of that length
             * @example 100
             */
            limit: number;
            /**
             * @description ISO 8601
             * @example PT15M
             */
            length: components["schemas"]["Duration"];
            /**
             * Format: int32
             * @description Units that count now
             * @example 42
             */
            used: number;
            /** @description When none of these counts any more; null when none does */
            clear_at: components["schemas"]["Instant"] | null;
            /** @description The platform asked not to be called before; null when it did not */
            paused_until: components["schemas"]["Instant"] | null;
            /**
             * Format: int32
             * @description Runs of the tenant that wait for it
             * @example 0
             */
            waiting: number;
        };
        UpstreamBudgets: {
            /** @description Each window of each budget that the platform declares */
            windows: components["schemas"]["UpstreamBudget"][];
        };
        /** @description What was held in a stretch of time */
        Usage: {
            /**
             * @description When the hour, day or month begins, in UTC
             * @example 2026-12-01T00:00:00.000Z
             */
            start: components["schemas"]["Instant"];
            /**
             * @description The agent; null if by does not name it, or for runs without one
             * @example agt_01h2xcejqtf2nbrexx3vqjhp41
             */
            agent: string | null;
            /**
             * @description The workflow; null if by does not name it, or for sessions
             * @example wfl_01h2xcejqtf2nbrexx3vqjhp41
             */
            workflow: string | null;
            /**
             * @description The system; null if by does not name it
             * @example sys_01h2xcejqtf2nbrexx3vqjhp41
             */
            system: string | null;
            /**
             * @description The connector; null if by does not name it
             * @example x
             */
            connector: string | null;
            /**
             * Format: int64
             * @description Depth-milliseconds: the weight of what was held times its milliseconds
             * @example 5400000
             */
            recorded_ms: number;
            /**
             * Format: int64
             * @description Of these, what nothing zero-rates
             * @example 3600000
             */
            billable_ms: number;
            /**
             * @description billable_ms as CU-hours of 3,600,000 ms, rounded down to six places
             * @example 1.000000
             */
            cu_hours: string;
        };
        /** @description A document that could be stored */
        ValidWorkflow: {
            /**
             * @description document.namespace
             * @example demo
             */
            namespace: string;
            /**
             * @description document.name
             * @example campaign
             */
            name: string;
            /**
             * @description document.version
             * @example 1.0.0
             */
            version: string;
        };
        /** @description An exchange of the vault's keys */
        VaultRotation: {
            /**
             * @description Identifier
             * @example rot_01h2xcejqtf2nbrexx3vqjhp41
             */
            id: string;
            /**
             * @description rewrap: data keys are wrapped by the master key in use; renew: tenants get new data keys and credentials are sealed anew; retire: old data keys are deleted, after a while
             * @example renew
             * @enum {string}
             */
            stage: "rewrap" | "renew" | "retire" | "ended";
            /**
             * @description The master key in use when it was asked for; its name is no secret
             * @example keyset:1234567890
             */
            master: string;
            /**
             * Format: int64
             * @description Data keys wrapped by another master key before
             * @example 3
             */
            rewrapped: number;
            /**
             * Format: int64
             * @description Tenants that got a new data key
             * @example 3
             */
            renewed: number;
            /**
             * Format: int64
             * @description Credentials sealed anew
             * @example 12
             */
            resealed: number;
            /**
             * Format: int64
             * @description Old data keys deleted
             * @example 0
             */
            retired: number;
            /**
             * Format: int64
             * @description Data keys and credentials that no key opens; they stay as they are
             * @example 0
             */
            failed: number;
            /** @description When it started; null before */
            started_at: components["schemas"]["Instant"];
            /** @description When it ended; null before */
            ended_at: components["schemas"]["Instant"] | null;
        };
        /** @description One thing wrong with what was sent */
        Violation: {
            /**
             * @description JSON pointer into the request
             * @example /name
             */
            pointer: string;
            /**
             * @description What is wrong, and what to send instead
             * @example send 1 to 100 characters
             */
            detail: string;
            /**
             * Format: int32
             * @description 1-based line of the document, where there is one
             */
            line?: number | null;
        };
        /** @description A month under other terms, beside what it was */
        WhatIf: {
            /**
             * @description Year and month
             * @example 2026-11
             */
            month: string;
            /**
             * @description Whose terms would have held
             * @example scale
             */
            plan: string;
            /**
             * Format: int32
             * @description What K would have been
             * @example 250
             */
            k: number;
            /**
             * @description ISO 4217
             * @example EUR
             */
            currency: string;
            /** @description What it was */
            was: components["schemas"]["WhatIfStatement"];
            /** @description With burst on and without a cap: what was held above K is priced. Runs that waited then might have run, and what would have waited is priced as burst */
            would: components["schemas"]["WhatIfStatement"];
        };
        /** @description What a month comes to */
        WhatIfStatement: {
            /** @description Line by line */
            lines: components["schemas"]["InvoiceLine"][];
            /**
             * Format: int64
             * @description Minor units, before tax
             * @example 39900
             */
            total_minor: number;
            /**
             * Format: int64
             * @description Depth-milliseconds above capacity
             * @example 0
             */
            burst_ms: number;
        };
        /** @description A worker's incarnation */
        Worker: {
            /**
             * Format: int64
             * @description Identifier
             * @example 17
             */
            id: number;
            /**
             * @description Host and process
             * @example worker-1:4711
             */
            name: string;
            /**
             * @description late: its lease ran out and nobody has fenced it yet
             * @example alive
             * @enum {string}
             */
            state: "alive" | "late" | "fenced";
            /** @description When it started; null before */
            started_at: components["schemas"]["Instant"];
            /** @description Every two seconds */
            heartbeat_at: components["schemas"]["Instant"];
            /** @description When anyone may fence it */
            lease_until: components["schemas"]["Instant"];
        };
        /** @description One version of a workflow; it never changes. */
        Workflow: {
            /** @description Identifier */
            id: components["schemas"]["WorkflowId"];
            /**
             * @description document.namespace
             * @example demo
             */
            namespace: string;
            /**
             * @description document.name
             * @example campaign
             */
            name: string;
            /**
             * @description document.version
             * @example 1.0.0
             */
            version: string;
            /**
             * @description In a few words
             * @example May I post?
             */
            title: string;
            /**
             * @description SHA-256 of the document's canonical JSON
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            hash: string;
            /** @description When it was made */
            created_at: components["schemas"]["Instant"];
            /** @description The document as JSON; only when one workflow is read */
            definition?: components["schemas"]["Json"];
        };
        /**
         * @description Identifier, a TypeID
         * @example wfl_01h2xcejqtf2nbrexx3vqjhp41
         */
        WorkflowId: string;
        /** @description What Ganglion adds to the workflow language, as JSON Schemas */
        WorkflowLanguage: {
            /**
             * @description The version of the DSL
             * @example 1.0.3
             */
            dsl: string;
            /** @description A JSON Schema of a task's metadata.ganglion */
            metadata: unknown;
            /** @description A JSON Schema of the arguments of each function that isn't a connector's, by its name; those of actions are in the catalogue of connectors */
            functions: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_agents: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "campaigner",
                     *           "connections": [
                     *             "main"
                     *           ],
                     *           "policy": {
                     *             "irreversible": null,
                     *             "actions": [
                     *               "x.*"
                     *             ],
                     *             "approvers": [
                     *               "approver",
                     *               "ada@example.org"
                     *             ]
                     *           },
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "paused_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingAgentView"];
                };
            };
        };
    };
    post_agents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "campaigner",
                 *       "connections": [
                 *         "main"
                 *       ],
                 *       "policy": {
                 *         "irreversible": "approve",
                 *         "actions": [
                 *           "x.*"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AgentBody"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connections": [
                     *         "main"
                     *       ],
                     *       "policy": {
                     *         "irreversible": "allow",
                     *         "actions": [
                     *           "x.*"
                     *         ],
                     *         "approvers": [
                     *           "approver",
                     *           "ada@example.org"
                     *         ]
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    get_agents_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connections": [
                     *         "main"
                     *       ],
                     *       "policy": {
                     *         "irreversible": "allow",
                     *         "actions": [
                     *           "x.*"
                     *         ],
                     *         "approvers": [
                     *           "approver",
                     *           "ada@example.org"
                     *         ]
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    delete_agents_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_agents_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "campaigner",
                 *       "connections": [
                 *         "main"
                 *       ],
                 *       "policy": {
                 *         "irreversible": "approve",
                 *         "actions": [
                 *           "x.*"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AgentBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connections": [
                     *         "main"
                     *       ],
                     *       "policy": {
                     *         "irreversible": "allow",
                     *         "actions": [
                     *           "x.*"
                     *         ],
                     *         "approvers": [
                     *           "approver",
                     *           "ada@example.org"
                     *         ]
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    get_agents_id_depth: {
        parameters: {
            query?: {
                /**
                 * @description Begin of the span; a day before its end if left out
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: string;
                /**
                 * @description How many parts, 1 to 500; 96 if left out
                 * @example 96
                 */
                points?: number;
                /**
                 * @description End of the span, at most 31 days after it began; now if left out
                 * @example 2026-12-02T00:00:00Z
                 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "points": [
                     *         {
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "depth_peak": 1,
                     *           "depth_mean": 1,
                     *           "breadth_peak": 1,
                     *           "depth_ms": 3600
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AgentDepth"];
                };
            };
        };
    };
    get_agents_id_facets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "systems": [
                     *         {
                     *           "id": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "binance",
                     *           "environment": "production",
                     *           "label": "@ganglion on X",
                     *           "connections": [
                     *             "main"
                     *           ],
                     *           "facets": [
                     *             {
                     *               "name": "balances",
                     *               "value": {},
                     *               "observed_at": "2026-11-29T10:00:00.000Z",
                     *               "effect": "eff_01h2xcejqtf2nbrexx3vqjhp41"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Facets"];
                };
            };
        };
    };
    post_agents_id_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": {
                     *         "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "campaigner",
                     *         "connections": [
                     *           "main"
                     *         ],
                     *         "policy": {
                     *           "irreversible": null,
                     *           "actions": [
                     *             "x.*"
                     *           ],
                     *           "approvers": [
                     *             "approver",
                     *             "ada@example.org"
                     *           ]
                     *         },
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "paused_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "in_flight": [
                     *         "eff_01h2xcejqtf2nbrexx3vqjhp41"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PausedAgent"];
                };
            };
        };
    };
    post_agents_id_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connections": [
                     *         "main"
                     *       ],
                     *       "policy": {
                     *         "irreversible": "allow",
                     *         "actions": [
                     *           "x.*"
                     *         ],
                     *         "approvers": [
                     *           "approver",
                     *           "ada@example.org"
                     *         ]
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
        };
    };
    get_agents_id_skills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "campaign",
                     *           "workflow": "demo/campaign",
                     *           "title": "May I post?",
                     *           "description": "Posts a campaign on all accounts",
                     *           "tags": [
                     *             "marketing"
                     *           ],
                     *           "examples": [
                     *             "Announce our new release"
                     *           ],
                     *           "updated_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingSkillView"];
                };
            };
        };
    };
    get_agents_id_skills_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "campaign",
                     *       "workflow": "demo/campaign",
                     *       "title": "May I post?",
                     *       "description": "Posts a campaign on all accounts",
                     *       "tags": [
                     *         "marketing"
                     *       ],
                     *       "examples": [
                     *         "Announce our new release"
                     *       ],
                     *       "updated_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    put_agents_id_skills_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workflow": "demo/campaign",
                 *       "title": "Run a campaign",
                 *       "description": "Posts a text on all accounts at once, or on none.",
                 *       "tags": [
                 *         "text"
                 *       ],
                 *       "examples": [
                 *         "text"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SkillBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "campaign",
                     *       "workflow": "demo/campaign",
                     *       "title": "May I post?",
                     *       "description": "Posts a campaign on all accounts",
                     *       "tags": [
                     *         "marketing"
                     *       ],
                     *       "examples": [
                     *         "Announce our new release"
                     *       ],
                     *       "updated_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Skill"];
                };
            };
        };
    };
    delete_agents_id_skills_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_agents_id_state: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "key": "announce",
                     *           "value": {},
                     *           "version": 1,
                     *           "updated_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingStateView"];
                };
            };
        };
    };
    get_agents_id_state_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "announce",
                     *       "value": {},
                     *       "version": 1,
                     *       "updated_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StateEntry"];
                };
            };
        };
    };
    put_agents_id_state_key: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read, "0" for no entry, or * for whatever entry there is; anything else is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description *: only if there is no entry; one that is there is left alone and answers 412
                 * @example *
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Json"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "announce",
                     *       "value": {},
                     *       "version": 1,
                     *       "updated_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StateEntry"];
                };
            };
        };
    };
    delete_agents_id_state_key: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read, "0" for no entry, or * for whatever entry there is; anything else is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_agents_id_state_key: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read, "0" for no entry, or * for whatever entry there is; anything else is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Json"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "announce",
                     *       "value": {},
                     *       "version": 1,
                     *       "updated_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StateEntry"];
                };
            };
        };
    };
    get_agents_id_state_key_history: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["AgentId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "version": 1,
                     *           "value": {},
                     *           "deleted": false,
                     *           "run": null,
                     *           "position": "/do/2/post",
                     *           "actor": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingStateVersionView"];
                };
            };
        };
    };
    get_api_keys: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "deployment",
                     *           "mode": "live",
                     *           "hint": "x9Qk",
                     *           "scopes": [
                     *             "runs:read",
                     *             "runs:write"
                     *           ],
                     *           "addresses": [
                     *             "203.0.113.0/24"
                     *           ],
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "created_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "expires_at": null,
                     *           "last_used_at": null,
                     *           "revoked_at": null,
                     *           "rotated_to": "key_01h2xcejqtf2nbrexx3vqjhp41"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingApiKeyView"];
                };
            };
        };
    };
    post_api_keys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "ci",
                 *       "scopes": [
                 *         "runs:write",
                 *         "runs:read"
                 *       ],
                 *       "expires_at": "2027-11-29T10:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyBody"];
            };
        };
        responses: {
            /** @description Made; the secret is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": {
                     *         "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "deployment",
                     *         "mode": "live",
                     *         "hint": "x9Qk",
                     *         "scopes": [
                     *           "runs:read",
                     *           "runs:write"
                     *         ],
                     *         "addresses": [
                     *           "203.0.113.0/24"
                     *         ],
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "created_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "expires_at": "2026-11-29T10:00:00.000Z",
                     *         "last_used_at": "2026-11-29T10:00:00.000Z",
                     *         "revoked_at": "2026-11-29T10:00:00.000Z",
                     *         "rotated_to": "key_01h2xcejqtf2nbrexx3vqjhp41"
                     *       },
                     *       "secret": "gk_live_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
        };
    };
    get_api_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "deployment",
                     *       "mode": "live",
                     *       "hint": "x9Qk",
                     *       "scopes": [
                     *         "runs:read",
                     *         "runs:write"
                     *       ],
                     *       "addresses": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "created_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "last_used_at": "2026-11-29T10:00:00.000Z",
                     *       "revoked_at": "2026-11-29T10:00:00.000Z",
                     *       "rotated_to": "key_01h2xcejqtf2nbrexx3vqjhp41"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
        };
    };
    post_api_keys_id_revoke: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "deployment",
                     *       "mode": "live",
                     *       "hint": "x9Qk",
                     *       "scopes": [
                     *         "runs:read",
                     *         "runs:write"
                     *       ],
                     *       "addresses": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "created_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "last_used_at": "2026-11-29T10:00:00.000Z",
                     *       "revoked_at": "2026-11-29T10:00:00.000Z",
                     *       "rotated_to": "key_01h2xcejqtf2nbrexx3vqjhp41"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
        };
    };
    post_api_keys_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["Overlap"];
            };
        };
        responses: {
            /** @description Made; the secret is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": {
                     *         "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "deployment",
                     *         "mode": "live",
                     *         "hint": "x9Qk",
                     *         "scopes": [
                     *           "runs:read",
                     *           "runs:write"
                     *         ],
                     *         "addresses": [
                     *           "203.0.113.0/24"
                     *         ],
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "created_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "expires_at": "2026-11-29T10:00:00.000Z",
                     *         "last_used_at": "2026-11-29T10:00:00.000Z",
                     *         "revoked_at": "2026-11-29T10:00:00.000Z",
                     *         "rotated_to": "key_01h2xcejqtf2nbrexx3vqjhp41"
                     *       },
                     *       "secret": "gk_live_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
        };
    };
    get_approval_links_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret part of the address */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it asks for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "tenant": "Acme Research",
                     *       "title": "Send 0.5 ETH to the supplier?",
                     *       "detail": {},
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "on_timeout": "approve",
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "sent_to": "ada@example.org",
                     *       "link_expires_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedApprovalLink"];
                };
            };
        };
    };
    post_approval_links_token_approve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The secret part of the address */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Looks right to me."
                 *     }
                 */
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description Approved, and the link is used up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "comment": "Looks right to me.",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalLinkDecision"];
                };
            };
        };
    };
    post_approval_links_token_reject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The secret part of the address */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Looks right to me."
                 *     }
                 */
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description Rejected, and the link is used up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "comment": "Looks right to me.",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalLinkDecision"];
                };
            };
        };
    };
    get_approvals: {
        parameters: {
            query?: {
                /**
                 * @description Narrow to this agent
                 * @example agt_01h2xcejqtf2nbrexx3vqjhp41
                 */
                agent?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this run
                 * @example run_01h2xcejqtf2nbrexx3vqjhp41
                 */
                run?: string;
                /** @description Narrow to this state */
                state?: components["schemas"]["ApprovalState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "PENDING",
                     *           "title": "Send 0.5 ETH to the supplier?",
                     *           "detail": {},
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent": null,
                     *           "position": "/do/2/pay",
                     *           "effect": null,
                     *           "on_timeout": "approve",
                     *           "approvers": [
                     *             "approver",
                     *             "ada@example.org"
                     *           ],
                     *           "asked_at": "2026-11-29T10:00:00.000Z",
                     *           "expires_at": "2026-11-29T10:00:00.000Z",
                     *           "decided_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "comment": "Looks right to me.",
                     *           "decided_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingApprovalView"];
                };
            };
        };
    };
    get_approvals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "title": "Send 0.5 ETH to the supplier?",
                     *       "detail": {},
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/pay",
                     *       "effect": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "on_timeout": "approve",
                     *       "approvers": [
                     *         "approver",
                     *         "ada@example.org"
                     *       ],
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "comment": "Looks right to me.",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    post_approvals_id_approve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Looks right to me."
                 *     }
                 */
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "title": "Send 0.5 ETH to the supplier?",
                     *       "detail": {},
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/pay",
                     *       "effect": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "on_timeout": "approve",
                     *       "approvers": [
                     *         "approver",
                     *         "ada@example.org"
                     *       ],
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "comment": "Looks right to me.",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    post_approvals_id_links: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sent_to": "ada@example.org",
                 *       "valid": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["NewApprovalLink"];
            };
        };
        responses: {
            /** @description Made; the address is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "lnk_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "approval": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "url": "https://ganglion.example/decide#gl_…",
                     *       "sent_to": "ada@example.org",
                     *       "expires_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalLink"];
                };
            };
        };
    };
    post_approvals_id_reject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Looks right to me."
                 *     }
                 */
                "application/json": components["schemas"]["Decide"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "PENDING",
                     *       "title": "Send 0.5 ETH to the supplier?",
                     *       "detail": {},
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/pay",
                     *       "effect": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "on_timeout": "approve",
                     *       "approvers": [
                     *         "approver",
                     *         "ada@example.org"
                     *       ],
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_by": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "comment": "Looks right to me.",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                /**
                 * @description Narrow to this action
                 * @example run.started
                 */
                action?: string;
                /**
                 * @description Narrow to who did it
                 * @example key_01h2xcejqtf2nbrexx3vqjhp41
                 */
                actor?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to what it was done to
                 * @example run_01h2xcejqtf2nbrexx3vqjhp41
                 */
                target?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 42,
                     *           "at": "2026-11-29T10:00:00.000Z",
                     *           "actor": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "address": "203.0.113.7",
                     *           "action": "connection.rotated",
                     *           "target": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "before": {},
                     *           "after": {},
                     *           "previous": "0000000000000000000000000000000000000000000000000000000000000000",
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingAuditEntryView"];
                };
            };
        };
    };
    get_audit_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seq": 42,
                     *       "at": "2026-11-29T10:00:00.000Z",
                     *       "actor": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "address": "203.0.113.7",
                     *       "action": "connection.rotated",
                     *       "target": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "before": {},
                     *       "after": {},
                     *       "previous": "0000000000000000000000000000000000000000000000000000000000000000",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/jsonl": components["schemas"]["AuditEntry"];
                };
            };
        };
    };
    get_audit_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "intact": false,
                     *       "entries": 42,
                     *       "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "first_broken": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
        };
    };
    post_billing_checkout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a person enters how the tenant pays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://checkout.stripe.com/c/pay/cs_test_a1"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
        };
    };
    post_billing_portal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a person changes how the tenant pays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://checkout.stripe.com/c/pay/cs_test_a1"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
        };
    };
    get_billing_what_if: {
        parameters: {
            query: {
                /**
                 * @description Billable weight; left out: the plan's
                 * @example 20
                 */
                k?: string;
                /**
                 * @description UTC, e.g. 2026-11
                 * @example 2026-10
                 */
                month: string;
                /**
                 * @description Of GET /plans; left out: the tenant's own terms
                 * @example team
                 */
                plan?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-11",
                     *       "plan": "scale",
                     *       "k": 250,
                     *       "currency": "EUR",
                     *       "was": {
                     *         "lines": [
                     *           {
                     *             "kind": "fee",
                     *             "text": "Plan team",
                     *             "from": "2026-11-29T10:00:00.000Z",
                     *             "to": "2026-11-29T10:00:00.000Z",
                     *             "quantity": 1296000,
                     *             "unit": "second",
                     *             "amount_minor": 2450
                     *           }
                     *         ],
                     *         "total_minor": 39900,
                     *         "burst_ms": 0
                     *       },
                     *       "would": {
                     *         "lines": [
                     *           {
                     *             "kind": "fee",
                     *             "text": "Plan team",
                     *             "from": "2026-11-29T10:00:00.000Z",
                     *             "to": "2026-11-29T10:00:00.000Z",
                     *             "quantity": 1296000,
                     *             "unit": "second",
                     *             "amount_minor": 2450
                     *           }
                     *         ],
                     *         "total_minor": 39900,
                     *         "burst_ms": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
        };
    };
    get_capacity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "k": 25,
                     *       "ceiling": 25,
                     *       "used": 7,
                     *       "waiting": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Capacity"];
                };
            };
        };
    };
    get_connections: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "campaigner",
                     *           "connector": "x",
                     *           "environment": "production",
                     *           "base_url": "https://example.com/",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "principal": "@ganglion",
                     *           "label": "@ganglion_demo",
                     *           "status": "active",
                     *           "prices": null,
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "checked_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingConnectionView"];
                };
            };
        };
    };
    post_connections: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "main",
                 *       "connector": "x",
                 *       "credentials": {
                 *         "access_token": "the token"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewConnection"];
            };
        };
        responses: {
            /** @description Connected */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    post_connections_authorize: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "main",
                 *       "connector": "x",
                 *       "environment": "lab"
                 *     }
                 */
                "application/json": components["schemas"]["AuthorizeConnection"];
            };
        };
        responses: {
            /** @description Where the person is to go */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "url": "https://x.com/i/oauth2/authorize?response_type=code&client_id=YzF5d2l0aA",
                     *       "expires_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Authorization"];
                };
            };
        };
    };
    get_connections_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    delete_connections_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_connections_id_budgets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "windows": [
                     *         {
                     *           "title": "posts of x @ganglion",
                     *           "limit": 100,
                     *           "length": "PT15M",
                     *           "used": 42,
                     *           "clear_at": null,
                     *           "paused_until": null,
                     *           "waiting": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UpstreamBudgets"];
                };
            };
        };
    };
    post_connections_id_check: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    post_connections_id_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connection": {
                     *         "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "campaigner",
                     *         "connector": "x",
                     *         "environment": "production",
                     *         "base_url": "https://example.com/",
                     *         "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "principal": "@ganglion",
                     *         "label": "@ganglion_demo",
                     *         "status": "active",
                     *         "prices": {
                     *           "currency": "USD",
                     *           "calls": {
                     *             "createPost": 1.5
                     *           },
                     *           "input": 15,
                     *           "output": 60
                     *         },
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "checked_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "in_flight": [
                     *         "eff_01h2xcejqtf2nbrexx3vqjhp41"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PausedConnection"];
                };
            };
        };
    };
    put_connections_id_prices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currency": "USD",
                 *       "calls": {
                 *         "createPost": 1.5
                 *       },
                 *       "input": 15,
                 *       "output": 60
                 *     }
                 */
                "application/json": components["schemas"]["Prices"];
            };
        };
        responses: {
            /** @description With its prices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    post_connections_id_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    post_connections_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ConnectionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credentials": {
                 *         "access_token": "the new token"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RotateConnection"];
            };
        };
        responses: {
            /** @description With its new credentials */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "connector": "x",
                     *       "environment": "production",
                     *       "base_url": "https://example.com/",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "principal": "@ganglion",
                     *       "label": "@ganglion_demo",
                     *       "status": "active",
                     *       "prices": {
                     *         "currency": "USD",
                     *         "calls": {
                     *           "createPost": 1.5
                     *         },
                     *         "input": 15,
                     *         "output": 60
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
        };
    };
    get_connectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "campaigner",
                     *           "version": "1",
                     *           "title": "May I post?",
                     *           "credentials": {},
                     *           "environments": [
                     *             "text"
                     *           ],
                     *           "hold_mode": "exclusive",
                     *           "oauth": null,
                     *           "kind": null,
                     *           "base_url": "https://example.com/",
                     *           "identity": null,
                     *           "actions": [
                     *             {
                     *               "function": "x.createPost",
                     *               "title": "May I post?",
                     *               "input": {},
                     *               "output": {},
                     *               "retry_class": "pure",
                     *               "undo_class": "reversible",
                     *               "prepares": false,
                     *               "search_lag": null,
                     *               "look_up_window": null,
                     *               "timeout": "P1D",
                     *               "attempts": 5,
                     *               "undo_action": "deletePost",
                     *               "own": null
                     *             }
                     *           ],
                     *           "polls": [
                     *             {
                     *               "name": "mentions",
                     *               "title": "Posts that mention the account",
                     *               "type": "com.x.mention",
                     *               "input": {},
                     *               "from": null,
                     *               "interval": "P1D"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingConnectorView"];
                };
            };
        };
    };
    post_connectors: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "my-shop",
                 *       "url": "https://api.shop.example/openapi.yaml"
                 *     }
                 */
                "application/json": components["schemas"]["NewConnector"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "campaigner",
                     *       "version": "1",
                     *       "title": "May I post?",
                     *       "credentials": {},
                     *       "environments": [
                     *         "text"
                     *       ],
                     *       "hold_mode": "exclusive",
                     *       "oauth": {
                     *         "scopes": [
                     *           "tweet.read"
                     *         ],
                     *         "app": false
                     *       },
                     *       "kind": "openapi",
                     *       "base_url": "https://example.com/",
                     *       "identity": {
                     *         "action": "me",
                     *         "pointer": "/id"
                     *       },
                     *       "actions": [
                     *         {
                     *           "function": "x.createPost",
                     *           "title": "May I post?",
                     *           "input": {},
                     *           "output": {},
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "prepares": false,
                     *           "search_lag": null,
                     *           "look_up_window": null,
                     *           "timeout": "P1D",
                     *           "attempts": 5,
                     *           "undo_action": "deletePost",
                     *           "own": null
                     *         }
                     *       ],
                     *       "polls": [
                     *         {
                     *           "name": "mentions",
                     *           "title": "Posts that mention the account",
                     *           "type": "com.x.mention",
                     *           "input": {},
                     *           "from": null,
                     *           "interval": "P1D"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Connector"];
                };
            };
        };
    };
    get_connectors_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "campaigner",
                     *       "version": "1",
                     *       "title": "May I post?",
                     *       "credentials": {},
                     *       "environments": [
                     *         "text"
                     *       ],
                     *       "hold_mode": "exclusive",
                     *       "oauth": {
                     *         "scopes": [
                     *           "tweet.read"
                     *         ],
                     *         "app": false
                     *       },
                     *       "kind": "openapi",
                     *       "base_url": "https://example.com/",
                     *       "identity": {
                     *         "action": "me",
                     *         "pointer": "/id"
                     *       },
                     *       "actions": [
                     *         {
                     *           "function": "x.createPost",
                     *           "title": "May I post?",
                     *           "input": {},
                     *           "output": {},
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "prepares": false,
                     *           "search_lag": null,
                     *           "look_up_window": null,
                     *           "timeout": "P1D",
                     *           "attempts": 5,
                     *           "undo_action": "deletePost",
                     *           "own": null
                     *         }
                     *       ],
                     *       "polls": [
                     *         {
                     *           "name": "mentions",
                     *           "title": "Posts that mention the account",
                     *           "type": "com.x.mention",
                     *           "input": {},
                     *           "from": null,
                     *           "interval": "P1D"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Connector"];
                };
            };
        };
    };
    delete_connectors_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_connectors_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actions": {
                 *         "addItem": {
                 *           "idempotency_header": "Idempotency-Key"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConnectorEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "campaigner",
                     *       "version": "1",
                     *       "title": "May I post?",
                     *       "credentials": {},
                     *       "environments": [
                     *         "text"
                     *       ],
                     *       "hold_mode": "exclusive",
                     *       "oauth": {
                     *         "scopes": [
                     *           "tweet.read"
                     *         ],
                     *         "app": false
                     *       },
                     *       "kind": "openapi",
                     *       "base_url": "https://example.com/",
                     *       "identity": {
                     *         "action": "me",
                     *         "pointer": "/id"
                     *       },
                     *       "actions": [
                     *         {
                     *           "function": "x.createPost",
                     *           "title": "May I post?",
                     *           "input": {},
                     *           "output": {},
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "prepares": false,
                     *           "search_lag": null,
                     *           "look_up_window": null,
                     *           "timeout": "P1D",
                     *           "attempts": 5,
                     *           "undo_action": "deletePost",
                     *           "own": null
                     *         }
                     *       ],
                     *       "polls": [
                     *         {
                     *           "name": "mentions",
                     *           "title": "Posts that mention the account",
                     *           "type": "com.x.mention",
                     *           "input": {},
                     *           "from": null,
                     *           "interval": "P1D"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Connector"];
                };
            };
        };
    };
    post_connectors_name_refresh: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://api.shop.example/openapi.yaml"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshConnector"];
            };
        };
        responses: {
            /** @description What has changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": [
                     *         "addCoupon"
                     *       ],
                     *       "changed": [
                     *         "text"
                     *       ],
                     *       "removed": [
                     *         "text"
                     *       ],
                     *       "credentials": false,
                     *       "digest": "text",
                     *       "connector": {
                     *         "name": "campaigner",
                     *         "version": "1",
                     *         "title": "May I post?",
                     *         "credentials": {},
                     *         "environments": [
                     *           "text"
                     *         ],
                     *         "hold_mode": "exclusive",
                     *         "oauth": {
                     *           "scopes": [
                     *             "tweet.read"
                     *           ],
                     *           "app": false
                     *         },
                     *         "kind": "openapi",
                     *         "base_url": "https://example.com/",
                     *         "identity": {
                     *           "action": "me",
                     *           "pointer": "/id"
                     *         },
                     *         "actions": [
                     *           {
                     *             "function": "x.createPost",
                     *             "title": "May I post?",
                     *             "input": {},
                     *             "output": {},
                     *             "retry_class": "pure",
                     *             "undo_class": "reversible",
                     *             "prepares": false,
                     *             "search_lag": null,
                     *             "look_up_window": null,
                     *             "timeout": "P1D",
                     *             "attempts": 5,
                     *             "undo_action": "deletePost",
                     *             "own": null
                     *           }
                     *         ],
                     *         "polls": [
                     *           {
                     *             "name": "mentions",
                     *             "title": "Posts that mention the account",
                     *             "type": "com.x.mention",
                     *             "input": {},
                     *             "from": null,
                     *             "interval": "P1D"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ConnectorChanges"];
                };
            };
        };
    };
    get_effects: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /** @description Narrow to this state */
                state?: components["schemas"]["EffectState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "position": "/do/2/post",
                     *           "ordinal": 1,
                     *           "phase": "do",
                     *           "undo_of": null,
                     *           "connection": "main",
                     *           "connector": "x",
                     *           "action": "x.createPost",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "INTENDED",
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "attempts": 1,
                     *           "attempts_lost": 1,
                     *           "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "arguments": {},
                     *           "output": {},
                     *           "reference": "1790000000000000000",
                     *           "url": "https://x.com/ganglion/status/1790000000000000000",
                     *           "reason": "Hours that we were down",
                     *           "dispatched_at": null,
                     *           "settled_at": null,
                     *           "evidence": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEffectView"];
                };
            };
        };
    };
    get_effects_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["EffectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/post",
                     *       "ordinal": 1,
                     *       "phase": "do",
                     *       "undo_of": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connection": "main",
                     *       "connector": "x",
                     *       "action": "x.createPost",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "INTENDED",
                     *       "retry_class": "pure",
                     *       "undo_class": "reversible",
                     *       "attempts": 1,
                     *       "attempts_lost": 1,
                     *       "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "arguments": {},
                     *       "output": {},
                     *       "reference": "1790000000000000000",
                     *       "url": "https://x.com/ganglion/status/1790000000000000000",
                     *       "reason": "Hours that we were down",
                     *       "dispatched_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "evidence": "response"
                     *     }
                     */
                    "application/json": components["schemas"]["Effect"];
                };
            };
        };
    };
    post_effects_id_look_up: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EffectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/post",
                     *       "ordinal": 1,
                     *       "phase": "do",
                     *       "undo_of": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connection": "main",
                     *       "connector": "x",
                     *       "action": "x.createPost",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "INTENDED",
                     *       "retry_class": "pure",
                     *       "undo_class": "reversible",
                     *       "attempts": 1,
                     *       "attempts_lost": 1,
                     *       "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "arguments": {},
                     *       "output": {},
                     *       "reference": "1790000000000000000",
                     *       "url": "https://x.com/ganglion/status/1790000000000000000",
                     *       "reason": "Hours that we were down",
                     *       "dispatched_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "evidence": "response"
                     *     }
                     */
                    "application/json": components["schemas"]["Effect"];
                };
            };
        };
    };
    post_effects_id_resolve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EffectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "landed",
                 *       "reference": "1790000000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["ResolveEffect"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "position": "/do/2/post",
                     *       "ordinal": 1,
                     *       "phase": "do",
                     *       "undo_of": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connection": "main",
                     *       "connector": "x",
                     *       "action": "x.createPost",
                     *       "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "INTENDED",
                     *       "retry_class": "pure",
                     *       "undo_class": "reversible",
                     *       "attempts": 1,
                     *       "attempts_lost": 1,
                     *       "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "arguments": {},
                     *       "output": {},
                     *       "reference": "1790000000000000000",
                     *       "url": "https://x.com/ganglion/status/1790000000000000000",
                     *       "reason": "Hours that we were down",
                     *       "dispatched_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "evidence": "response"
                     *     }
                     */
                    "application/json": components["schemas"]["Effect"];
                };
            };
        };
    };
    post_effects_id_undo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EffectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    get_endpoints: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "whe_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "url": "https://example.com/hooks/ganglion",
                     *           "description": "Our order desk",
                     *           "types": [
                     *             "text"
                     *           ],
                     *           "ordered": false,
                     *           "signature": "hmac",
                     *           "enabled": false,
                     *           "disabled_reason": "text",
                     *           "keys": [
                     *             {
                     *               "generation": 1,
                     *               "public_key": "text",
                     *               "created_at": "2026-11-29T10:00:00.000Z",
                     *               "expires_at": null
                     *             }
                     *           ],
                     *           "failures": 1,
                     *           "failing_since": null,
                     *           "rests_until": null,
                     *           "waiting": 1,
                     *           "created_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEndpointView"];
                };
            };
        };
    };
    post_endpoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks/ganglion",
                 *       "description": "the shop's backend",
                 *       "types": [
                 *         "run.succeeded",
                 *         "run.failed"
                 *       ],
                 *       "ordered": false,
                 *       "signature": "hmac"
                 *     }
                 */
                "application/json": components["schemas"]["EndpointBody"];
            };
        };
        responses: {
            /** @description Made; the secret is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "id": "whe_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "url": "https://example.com/hooks/ganglion",
                     *         "description": "Our order desk",
                     *         "types": [
                     *           "text"
                     *         ],
                     *         "ordered": false,
                     *         "signature": "hmac",
                     *         "enabled": false,
                     *         "disabled_reason": "text",
                     *         "keys": [
                     *           {
                     *             "generation": 1,
                     *             "public_key": "text",
                     *             "created_at": "2026-11-29T10:00:00.000Z",
                     *             "expires_at": null
                     *           }
                     *         ],
                     *         "failures": 1,
                     *         "failing_since": "2026-11-29T10:00:00.000Z",
                     *         "rests_until": "2026-11-29T10:00:00.000Z",
                     *         "waiting": 1,
                     *         "created_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewEndpoint"];
                };
            };
        };
    };
    get_endpoints_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "url": "https://example.com/hooks/ganglion",
                     *       "description": "Our order desk",
                     *       "types": [
                     *         "text"
                     *       ],
                     *       "ordered": false,
                     *       "signature": "hmac",
                     *       "enabled": false,
                     *       "disabled_reason": "text",
                     *       "keys": [
                     *         {
                     *           "generation": 1,
                     *           "public_key": "text",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "expires_at": null
                     *         }
                     *       ],
                     *       "failures": 1,
                     *       "failing_since": "2026-11-29T10:00:00.000Z",
                     *       "rests_until": "2026-11-29T10:00:00.000Z",
                     *       "waiting": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
        };
    };
    delete_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; it gets nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_endpoints_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks/ganglion",
                 *       "description": "Our order desk",
                 *       "types": [
                 *         "run.failed"
                 *       ],
                 *       "ordered": false,
                 *       "enabled": false
                 *     }
                 */
                "application/json": components["schemas"]["EndpointEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "url": "https://example.com/hooks/ganglion",
                     *       "description": "Our order desk",
                     *       "types": [
                     *         "text"
                     *       ],
                     *       "ordered": false,
                     *       "signature": "hmac",
                     *       "enabled": false,
                     *       "disabled_reason": "text",
                     *       "keys": [
                     *         {
                     *           "generation": 1,
                     *           "public_key": "text",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "expires_at": null
                     *         }
                     *       ],
                     *       "failures": 1,
                     *       "failing_since": "2026-11-29T10:00:00.000Z",
                     *       "rests_until": "2026-11-29T10:00:00.000Z",
                     *       "waiting": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
        };
    };
    get_endpoints_id_deliveries: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /** @description Narrow to this state */
                state?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "message": "msg_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "type": "run.succeeded",
                     *           "state": "delivered",
                     *           "tries": 1,
                     *           "next_try_at": null,
                     *           "reason": "Hours that we were down",
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-29T10:00:00.000Z",
                     *               "took_ms": 84,
                     *               "status": 1,
                     *               "reason": "Hours that we were down",
                     *               "answer_bytes": 1
                     *             }
                     *           ],
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "ended_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingDeliveryView"];
                };
            };
        };
    };
    post_endpoints_id_replay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "failed": true
                 *     }
                 */
                "application/json": components["schemas"]["EndpointReplay"];
            };
        };
        responses: {
            /** @description They are on their way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    post_endpoints_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["Overlap"];
            };
        };
        responses: {
            /** @description Made; the secret is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "id": "whe_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "url": "https://example.com/hooks/ganglion",
                     *         "description": "Our order desk",
                     *         "types": [
                     *           "text"
                     *         ],
                     *         "ordered": false,
                     *         "signature": "hmac",
                     *         "enabled": false,
                     *         "disabled_reason": "text",
                     *         "keys": [
                     *           {
                     *             "generation": 1,
                     *             "public_key": "text",
                     *             "created_at": "2026-11-29T10:00:00.000Z",
                     *             "expires_at": null
                     *           }
                     *         ],
                     *         "failures": 1,
                     *         "failing_since": "2026-11-29T10:00:00.000Z",
                     *         "rests_until": "2026-11-29T10:00:00.000Z",
                     *         "waiting": 1,
                     *         "created_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewEndpoint"];
                };
            };
        };
    };
    post_endpoints_id_test: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "run.succeeded"
                 *     }
                 */
                "application/json": components["schemas"]["EndpointTest"];
            };
        };
        responses: {
            /** @description On its way; the deliveries tell what came of it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "msg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "type": "run.succeeded",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "body": {},
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    get_event_types: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "run.succeeded",
                     *           "description": "A run has ended as it should.",
                     *           "schema": {},
                     *           "example": {}
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEventTypeView"];
                };
            };
        };
    };
    get_events: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this type
                 * @example com.example.order.paid
                 */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 1,
                     *           "run": null,
                     *           "stored_at": "2026-11-29T10:00:00.000Z",
                     *           "event": {}
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEventView"];
                };
            };
        };
    };
    post_events: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order": 7
                 *     }
                 */
                "application/json": Record<string, unknown>;
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "1",
                 *       "source": "https://shop.example.com",
                 *       "type": "com.example.order.paid",
                 *       "data": {
                 *         "order": 7
                 *       }
                 *     }
                 */
                "application/cloudevents+json": Record<string, unknown>;
                /**
                 * @example [
                 *       {
                 *         "specversion": "1.0",
                 *         "id": "2",
                 *         "source": "https://shop.example.com",
                 *         "type": "com.example.order.paid"
                 *       }
                 *     ]
                 */
                "application/cloudevents-batch+json": unknown[];
            };
        };
        responses: {
            /** @description Stored; what was known already is counted apart */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stored": 1,
                     *       "known": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AcceptedEvents"];
                };
            };
        };
    };
    get_events_stream: {
        parameters: {
            query?: {
                /**
                 * @description Names of event types, separated by commas; left out: all
                 * @example run.succeeded,run.failed
                 */
                types?: string;
            };
            header?: {
                /**
                 * @description The id of the last event that was seen; the stream goes on after it
                 * @example 10147
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    get_holds: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this run
                 * @example run_01h2xcejqtf2nbrexx3vqjhp41
                 */
                run?: string;
                /** @description Narrow to this state */
                state?: components["schemas"]["State"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "hld_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "member": null,
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "x",
                     *           "weight": 1,
                     *           "opened_at": "2026-11-29T10:00:00.000Z",
                     *           "closed_at": null,
                     *           "close_reason": null,
                     *           "zero_rate": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingHoldView"];
                };
            };
        };
    };
    get_invitations: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "email": "bob@example.com",
                     *           "role": "viewer",
                     *           "state": "pending",
                     *           "invited_by": "ann@example.com",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "expires_at": "2026-11-29T10:00:00.000Z",
                     *           "sent_at": null,
                     *           "decided_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingInvitationView"];
                };
            };
        };
    };
    post_invitations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.org",
                 *       "role": "operator"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            /** @description Invited; the mail goes out by itself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "email": "bob@example.com",
                     *       "role": "viewer",
                     *       "state": "pending",
                     *       "invited_by": "ann@example.com",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "sent_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    get_invitations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "email": "bob@example.com",
                     *       "role": "viewer",
                     *       "state": "pending",
                     *       "invited_by": "ann@example.com",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "sent_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    post_invitations_id_resend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "email": "bob@example.com",
                     *       "role": "viewer",
                     *       "state": "pending",
                     *       "invited_by": "ann@example.com",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "sent_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    post_invitations_id_revoke: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "email": "bob@example.com",
                     *       "role": "viewer",
                     *       "state": "pending",
                     *       "invited_by": "ann@example.com",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "expires_at": "2026-11-29T10:00:00.000Z",
                     *       "sent_at": "2026-11-29T10:00:00.000Z",
                     *       "decided_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    get_invoices: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "kind": "invoice",
                     *           "number": "GAN-000042",
                     *           "state": "open",
                     *           "month": "2026-11",
                     *           "total": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "due": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "issued_at": "2026-11-29T10:00:00.000Z",
                     *           "due_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingInvoiceSummaryView"];
                };
            };
        };
    };
    get_invoices_upcoming: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "number": "GAN-000042",
                     *       "state": "open",
                     *       "month": "2026-11",
                     *       "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *       "reason": "Hours that we were down",
                     *       "issuer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "currency": "EUR",
                     *       "lines": [
                     *         {
                     *           "kind": "fee",
                     *           "text": "Plan team",
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "quantity": 1296000,
                     *           "unit": "second",
                     *           "amount_minor": 2450
                     *         }
                     *       ],
                     *       "net_minor": 4900,
                     *       "tax": {
                     *         "name": "VAT",
                     *         "basis_points": 1900,
                     *         "amount_minor": 931
                     *       },
                     *       "total_minor": 5831,
                     *       "drawn_minor": 0,
                     *       "due_minor": 5831,
                     *       "recorded_ms": 7200000,
                     *       "billable_ms": 7200000,
                     *       "burst_ms": 0,
                     *       "usage": [
                     *         {
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent_name": "campaigner",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "label": "x @acme",
                     *           "recorded_ms": 3600000,
                     *           "billable_ms": 3600000
                     *         }
                     *       ],
                     *       "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *       "issued_at": "2026-11-29T10:00:00.000Z",
                     *       "due_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_by": "hand",
                     *       "reference": "1790000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    get_invoices_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "number": "GAN-000042",
                     *       "state": "open",
                     *       "month": "2026-11",
                     *       "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *       "reason": "Hours that we were down",
                     *       "issuer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "currency": "EUR",
                     *       "lines": [
                     *         {
                     *           "kind": "fee",
                     *           "text": "Plan team",
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "quantity": 1296000,
                     *           "unit": "second",
                     *           "amount_minor": 2450
                     *         }
                     *       ],
                     *       "net_minor": 4900,
                     *       "tax": {
                     *         "name": "VAT",
                     *         "basis_points": 1900,
                     *         "amount_minor": 931
                     *       },
                     *       "total_minor": 5831,
                     *       "drawn_minor": 0,
                     *       "due_minor": 5831,
                     *       "recorded_ms": 7200000,
                     *       "billable_ms": 7200000,
                     *       "burst_ms": 0,
                     *       "usage": [
                     *         {
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent_name": "campaigner",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "label": "x @acme",
                     *           "recorded_ms": 3600000,
                     *           "billable_ms": 3600000
                     *         }
                     *       ],
                     *       "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *       "issued_at": "2026-11-29T10:00:00.000Z",
                     *       "due_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_by": "hand",
                     *       "reference": "1790000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    get_invoices_id_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    get_invoices_id_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    get_lab_accounts: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "platform": "x",
                     *           "account": "account-1",
                     *           "created_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingAccountView"];
                };
            };
        };
    };
    post_lab_accounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "platform": "x"
                 *     }
                 */
                "application/json": components["schemas"]["AccountBody"];
            };
        };
        responses: {
            /** @description Opened; the credentials are never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "platform": "x",
                     *       "account": "account-1",
                     *       "connection": {}
                     *     }
                     */
                    "application/json": components["schemas"]["NewAccountView"];
                };
            };
        };
    };
    get_lab_contests: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "kind": "tournament",
                     *           "scenario": "lost-answer",
                     *           "version": 1,
                     *           "seed": 1,
                     *           "seeds": 100,
                     *           "state": "running",
                     *           "round": 1,
                     *           "entrants": [
                     *             {
                     *               "name": "reference",
                     *               "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *               "settings": {
                     *                 "/do/0/vote/with/times": 31
                     *               },
                     *               "alive": false
                     *             }
                     *           ],
                     *           "standings": [
                     *             {
                     *               "name": "candidate",
                     *               "workflow": null,
                     *               "mean": 1.92,
                     *               "low": 1.81,
                     *               "high": 2,
                     *               "judged": 100,
                     *               "trials": 100,
                     *               "failed": 0
                     *             }
                     *           ],
                     *           "winner": "reference",
                     *           "passed": false,
                     *           "test": null,
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "ended_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingContestView"];
                };
            };
        };
    };
    get_lab_contests_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["ContestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "tournament",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 1,
                     *       "seeds": 100,
                     *       "state": "running",
                     *       "round": 1,
                     *       "entrants": [
                     *         {
                     *           "name": "reference",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "settings": {
                     *             "/do/0/vote/with/times": 31
                     *           },
                     *           "alive": false
                     *         }
                     *       ],
                     *       "standings": [
                     *         {
                     *           "name": "candidate",
                     *           "workflow": null,
                     *           "mean": 1.92,
                     *           "low": 1.81,
                     *           "high": 2,
                     *           "judged": 100,
                     *           "trials": 100,
                     *           "failed": 0
                     *         }
                     *       ],
                     *       "winner": "reference",
                     *       "passed": false,
                     *       "test": {
                     *         "difference": 0.01,
                     *         "bound": -0.02,
                     *         "margin": 0.05,
                     *         "pairs": 100
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contest"];
                };
            };
        };
    };
    post_lab_contests_id_keep: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["ContestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": "1.1.0"
                 *     }
                 */
                "application/json": components["schemas"]["KeepVariant"];
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "namespace": "demo",
                     *       "name": "campaign",
                     *       "version": "1.0.0",
                     *       "title": "May I post?",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "definition": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
        };
    };
    post_lab_evolutions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenario": "weak-quorum",
                 *       "workflow": "laboratory/weak-quorum",
                 *       "seeds": 8
                 *     }
                 */
                "application/json": components["schemas"]["StartEvolution"];
            };
        };
        responses: {
            /** @description Accepted; its trials are held */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "tournament",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 1,
                     *       "seeds": 100,
                     *       "state": "running",
                     *       "round": 1,
                     *       "entrants": [
                     *         {
                     *           "name": "reference",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "settings": {
                     *             "/do/0/vote/with/times": 31
                     *           },
                     *           "alive": false
                     *         }
                     *       ],
                     *       "standings": [
                     *         {
                     *           "name": "candidate",
                     *           "workflow": null,
                     *           "mean": 1.92,
                     *           "low": 1.81,
                     *           "high": 2,
                     *           "judged": 100,
                     *           "trials": 100,
                     *           "failed": 0
                     *         }
                     *       ],
                     *       "winner": "reference",
                     *       "passed": false,
                     *       "test": {
                     *         "difference": 0.01,
                     *         "bound": -0.02,
                     *         "margin": 0.05,
                     *         "pairs": 100
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contest"];
                };
            };
        };
    };
    get_lab_faults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "6f1e0e3c-0c1c-4a52-9d0a-0a8f5cf1c111",
                     *           "platform": "x",
                     *           "account": "account-1",
                     *           "method": "POST",
                     *           "path_prefix": "/2/tweets",
                     *           "kind": "status_500_before",
                     *           "remaining": 3,
                     *           "probability": 0.5,
                     *           "seed": 42,
                     *           "delay_ms": 5000,
                     *           "seen": 0,
                     *           "struck": 0
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingFaultView"];
                };
            };
        };
    };
    post_lab_faults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "platform": "x",
                 *       "kind": "slow",
                 *       "delay_ms": 5000,
                 *       "remaining": 3
                 *     }
                 */
                "application/json": components["schemas"]["FaultBody"];
            };
        };
        responses: {
            /** @description Programmed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1e0e3c-0c1c-4a52-9d0a-0a8f5cf1c111",
                     *       "platform": "x",
                     *       "account": "account-1",
                     *       "method": "POST",
                     *       "path_prefix": "/2/tweets",
                     *       "kind": "status_500_before",
                     *       "remaining": 3,
                     *       "probability": 0.5,
                     *       "seed": 42,
                     *       "delay_ms": 5000,
                     *       "seen": 0,
                     *       "struck": 0
                     *     }
                     */
                    "application/json": components["schemas"]["FaultView"];
                };
            };
        };
    };
    delete_lab_faults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_lab_faults_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_lab_gate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenario": "lost-answer",
                 *       "candidate": "laboratory/lost-answer",
                 *       "seeds": 20
                 *     }
                 */
                "application/json": components["schemas"]["StartGate"];
            };
        };
        responses: {
            /** @description Accepted; its trials are held */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "tournament",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 1,
                     *       "seeds": 100,
                     *       "state": "running",
                     *       "round": 1,
                     *       "entrants": [
                     *         {
                     *           "name": "reference",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "settings": {
                     *             "/do/0/vote/with/times": 31
                     *           },
                     *           "alive": false
                     *         }
                     *       ],
                     *       "standings": [
                     *         {
                     *           "name": "candidate",
                     *           "workflow": null,
                     *           "mean": 1.92,
                     *           "low": 1.81,
                     *           "high": 2,
                     *           "judged": 100,
                     *           "trials": 100,
                     *           "failed": 0
                     *         }
                     *       ],
                     *       "winner": "reference",
                     *       "passed": false,
                     *       "test": {
                     *         "difference": 0.01,
                     *         "bound": -0.02,
                     *         "margin": 0.05,
                     *         "pairs": 100
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contest"];
                };
            };
        };
    };
    get_lab_journal: {
        parameters: {
            query?: {
                /**
                 * @description Of this account alone
                 * @example lab-account-1
                 */
                account?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /**
                 * @description Narrow to this kind
                 * @example post
                 */
                kind?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this platform
                 * @example x
                 */
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 1,
                     *           "platform": "x",
                     *           "account": "account-1",
                     *           "kind": "invoice",
                     *           "reference": "1790000000000000000",
                     *           "payload": {},
                     *           "at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEntryView"];
                };
            };
        };
    };
    get_lab_scenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "lost-answer",
                     *           "version": 1,
                     *           "title": "A lost answer",
                     *           "about": "The post is taken, and the connection breaks before X says so.",
                     *           "depth": 1,
                     *           "parts": {
                     *             "x": "x"
                     *           },
                     *           "input": [
                     *             "text"
                     *           ],
                     *           "faults": [
                     *             {
                     *               "part": "x",
                     *               "kind": "reset_after",
                     *               "method": "POST",
                     *               "odds": 1,
                     *               "chance": 1,
                     *               "least": 1,
                     *               "most": 1
                     *             }
                     *           ],
                     *           "goals": [
                     *             "the text stands once"
                     *           ],
                     *           "invariants": [
                     *             "nothing else is said"
                     *           ],
                     *           "approval": false,
                     *           "par_attempts": 1,
                     *           "max_attempts": 8,
                     *           "par_spend_micros": 1000,
                     *           "max_spend_micros": 8000,
                     *           "limit_seconds": 90,
                     *           "workflow": "document: {dsl: '1.0.3', namespace: laboratory, name: lost-answer}"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingScenarioView"];
                };
            };
        };
    };
    get_lab_scenarios_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "lost-answer",
                     *       "version": 1,
                     *       "title": "A lost answer",
                     *       "about": "The post is taken, and the connection breaks before X says so.",
                     *       "depth": 1,
                     *       "parts": {
                     *         "x": "x"
                     *       },
                     *       "input": [
                     *         "text"
                     *       ],
                     *       "faults": [
                     *         {
                     *           "part": "x",
                     *           "kind": "reset_after",
                     *           "method": "POST",
                     *           "odds": 1,
                     *           "chance": 1,
                     *           "least": 1,
                     *           "most": 1
                     *         }
                     *       ],
                     *       "goals": [
                     *         "the text stands once"
                     *       ],
                     *       "invariants": [
                     *         "nothing else is said"
                     *       ],
                     *       "approval": false,
                     *       "par_attempts": 1,
                     *       "max_attempts": 8,
                     *       "par_spend_micros": 1000,
                     *       "max_spend_micros": 8000,
                     *       "limit_seconds": 90,
                     *       "workflow": "document: {dsl: '1.0.3', namespace: laboratory, name: lost-answer}"
                     *     }
                     */
                    "application/json": components["schemas"]["Scenario"];
                };
            };
        };
    };
    get_lab_scenarios_name_leaderboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "candidate",
                     *           "workflow": null,
                     *           "mean": 1.92,
                     *           "low": 1.81,
                     *           "high": 2,
                     *           "judged": 100,
                     *           "trials": 100,
                     *           "failed": 0
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingStandingView"];
                };
            };
        };
    };
    post_lab_tournaments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenario": "lost-answer",
                 *       "workflows": [
                 *         "",
                 *         "laboratory/lost-answer"
                 *       ],
                 *       "seeds": 20
                 *     }
                 */
                "application/json": components["schemas"]["StartTournament"];
            };
        };
        responses: {
            /** @description Accepted; its trials are held */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "tournament",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 1,
                     *       "seeds": 100,
                     *       "state": "running",
                     *       "round": 1,
                     *       "entrants": [
                     *         {
                     *           "name": "reference",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "settings": {
                     *             "/do/0/vote/with/times": 31
                     *           },
                     *           "alive": false
                     *         }
                     *       ],
                     *       "standings": [
                     *         {
                     *           "name": "candidate",
                     *           "workflow": null,
                     *           "mean": 1.92,
                     *           "low": 1.81,
                     *           "high": 2,
                     *           "judged": 100,
                     *           "trials": 100,
                     *           "failed": 0
                     *         }
                     *       ],
                     *       "winner": "reference",
                     *       "passed": false,
                     *       "test": {
                     *         "difference": 0.01,
                     *         "bound": -0.02,
                     *         "margin": 0.05,
                     *         "pairs": 100
                     *       },
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contest"];
                };
            };
        };
    };
    get_lab_trials: {
        parameters: {
            query?: {
                /**
                 * @description Narrow to this contest
                 * @example cst_01h2xcejqtf2nbrexx3vqjhp41
                 */
                contest?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this scenario
                 * @example lost-answer
                 */
                scenario?: string;
                /** @description Narrow to this state */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "trl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "kind": "workflow",
                     *           "scenario": "lost-answer",
                     *           "version": 1,
                     *           "seed": 7,
                     *           "workflow": null,
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "input": {
                     *             "text": "The launch 4711 is here"
                     *           },
                     *           "connections": {
                     *             "main": "x"
                     *           },
                     *           "state": "queued",
                     *           "run": null,
                     *           "contest": null,
                     *           "entrant": "candidate",
                     *           "score": 0.9286,
                     *           "result": null,
                     *           "reason": "its world could not be opened: no laboratory",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "started_at": null,
                     *           "deadline": null,
                     *           "ended_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingTrialView"];
                };
            };
        };
    };
    post_lab_trials: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenario": "lost-answer",
                 *       "seed": 1,
                 *       "seeds": 20
                 *     }
                 */
                "application/json": components["schemas"]["StartTrials"];
            };
        };
        responses: {
            /** @description Accepted: each will be judged, or say why not */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "trl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "kind": "workflow",
                     *           "scenario": "lost-answer",
                     *           "version": 1,
                     *           "seed": 7,
                     *           "workflow": null,
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "input": {
                     *             "text": "The launch 4711 is here"
                     *           },
                     *           "connections": {
                     *             "main": "x"
                     *           },
                     *           "state": "queued",
                     *           "run": null,
                     *           "contest": null,
                     *           "entrant": "candidate",
                     *           "score": 0.9286,
                     *           "result": null,
                     *           "reason": "its world could not be opened: no laboratory",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "started_at": null,
                     *           "deadline": null,
                     *           "ended_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingTrialView"];
                };
            };
        };
    };
    get_lab_trials_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["TrialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "workflow",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 7,
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {
                     *         "text": "The launch 4711 is here"
                     *       },
                     *       "connections": {
                     *         "main": "x"
                     *       },
                     *       "state": "queued",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "contest": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "entrant": "candidate",
                     *       "score": 0.9286,
                     *       "result": {
                     *         "score": {
                     *           "earned": 1,
                     *           "mishaps": 0,
                     *           "effort": 0.0714,
                     *           "spend": 0,
                     *           "total": 0.9286
                     *         },
                     *         "facts": {
                     *           "depth": 1,
                     *           "coherent": true,
                     *           "goals": 1,
                     *           "attained": 1,
                     *           "duplicates": 0,
                     *           "losses": 0,
                     *           "unknowns": 0,
                     *           "attempts": 2,
                     *           "spend_micros": 1000
                     *         },
                     *         "goals": [
                     *           {
                     *             "name": "the text stands once",
                     *             "found": 1,
                     *             "attained": true
                     *           }
                     *         ],
                     *         "invariants": [
                     *           {
                     *             "name": "nothing else is said",
                     *             "found": 1,
                     *             "attained": true
                     *           }
                     *         ],
                     *         "journal": {
                     *           "x post.created": 1
                     *         },
                     *         "runs": [
                     *           {
                     *             "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *             "state": "SUCCEEDED",
                     *             "depth_peak": 1
                     *           }
                     *         ]
                     *       },
                     *       "reason": "its world could not be opened: no laboratory",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "deadline": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trial"];
                };
            };
        };
    };
    post_lab_trials_id_finish: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["TrialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be judged */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "workflow",
                     *       "scenario": "lost-answer",
                     *       "version": 1,
                     *       "seed": 7,
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {
                     *         "text": "The launch 4711 is here"
                     *       },
                     *       "connections": {
                     *         "main": "x"
                     *       },
                     *       "state": "queued",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "contest": "cst_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "entrant": "candidate",
                     *       "score": 0.9286,
                     *       "result": {
                     *         "score": {
                     *           "earned": 1,
                     *           "mishaps": 0,
                     *           "effort": 0.0714,
                     *           "spend": 0,
                     *           "total": 0.9286
                     *         },
                     *         "facts": {
                     *           "depth": 1,
                     *           "coherent": true,
                     *           "goals": 1,
                     *           "attained": 1,
                     *           "duplicates": 0,
                     *           "losses": 0,
                     *           "unknowns": 0,
                     *           "attempts": 2,
                     *           "spend_micros": 1000
                     *         },
                     *         "goals": [
                     *           {
                     *             "name": "the text stands once",
                     *             "found": 1,
                     *             "attained": true
                     *           }
                     *         ],
                     *         "invariants": [
                     *           {
                     *             "name": "nothing else is said",
                     *             "found": 1,
                     *             "attained": true
                     *           }
                     *         ],
                     *         "journal": {
                     *           "x post.created": 1
                     *         },
                     *         "runs": [
                     *           {
                     *             "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *             "state": "SUCCEEDED",
                     *             "depth_peak": 1
                     *           }
                     *         ]
                     *       },
                     *       "reason": "its world could not be opened: no laboratory",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "deadline": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trial"];
                };
            };
        };
    };
    get_ledger: {
        parameters: {
            query?: {
                /**
                 * @description Lines after this number alone, to be put behind those you have
                 * @example 1042
                 */
                after_seq?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "seq": 1042,
                     *       "kind": "hold",
                     *       "prev_hash": "9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9",
                     *       "hash": "1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4"
                     *     }
                     */
                    "application/jsonl": components["schemas"]["LedgerLine"];
                };
            };
        };
    };
    get_ledger_root: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seq": 1042,
                     *       "root": "9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9",
                     *       "data": [
                     *         {
                     *           "day": "2026-12-01",
                     *           "seq": 977,
                     *           "root": "1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["LedgerRoot"];
                };
            };
        };
    };
    get_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agents": [
                     *         {
                     *           "id": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "campaigner",
                     *           "paused_at": null
                     *         }
                     *       ],
                     *       "connections": [
                     *         {
                     *           "id": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "campaigner",
                     *           "connector": "x",
                     *           "label": "@ganglion_demo",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "status": "active"
                     *         }
                     *       ],
                     *       "runs": [
                     *         {
                     *           "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent": null,
                     *           "state": "QUEUED"
                     *         }
                     *       ],
                     *       "holds": [
                     *         {
                     *           "id": "hld_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "member": null,
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "x",
                     *           "weight": 1
                     *         }
                     *       ],
                     *       "effects": [
                     *         {
                     *           "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "position": "/do/2/post",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "INTENDED"
                     *         }
                     *       ],
                     *       "approvals": [
                     *         "apr_01h2xcejqtf2nbrexx3vqjhp41"
                     *       ],
                     *       "capacity": {
                     *         "k": 25,
                     *         "ceiling": 25,
                     *         "used": 7,
                     *         "waiting": 0
                     *       },
                     *       "cut": false
                     *     }
                     */
                    "application/json": components["schemas"]["CoordinationMap"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "api_key",
                     *       "actor": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "tenant": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "tenant_name": "Acme Research",
                     *       "role": "owner",
                     *       "scopes": [
                     *         "runs:read",
                     *         "runs:write"
                     *       ],
                     *       "person": {
                     *         "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "email": "ann@example.com",
                     *         "email_verified": false,
                     *         "name": "Ann Example"
                     *       },
                     *       "tenants": [
                     *         {
                     *           "tenant": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "Acme Research",
                     *           "role": "operator",
                     *           "purge_at": null,
                     *           "suspended": false
                     *         }
                     *       ],
                     *       "invitations": [
                     *         {
                     *           "id": "ivt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "tenant_name": "Acme Research",
                     *           "role": "viewer",
                     *           "invited_by": "ann@example.com",
                     *           "expires_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "operator": false,
                     *       "csrf_token": "k0Yl…"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    delete_me: {
        parameters: {
            query: {
                /** @description The person's own e-mail address as `GET /api/v1/me` shows it, so that it is meant; their identifier where they have none */
                confirm: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_me_invitations_id_accept: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant they belong to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "role": "operator",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "suspended": false
                     *     }
                     */
                    "application/json": components["schemas"]["Membership"];
                };
            };
        };
    };
    post_me_invitations_id_decline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declined */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_me_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "ann@example.com",
                     *       "kinds": [
                     *         {
                     *           "kind": "approvals",
                     *           "meaning": "Runs that ask for an approval you may give",
                     *           "channels": [
                     *             "mail"
                     *           ],
                     *           "by_default": false
                     *         }
                     *       ],
                     *       "slack": {
                     *         "host": "hooks.slack.com",
                     *         "signed": false,
                     *         "enabled": true,
                     *         "disabled_reason": "text",
                     *         "failures": 0,
                     *         "failing_since": null,
                     *         "changed_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "webhook": {
                     *         "host": "hooks.slack.com",
                     *         "signed": false,
                     *         "enabled": true,
                     *         "disabled_reason": "text",
                     *         "failures": 0,
                     *         "failing_since": null,
                     *         "changed_at": "2026-11-29T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Notifications"];
                };
            };
        };
    };
    patch_me_notifications: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kinds": {
                 *         "failures": [
                 *           "mail"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NotificationsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "ann@example.com",
                     *       "kinds": [
                     *         {
                     *           "kind": "approvals",
                     *           "meaning": "Runs that ask for an approval you may give",
                     *           "channels": [
                     *             "mail"
                     *           ],
                     *           "by_default": false
                     *         }
                     *       ],
                     *       "slack": {
                     *         "host": "hooks.slack.com",
                     *         "signed": false,
                     *         "enabled": true,
                     *         "disabled_reason": "text",
                     *         "failures": 0,
                     *         "failing_since": null,
                     *         "changed_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "webhook": {
                     *         "host": "hooks.slack.com",
                     *         "signed": false,
                     *         "enabled": true,
                     *         "disabled_reason": "text",
                     *         "failures": 0,
                     *         "failing_since": null,
                     *         "changed_at": "2026-11-29T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Notifications"];
                };
            };
        };
    };
    post_me_notifications_test: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "mail"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationTestBody"];
            };
        };
        responses: {
            /** @description It was sent; whether it was taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "mail",
                     *       "taken": true,
                     *       "reason": "it answered 500"
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationTest"];
                };
            };
        };
    };
    get_members: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "kind": "person",
                     *           "email": "ann@example.com",
                     *           "name": "Ann Example",
                     *           "role": "operator",
                     *           "joined_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingMemberView"];
                };
            };
        };
    };
    post_members: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "service",
                 *       "issuer": "https://issuer.example.com",
                 *       "subject": "service-account-ci",
                 *       "name": "CI",
                 *       "role": "operator"
                 *     }
                 */
                "application/json": components["schemas"]["ServiceBody"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "person",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Example",
                     *       "role": "operator",
                     *       "joined_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    get_members_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "person",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Example",
                     *       "role": "operator",
                     *       "joined_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    delete_members_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken out; they may do nothing more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_members_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "approver"
                 *     }
                 */
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "person",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Example",
                     *       "role": "operator",
                     *       "joined_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    post_members_id_transfer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "person",
                     *       "email": "ann@example.com",
                     *       "name": "Ann Example",
                     *       "role": "operator",
                     *       "joined_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    get_messages: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this type
                 * @example com.example.order.paid
                 */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "msg_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "type": "run.succeeded",
                     *           "run": null,
                     *           "body": {},
                     *           "created_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingMessageView"];
                };
            };
        };
    };
    get_messages_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "msg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "type": "run.succeeded",
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "body": {},
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    get_operator_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runs_due": 0,
                     *       "run_delay_seconds": 0.2,
                     *       "effects_in_doubt": 0,
                     *       "effects_in_doubt_age_seconds": 0,
                     *       "holds_open": 40,
                     *       "holds_leaked": 0,
                     *       "capacity_waiters": 0,
                     *       "capacity_wait_seconds": 0,
                     *       "system_waiters": 3,
                     *       "system_wait_seconds": 1.5,
                     *       "webhooks_waiting": 0,
                     *       "webhook_delay_seconds": 0,
                     *       "errands_failing": 0,
                     *       "errand_delay_seconds": 0,
                     *       "seal_lag_seconds": 0,
                     *       "workers": [
                     *         {
                     *           "id": 17,
                     *           "name": "worker-1:4711",
                     *           "state": "alive",
                     *           "started_at": "2026-11-29T10:00:00.000Z",
                     *           "heartbeat_at": "2026-11-29T10:00:00.000Z",
                     *           "lease_until": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlatformHealth"];
                };
            };
        };
    };
    get_operator_incidents: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "title": "Webhooks are late",
                     *           "impact": "degraded",
                     *           "state": "investigating",
                     *           "parts": [
                     *             "webhooks"
                     *           ],
                     *           "updates": [
                     *             {
                     *               "state": "investigating",
                     *               "message": "Deliveries wait for some minutes; none is lost.",
                     *               "at": "2026-11-29T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "started_at": "2026-11-29T10:00:00.000Z",
                     *           "resolved_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingIncidentView"];
                };
            };
        };
    };
    post_operator_incidents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Webhooks are late",
                 *       "impact": "degraded",
                 *       "parts": [
                 *         "webhooks"
                 *       ],
                 *       "message": "Deliveries wait for some minutes; none is lost."
                 *     }
                 */
                "application/json": components["schemas"]["IncidentBody"];
            };
        };
        responses: {
            /** @description Everybody is told */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "title": "Webhooks are late",
                     *       "impact": "degraded",
                     *       "state": "investigating",
                     *       "parts": [
                     *         "webhooks"
                     *       ],
                     *       "updates": [
                     *         {
                     *           "state": "investigating",
                     *           "message": "Deliveries wait for some minutes; none is lost.",
                     *           "at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "resolved_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    get_operator_incidents_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["IncidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "title": "Webhooks are late",
                     *       "impact": "degraded",
                     *       "state": "investigating",
                     *       "parts": [
                     *         "webhooks"
                     *       ],
                     *       "updates": [
                     *         {
                     *           "state": "investigating",
                     *           "message": "Deliveries wait for some minutes; none is lost.",
                     *           "at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "resolved_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    post_operator_incidents_id_updates: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["IncidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "resolved",
                 *       "message": "All deliveries have arrived."
                 *     }
                 */
                "application/json": components["schemas"]["IncidentUpdateBody"];
            };
        };
        responses: {
            /** @description Everybody is told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "title": "Webhooks are late",
                     *       "impact": "degraded",
                     *       "state": "investigating",
                     *       "parts": [
                     *         "webhooks"
                     *       ],
                     *       "updates": [
                     *         {
                     *           "state": "investigating",
                     *           "message": "Deliveries wait for some minutes; none is lost.",
                     *           "at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "resolved_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Incident"];
                };
            };
        };
    };
    get_operator_tenants: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description A part of the name in any case, or the identifier
                 * @example acme
                 */
                q?: string;
                /** @description Narrow to this state */
                state?: components["schemas"]["TenantState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "Acme Research",
                     *           "state": "active",
                     *           "plan": "team",
                     *           "k": 20,
                     *           "used": 12,
                     *           "unpaid": false,
                     *           "barred": "text",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "suspended_at": null,
                     *           "purge_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingOperatedTenantView"];
                };
            };
        };
    };
    get_operator_tenants_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "state": "active",
                     *       "plan": "team",
                     *       "k": 20,
                     *       "used": 12,
                     *       "unpaid": false,
                     *       "barred": "text",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "suspended_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatedTenant"];
                };
            };
        };
    };
    post_operator_tenants_tenant_invoices_id_credit_notes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 4900,
                 *       "reason": "Hours that we were down"
                 *     }
                 */
                "application/json": components["schemas"]["CreditBody"];
            };
        };
        responses: {
            /** @description The credit note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "number": "GAN-000042",
                     *       "state": "open",
                     *       "month": "2026-11",
                     *       "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *       "reason": "Hours that we were down",
                     *       "issuer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "currency": "EUR",
                     *       "lines": [
                     *         {
                     *           "kind": "fee",
                     *           "text": "Plan team",
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "quantity": 1296000,
                     *           "unit": "second",
                     *           "amount_minor": 2450
                     *         }
                     *       ],
                     *       "net_minor": 4900,
                     *       "tax": {
                     *         "name": "VAT",
                     *         "basis_points": 1900,
                     *         "amount_minor": 931
                     *       },
                     *       "total_minor": 5831,
                     *       "drawn_minor": 0,
                     *       "due_minor": 5831,
                     *       "recorded_ms": 7200000,
                     *       "billable_ms": 7200000,
                     *       "burst_ms": 0,
                     *       "usage": [
                     *         {
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent_name": "campaigner",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "label": "x @acme",
                     *           "recorded_ms": 3600000,
                     *           "billable_ms": 3600000
                     *         }
                     *       ],
                     *       "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *       "issued_at": "2026-11-29T10:00:00.000Z",
                     *       "due_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_by": "hand",
                     *       "reference": "1790000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    post_operator_tenants_tenant_invoices_id_paid: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "bank transfer of 29 November"
                 *     }
                 */
                "application/json": components["schemas"]["SettleBody"];
            };
        };
        responses: {
            /** @description Paid; a tenant suspended for it goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "number": "GAN-000042",
                     *       "state": "open",
                     *       "month": "2026-11",
                     *       "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *       "reason": "Hours that we were down",
                     *       "issuer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "currency": "EUR",
                     *       "lines": [
                     *         {
                     *           "kind": "fee",
                     *           "text": "Plan team",
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "quantity": 1296000,
                     *           "unit": "second",
                     *           "amount_minor": 2450
                     *         }
                     *       ],
                     *       "net_minor": 4900,
                     *       "tax": {
                     *         "name": "VAT",
                     *         "basis_points": 1900,
                     *         "amount_minor": 931
                     *       },
                     *       "total_minor": 5831,
                     *       "drawn_minor": 0,
                     *       "due_minor": 5831,
                     *       "recorded_ms": 7200000,
                     *       "billable_ms": 7200000,
                     *       "burst_ms": 0,
                     *       "usage": [
                     *         {
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent_name": "campaigner",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "label": "x @acme",
                     *           "recorded_ms": 3600000,
                     *           "billable_ms": 3600000
                     *         }
                     *       ],
                     *       "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *       "issued_at": "2026-11-29T10:00:00.000Z",
                     *       "due_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_by": "hand",
                     *       "reference": "1790000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    post_operator_tenants_tenant_invoices_id_void: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["InvoiceId"];
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "bank transfer of 29 November"
                 *     }
                 */
                "application/json": components["schemas"]["SettleBody"];
            };
        };
        responses: {
            /** @description Void; its number stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "number": "GAN-000042",
                     *       "state": "open",
                     *       "month": "2026-11",
                     *       "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *       "reason": "Hours that we were down",
                     *       "issuer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789"
                     *       },
                     *       "currency": "EUR",
                     *       "lines": [
                     *         {
                     *           "kind": "fee",
                     *           "text": "Plan team",
                     *           "from": "2026-11-29T10:00:00.000Z",
                     *           "to": "2026-11-29T10:00:00.000Z",
                     *           "quantity": 1296000,
                     *           "unit": "second",
                     *           "amount_minor": 2450
                     *         }
                     *       ],
                     *       "net_minor": 4900,
                     *       "tax": {
                     *         "name": "VAT",
                     *         "basis_points": 1900,
                     *         "amount_minor": 931
                     *       },
                     *       "total_minor": 5831,
                     *       "drawn_minor": 0,
                     *       "due_minor": 5831,
                     *       "recorded_ms": 7200000,
                     *       "billable_ms": 7200000,
                     *       "burst_ms": 0,
                     *       "usage": [
                     *         {
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "agent_name": "campaigner",
                     *           "connector": "x",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "label": "x @acme",
                     *           "recorded_ms": 3600000,
                     *           "billable_ms": 3600000
                     *         }
                     *       ],
                     *       "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *       "issued_at": "2026-11-29T10:00:00.000Z",
                     *       "due_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_at": "2026-11-29T10:00:00.000Z",
                     *       "settled_by": "hand",
                     *       "reference": "1790000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    get_operator_tenants_tenant_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "k": 40,
                     *       "requests_per_minute": 72000
                     *     }
                     */
                    "application/json": components["schemas"]["TenantLimits"];
                };
            };
        };
    };
    put_operator_tenants_tenant_limits: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "k": 40,
                 *       "requests_per_minute": 72000
                 *     }
                 */
                "application/json": components["schemas"]["TenantLimitsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "k": 40,
                     *       "requests_per_minute": 72000
                     *     }
                     */
                    "application/json": components["schemas"]["TenantLimits"];
                };
            };
        };
    };
    post_operator_tenants_tenant_reconciliation: {
        parameters: {
            query?: {
                /**
                 * @description Year and month
                 * @example 2026-10
                 */
                month?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both, and what differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-11",
                     *       "at": "2026-11-29T10:00:00.000Z",
                     *       "ledger_minor": 4900,
                     *       "sent_minor": 4900,
                     *       "metered_minor": 4900,
                     *       "due_minor": 5831,
                     *       "paid_minor": 5831,
                     *       "differences": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
        };
    };
    post_operator_tenants_tenant_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It goes on, unless it does not pay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "state": "active",
                     *       "plan": "team",
                     *       "k": 20,
                     *       "used": 12,
                     *       "unpaid": false,
                     *       "barred": "text",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "suspended_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatedTenant"];
                };
            };
        };
    };
    put_operator_tenants_tenant_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "k": 500,
                 *       "interval": "month",
                 *       "fee_minor": 200000,
                 *       "burst_minor": 40
                 *     }
                 */
                "application/json": components["schemas"]["EnterpriseBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "team",
                     *       "prices": "2026-11",
                     *       "interval": "month",
                     *       "fee": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_price": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "trial_ends": "2026-11-29T10:00:00.000Z",
                     *       "k": 25,
                     *       "burst": false,
                     *       "burst_cap": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_alert": 0,
                     *       "balance": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "payment": "hand",
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789",
                     *         "email": "accounts@acme.example"
                     *       },
                     *       "agreed_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
        };
    };
    post_operator_tenants_tenant_suspend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which tenant */
                tenant: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Spam from this account; write to abuse@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["SuspendBody"];
            };
        };
        responses: {
            /** @description Suspended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "state": "active",
                     *       "plan": "team",
                     *       "k": 20,
                     *       "used": 12,
                     *       "unpaid": false,
                     *       "barred": "text",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "suspended_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatedTenant"];
                };
            };
        };
    };
    get_plans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "prices": "2026-11",
                     *       "data": [
                     *         {
                     *           "name": "team",
                     *           "title": "Team",
                     *           "k": 25,
                     *           "month": null,
                     *           "year": null,
                     *           "burst": null,
                     *           "trial_days": 14,
                     *           "history_days": 90
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Plans"];
                };
            };
        };
    };
    get_runs: {
        parameters: {
            query?: {
                /**
                 * @description Runs of this agent
                 * @example agt_01h2xcejqtf2nbrexx3vqjhp41
                 */
                agent?: components["schemas"]["AgentId"];
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Runs that this run started
                 * @example run_01h2xcejqtf2nbrexx3vqjhp41
                 */
                parent?: components["schemas"]["RunId"];
                /** @description Narrow to this state */
                state?: components["schemas"]["RunState"];
                /**
                 * @description Runs of all versions of namespace/name, or of the version with this identifier
                 * @example demo/campaign
                 */
                workflow?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "QUEUED",
                     *           "phase": "completed",
                     *           "workflow": null,
                     *           "version": "1.0.0",
                     *           "agent": null,
                     *           "parent": null,
                     *           "input": {},
                     *           "priority": 1,
                     *           "output": {},
                     *           "error": {},
                     *           "waiting_for": {},
                     *           "coherent": false,
                     *           "depth_peak": 1,
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "started_at": null,
                     *           "ended_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingRunView"];
                };
            };
        };
    };
    post_runs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workflow": "demo/campaign:1.0.0",
                 *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                 *       "input": {
                 *         "topic": "launch"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StartRun"];
            };
        };
        responses: {
            /** @description Accepted; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    get_runs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    post_runs_id_acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                 *       "comment": "Refunded by hand."
                 *     }
                 */
                "application/json": components["schemas"]["Acknowledge"];
            };
        };
        responses: {
            /** @description Noted; the run goes on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    post_runs_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": {
                     *         "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "state": "QUEUED",
                     *         "phase": "completed",
                     *         "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "version": "1.0.0",
                     *         "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "input": {},
                     *         "priority": 1,
                     *         "output": {},
                     *         "error": {},
                     *         "waiting_for": {},
                     *         "coherent": false,
                     *         "depth_peak": 1,
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "started_at": "2026-11-29T10:00:00.000Z",
                     *         "ended_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "in_flight": [
                     *         "eff_01h2xcejqtf2nbrexx3vqjhp41"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Cancelled"];
                };
            };
        };
    };
    post_runs_id_compensate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes back what landed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    post_runs_id_complete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes no more steps */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    get_runs_id_effects: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "position": "/do/2/post",
                     *           "ordinal": 1,
                     *           "phase": "do",
                     *           "undo_of": null,
                     *           "connection": "main",
                     *           "connector": "x",
                     *           "action": "x.createPost",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "INTENDED",
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "attempts": 1,
                     *           "attempts_lost": 1,
                     *           "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "arguments": {},
                     *           "output": {},
                     *           "reference": "1790000000000000000",
                     *           "url": "https://x.com/ganglion/status/1790000000000000000",
                     *           "reason": "Hours that we were down",
                     *           "dispatched_at": null,
                     *           "settled_at": null,
                     *           "evidence": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingEffectView"];
                };
            };
        };
    };
    get_runs_id_events: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: {
                /**
                 * @description The id of the last event that was seen; the stream goes on after it
                 * @example 10147.0
                 */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {}
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingJsonNode"];
                };
            };
        };
    };
    get_runs_id_groups_key: {
        parameters: {
            query?: {
                /**
                 * @description Whole seconds to wait for its end
                 * @example 30s
                 */
                wait?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
        };
    };
    put_runs_id_groups_key: {
        parameters: {
            query?: {
                /**
                 * @description Whole seconds to wait for its end
                 * @example 30s
                 */
                wait?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "participants": [
                 *         {
                 *           "key": "order",
                 *           "connection": "binance",
                 *           "action": "binance.createOrder",
                 *           "input": {
                 *             "symbol": "BTCUSDT",
                 *             "side": "BUY",
                 *             "type": "MARKET",
                 *             "quoteOrderQty": "25"
                 *           }
                 *         },
                 *         {
                 *           "key": "tell",
                 *           "connection": "main",
                 *           "action": "x.createPost",
                 *           "input": {
                 *             "text": "We bought."
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SessionGroupBody"];
            };
        };
        responses: {
            /** @description It has ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
            /** @description It has not ended; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
        };
    };
    get_runs_id_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "root": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "depth_mean": 1,
                     *       "breadth_peak": 1,
                     *       "breadth_mean": 1.5,
                     *       "effects": [
                     *         {
                     *           "id": "eff_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "position": "/do/2/post",
                     *           "ordinal": 1,
                     *           "phase": "do",
                     *           "undo_of": null,
                     *           "connection": "main",
                     *           "connector": "x",
                     *           "action": "x.createPost",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "state": "INTENDED",
                     *           "retry_class": "pure",
                     *           "undo_class": "reversible",
                     *           "attempts": 1,
                     *           "attempts_lost": 1,
                     *           "arguments_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "arguments": {},
                     *           "output": {},
                     *           "reference": "1790000000000000000",
                     *           "url": "https://x.com/ganglion/status/1790000000000000000",
                     *           "reason": "Hours that we were down",
                     *           "dispatched_at": null,
                     *           "settled_at": null,
                     *           "evidence": null
                     *         }
                     *       ],
                     *       "state_read": [
                     *         {
                     *           "key": "announce",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "state_written": [
                     *         {
                     *           "key": "announce",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "state_restored": [
                     *         {
                     *           "key": "announce",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "state_kept": [
                     *         {
                     *           "key": "announce",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "holds": [
                     *         {
                     *           "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "x",
                     *           "label": "@ganglion on X",
                     *           "weight": 1,
                     *           "opened_at": "2026-11-29T10:00:00.000Z",
                     *           "closed_at": "2026-11-29T10:00:00.000Z",
                     *           "close_reason": "run_ended",
                     *           "depth_ms": 3600
                     *         }
                     *       ],
                     *       "charge": {
                     *         "depth_ms": 3600,
                     *         "billable_depth_ms": 3600
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    post_runs_id_retry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    post_runs_id_signal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "go",
                 *       "data": {
                 *         "by": "ada"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Signal"];
            };
        };
        responses: {
            /** @description Stored; the run as it is */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "state": "QUEUED",
                     *       "phase": "completed",
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "version": "1.0.0",
                     *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "parent": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "input": {},
                     *       "priority": 1,
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "coherent": false,
                     *       "depth_peak": 1,
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
        };
    };
    get_runs_id_steps: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "position": "/do/0/getPet",
                     *           "name": "post",
                     *           "state": "completed",
                     *           "attempts": 1,
                     *           "started_at": "2026-11-29T10:00:00.000Z",
                     *           "ended_at": "2026-11-29T10:00:00.000Z",
                     *           "output": {},
                     *           "error": {}
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingStepView"];
                };
            };
        };
    };
    get_runs_id_steps_key: {
        parameters: {
            query?: {
                /**
                 * @description Whole seconds to wait for its end
                 * @example 30s
                 */
                wait?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
        };
    };
    put_runs_id_steps_key: {
        parameters: {
            query?: {
                /**
                 * @description Whole seconds to wait for its end
                 * @example 30s
                 */
                wait?: string;
            };
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RunId"];
                /**
                 * @description The name that the caller gave it
                 * @example announce
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "main",
                 *       "action": "x.createPost",
                 *       "input": {
                 *         "text": "Hello"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SessionStepBody"];
            };
        };
        responses: {
            /** @description It has ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
            /** @description It has not ended; Location says where to look */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "key": "post-1",
                     *       "position": "/steps/post-1",
                     *       "state": "pending",
                     *       "body": {},
                     *       "output": {},
                     *       "error": {},
                     *       "waiting_for": {},
                     *       "attempts": 1,
                     *       "asked_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStep"];
                };
            };
        };
    };
    get_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ready",
                     *       "detail": "Sign in, or create an account."
                     *     }
                     */
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    get_sources: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "src_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "campaigner",
                     *           "type": "com.github",
                     *           "event_source": "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "verification": "standard",
                     *           "hmac": {},
                     *           "id_header": "X-GitHub-Delivery",
                     *           "type_header": "X-GitHub-Event",
                     *           "old_address_until": null,
                     *           "created_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingSourceView"];
                };
            };
        };
    };
    post_sources: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "GitHub",
                 *       "type": "com.github",
                 *       "verification": "standard",
                 *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                 *       "hmac": {
                 *         "header": "X-Hub-Signature-256",
                 *         "encoding": "hex",
                 *         "prefix": "sha256=",
                 *         "signs": "body",
                 *         "timestamp_header": "text"
                 *       },
                 *       "id_header": "X-GitHub-Delivery",
                 *       "type_header": "X-GitHub-Event"
                 *     }
                 */
                "application/json": components["schemas"]["SourceBody"];
            };
        };
        responses: {
            /** @description Made; the address is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "source": {
                     *         "id": "src_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "campaigner",
                     *         "type": "com.github",
                     *         "event_source": "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "verification": "standard",
                     *         "hmac": {},
                     *         "id_header": "X-GitHub-Delivery",
                     *         "type_header": "X-GitHub-Event",
                     *         "old_address_until": "2026-11-29T10:00:00.000Z",
                     *         "created_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "url": "https://ganglion.example/in/gi_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewSource"];
                };
            };
        };
    };
    get_sources_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "type": "com.github",
                     *       "event_source": "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "verification": "standard",
                     *       "hmac": {},
                     *       "id_header": "X-GitHub-Delivery",
                     *       "type_header": "X-GitHub-Event",
                     *       "old_address_until": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
        };
    };
    delete_sources_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; its address is no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_sources_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "campaigner",
                 *       "secret": "gk_live_01h2xcejqtf2nbrexx3vqjhp41",
                 *       "overlap": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["SourceEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "campaigner",
                     *       "type": "com.github",
                     *       "event_source": "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "verification": "standard",
                     *       "hmac": {},
                     *       "id_header": "X-GitHub-Delivery",
                     *       "type_header": "X-GitHub-Event",
                     *       "old_address_until": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
        };
    };
    post_sources_id_rotate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap": "PT24H"
                 *     }
                 */
                "application/json": components["schemas"]["Overlap"];
            };
        };
        responses: {
            /** @description Made; the address is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "source": {
                     *         "id": "src_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "campaigner",
                     *         "type": "com.github",
                     *         "event_source": "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "verification": "standard",
                     *         "hmac": {},
                     *         "id_header": "X-GitHub-Delivery",
                     *         "type_header": "X-GitHub-Event",
                     *         "old_address_until": "2026-11-29T10:00:00.000Z",
                     *         "created_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "url": "https://ganglion.example/in/gi_…"
                     *     }
                     */
                    "application/json": components["schemas"]["NewSource"];
                };
            };
        };
    };
    get_spend: {
        parameters: {
            query?: {
                /**
                 * @description A month of UTC; this one if left out
                 * @example 2026-12
                 */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-12",
                     *       "sums": [
                     *         {
                     *           "agent": null,
                     *           "connection": null,
                     *           "spent": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "reserved": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "cap": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Spend"];
                };
            };
        };
    };
    put_spend_caps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                 *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                 *       "currency": "USD",
                 *       "amount_minor": 5000
                 *     }
                 */
                "application/json": components["schemas"]["SpendCap"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-12",
                     *       "sums": [
                     *         {
                     *           "agent": null,
                     *           "connection": null,
                     *           "spent": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "reserved": {
                     *             "amount_minor": 4900,
                     *             "currency": "EUR"
                     *           },
                     *           "cap": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Spend"];
                };
            };
        };
    };
    get_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "operational",
                     *       "parts": [
                     *         {
                     *           "name": "workers",
                     *           "state": "operational"
                     *         }
                     *       ],
                     *       "incidents": [
                     *         {
                     *           "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "title": "Webhooks are late",
                     *           "impact": "degraded",
                     *           "state": "investigating",
                     *           "parts": [
                     *             "webhooks"
                     *           ],
                     *           "updates": [
                     *             {
                     *               "state": "investigating",
                     *               "message": "Deliveries wait for some minutes; none is lost.",
                     *               "at": "2026-11-29T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "started_at": "2026-11-29T10:00:00.000Z",
                     *           "resolved_at": null
                     *         }
                     *       ],
                     *       "checked_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    get_status_incidents: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "inc_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "title": "Webhooks are late",
                     *           "impact": "degraded",
                     *           "state": "investigating",
                     *           "parts": [
                     *             "webhooks"
                     *           ],
                     *           "updates": [
                     *             {
                     *               "state": "investigating",
                     *               "message": "Deliveries wait for some minutes; none is lost.",
                     *               "at": "2026-11-29T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "started_at": "2026-11-29T10:00:00.000Z",
                     *           "resolved_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingIncidentView"];
                };
            };
        };
    };
    get_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "team",
                     *       "prices": "2026-11",
                     *       "interval": "month",
                     *       "fee": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_price": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "trial_ends": "2026-11-29T10:00:00.000Z",
                     *       "k": 25,
                     *       "burst": false,
                     *       "burst_cap": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_alert": 0,
                     *       "balance": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "payment": "hand",
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789",
                     *         "email": "accounts@acme.example"
                     *       },
                     *       "agreed_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
        };
    };
    patch_subscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": "team",
                 *       "burst": true,
                 *       "burst_cap": {
                 *         "amount_minor": 5000,
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "team",
                     *       "prices": "2026-11",
                     *       "interval": "month",
                     *       "fee": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_price": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "trial_ends": "2026-11-29T10:00:00.000Z",
                     *       "k": 25,
                     *       "burst": false,
                     *       "burst_cap": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "burst_alert": 0,
                     *       "balance": {
                     *         "amount_minor": 4900,
                     *         "currency": "EUR"
                     *       },
                     *       "payment": "hand",
                     *       "customer": {
                     *         "name": "Acme Research GmbH",
                     *         "address": "1 Main Street\n10115 Berlin",
                     *         "tax_id": "DE123456789",
                     *         "email": "accounts@acme.example"
                     *       },
                     *       "agreed_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
        };
    };
    get_subscription_preview: {
        parameters: {
            query?: {
                /**
                 * @description Left out: it stays
                 * @example year
                 */
                interval?: components["schemas"]["IntervalText"];
                /**
                 * @description Of GET /plans; left out: it stays
                 * @example scale
                 */
                plan?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subscription": {
                     *         "plan": "team",
                     *         "prices": "2026-11",
                     *         "interval": "month",
                     *         "fee": {
                     *           "amount_minor": 4900,
                     *           "currency": "EUR"
                     *         },
                     *         "burst_price": {
                     *           "amount_minor": 4900,
                     *           "currency": "EUR"
                     *         },
                     *         "trial_ends": "2026-11-29T10:00:00.000Z",
                     *         "k": 25,
                     *         "burst": false,
                     *         "burst_cap": {
                     *           "amount_minor": 4900,
                     *           "currency": "EUR"
                     *         },
                     *         "burst_alert": 0,
                     *         "balance": {
                     *           "amount_minor": 4900,
                     *           "currency": "EUR"
                     *         },
                     *         "payment": "hand",
                     *         "customer": {
                     *           "name": "Acme Research GmbH",
                     *           "address": "1 Main Street\n10115 Berlin",
                     *           "tax_id": "DE123456789",
                     *           "email": "accounts@acme.example"
                     *         },
                     *         "agreed_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "upcoming": {
                     *         "id": "inv_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "kind": "invoice",
                     *         "number": "GAN-000042",
                     *         "state": "open",
                     *         "month": "2026-11",
                     *         "about": "inv_01h2xcejqtf2nbrexx3vqjhp40",
                     *         "reason": "Hours that we were down",
                     *         "issuer": {
                     *           "name": "Acme Research GmbH",
                     *           "address": "1 Main Street\n10115 Berlin",
                     *           "tax_id": "DE123456789"
                     *         },
                     *         "customer": {
                     *           "name": "Acme Research GmbH",
                     *           "address": "1 Main Street\n10115 Berlin",
                     *           "tax_id": "DE123456789"
                     *         },
                     *         "currency": "EUR",
                     *         "lines": [
                     *           {
                     *             "kind": "fee",
                     *             "text": "Plan team",
                     *             "from": "2026-11-29T10:00:00.000Z",
                     *             "to": "2026-11-29T10:00:00.000Z",
                     *             "quantity": 1296000,
                     *             "unit": "second",
                     *             "amount_minor": 2450
                     *           }
                     *         ],
                     *         "net_minor": 4900,
                     *         "tax": {
                     *           "name": "VAT",
                     *           "basis_points": 1900,
                     *           "amount_minor": 931
                     *         },
                     *         "total_minor": 5831,
                     *         "drawn_minor": 0,
                     *         "due_minor": 5831,
                     *         "recorded_ms": 7200000,
                     *         "billable_ms": 7200000,
                     *         "burst_ms": 0,
                     *         "usage": [
                     *           {
                     *             "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *             "agent_name": "campaigner",
                     *             "connector": "x",
                     *             "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *             "label": "x @acme",
                     *             "recorded_ms": 3600000,
                     *             "billable_ms": 3600000
                     *           }
                     *         ],
                     *         "payment": "IBAN DE02 1203 0000 0000 2020 51",
                     *         "issued_at": "2026-11-29T10:00:00.000Z",
                     *         "due_at": "2026-11-29T10:00:00.000Z",
                     *         "settled_at": "2026-11-29T10:00:00.000Z",
                     *         "settled_by": "hand",
                     *         "reference": "1790000000000000000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionPreview"];
                };
            };
        };
    };
    get_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "deleted_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    delete_tenant: {
        parameters: {
            query: {
                /**
                 * @description The tenant's name, so that it is meant
                 * @example demo/campaign
                 */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; it can be had back until purge_at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "deleted_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    patch_tenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Example"
                 *     }
                 */
                "application/json": components["schemas"]["TenantBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "deleted_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    get_tenant_approval_links: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mail": false,
                     *       "slack": false
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalLinkSetting"];
                };
            };
        };
    };
    patch_tenant_approval_links: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mail": true,
                 *       "slack": false
                 *     }
                 */
                "application/json": components["schemas"]["ApprovalLinkSettingEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mail": false,
                     *       "slack": false
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovalLinkSetting"];
                };
            };
        };
    };
    get_tenant_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "table": "run",
                     *       "row": {}
                     *     }
                     */
                    "application/jsonl": components["schemas"]["ExportLine"];
                };
            };
        };
    };
    post_tenant_leave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_tenant_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "name": "Acme Research",
                     *         "created_at": "2026-11-29T10:00:00.000Z",
                     *         "deleted_at": "2026-11-29T10:00:00.000Z",
                     *         "purge_at": "2026-11-29T10:00:00.000Z",
                     *         "paused_at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "in_flight": [
                     *         "eff_01h2xcejqtf2nbrexx3vqjhp41"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PausedTenant"];
                };
            };
        };
    };
    post_tenant_restore: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was before its deletion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "deleted_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    post_tenant_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "deleted_at": "2026-11-29T10:00:00.000Z",
                     *       "purge_at": "2026-11-29T10:00:00.000Z",
                     *       "paused_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
        };
    };
    get_tenant_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redirect_uri": "https://id.example.org/realms/ganglion/broker/ten_01h2xcejqtf2nbrexx3vqjhp41/endpoint",
                     *       "entity_id": "https://example.com/saml",
                     *       "metadata_url": "https://ganglion.example.com/metadata",
                     *       "sign_in_url": "https://ganglion.example.com/auth/organization",
                     *       "domains": [
                     *         {
                     *           "domain": "example.com",
                     *           "record_name": "_ganglion.example.com",
                     *           "record_value": "ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "verified_at": null
                     *         }
                     *       ],
                     *       "provider": {
                     *         "kind": "oidc",
                     *         "issuer": "https://login.example.com",
                     *         "client_id": "ganglion",
                     *         "enforced": false,
                     *         "used_at": null,
                     *         "changed_at": "2026-11-29T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TenantSignIn"];
                };
            };
        };
    };
    post_tenant_sign_in_domains: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domain": "example.com"
                 *     }
                 */
                "application/json": components["schemas"]["DomainBody"];
            };
        };
        responses: {
            /** @description Named; it counts once it is verified */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "example.com",
                     *       "record_name": "_ganglion.example.com",
                     *       "record_value": "ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "verified_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInDomain"];
                };
            };
        };
    };
    delete_tenant_sign_in_domains_domain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An e-mail domain
                 * @example example.com
                 */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; its people sign in as others do */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_tenant_sign_in_domains_domain_verification: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description An e-mail domain
                 * @example example.com
                 */
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "example.com",
                     *       "record_name": "_ganglion.example.com",
                     *       "record_value": "ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "verified_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInDomain"];
                };
            };
        };
    };
    put_tenant_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "oidc",
                 *       "issuer": "https://idp.example.com",
                 *       "client_id": "ganglion",
                 *       "client_secret": "s3cret"
                 *     }
                 */
                "application/json": components["schemas"]["SignInProviderBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "oidc",
                     *       "issuer": "https://login.example.com",
                     *       "client_id": "ganglion",
                     *       "enforced": false,
                     *       "used_at": "2026-11-29T10:00:00.000Z",
                     *       "changed_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInProvider"];
                };
            };
        };
    };
    delete_tenant_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; people sign in as others do */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_tenant_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enforced": true
                 *     }
                 */
                "application/json": components["schemas"]["EnforcedBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "oidc",
                     *       "issuer": "https://login.example.com",
                     *       "client_id": "ganglion",
                     *       "enforced": false,
                     *       "used_at": "2026-11-29T10:00:00.000Z",
                     *       "changed_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInProvider"];
                };
            };
        };
    };
    post_tenants: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Example"
                 *     }
                 */
                "application/json": components["schemas"]["TenantBody"];
            };
        };
        responses: {
            /** @description Created; the key's secret is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Acme Research",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "api_key": {
                     *         "id": "key_01h2xcejqtf2nbrexx3vqjhp41",
                     *         "secret": "gk_live_…"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NewTenant"];
                };
            };
        };
    };
    get_triggers: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "name": "Mentions",
                     *           "connection": null,
                     *           "connector": "x",
                     *           "poll": "mentions",
                     *           "arguments": {},
                     *           "type": "com.x.mention",
                     *           "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "interval": "P1D",
                     *           "state": "active",
                     *           "waits_for": "the connection is paused",
                     *           "cursor": {},
                     *           "published": 12,
                     *           "failures": 0,
                     *           "last_error": null,
                     *           "last_poll_at": null,
                     *           "next_poll_at": null,
                     *           "created_at": "2026-11-29T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingTriggerView"];
                };
            };
        };
    };
    post_triggers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mentions",
                 *       "connection": "x",
                 *       "poll": "mentions",
                 *       "arguments": {},
                 *       "type": "com.x.mention",
                 *       "interval": "PT1M",
                 *       "from": "1990000000123"
                 *     }
                 */
                "application/json": components["schemas"]["TriggerBody"];
            };
        };
        responses: {
            /** @description Made; it is read for the first time at once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Mentions",
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connector": "x",
                     *       "poll": "mentions",
                     *       "arguments": {},
                     *       "type": "com.x.mention",
                     *       "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "interval": "P1D",
                     *       "state": "active",
                     *       "waits_for": "the connection is paused",
                     *       "cursor": {},
                     *       "published": 12,
                     *       "failures": 0,
                     *       "last_error": {
                     *         "status": 503,
                     *         "detail": "X answered 503",
                     *         "at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "last_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "next_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trigger"];
                };
            };
        };
    };
    get_triggers_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Mentions",
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connector": "x",
                     *       "poll": "mentions",
                     *       "arguments": {},
                     *       "type": "com.x.mention",
                     *       "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "interval": "P1D",
                     *       "state": "active",
                     *       "waits_for": "the connection is paused",
                     *       "cursor": {},
                     *       "published": 12,
                     *       "failures": 0,
                     *       "last_error": {
                     *         "status": 503,
                     *         "detail": "X answered 503",
                     *         "at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "last_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "next_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trigger"];
                };
            };
        };
    };
    delete_triggers_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; how far it was read is no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_triggers_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mentions",
                 *       "interval": "PT5M"
                 *     }
                 */
                "application/json": components["schemas"]["TriggerEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Mentions",
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connector": "x",
                     *       "poll": "mentions",
                     *       "arguments": {},
                     *       "type": "com.x.mention",
                     *       "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "interval": "P1D",
                     *       "state": "active",
                     *       "waits_for": "the connection is paused",
                     *       "cursor": {},
                     *       "published": 12,
                     *       "failures": 0,
                     *       "last_error": {
                     *         "status": 503,
                     *         "detail": "X answered 503",
                     *         "at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "last_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "next_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trigger"];
                };
            };
        };
    };
    post_triggers_id_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Mentions",
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connector": "x",
                     *       "poll": "mentions",
                     *       "arguments": {},
                     *       "type": "com.x.mention",
                     *       "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "interval": "P1D",
                     *       "state": "active",
                     *       "waits_for": "the connection is paused",
                     *       "cursor": {},
                     *       "published": 12,
                     *       "failures": 0,
                     *       "last_error": {
                     *         "status": 503,
                     *         "detail": "X answered 503",
                     *         "at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "last_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "next_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trigger"];
                };
            };
        };
    };
    post_triggers_id_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what was read; a thing that has changed since is left alone and answers 412
                 * @example "7"
                 */
                "If-Match"?: string;
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "name": "Mentions",
                     *       "connection": "con_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "connector": "x",
                     *       "poll": "mentions",
                     *       "arguments": {},
                     *       "type": "com.x.mention",
                     *       "event_source": "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "interval": "P1D",
                     *       "state": "active",
                     *       "waits_for": "the connection is paused",
                     *       "cursor": {},
                     *       "published": 12,
                     *       "failures": 0,
                     *       "last_error": {
                     *         "status": 503,
                     *         "detail": "X answered 503",
                     *         "at": "2026-11-29T10:00:00.000Z"
                     *       },
                     *       "last_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "next_poll_at": "2026-11-29T10:00:00.000Z",
                     *       "created_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Trigger"];
                };
            };
        };
    };
    get_usage: {
        parameters: {
            query?: {
                /**
                 * @description One of hour, day (the default) and month, and any of agent, workflow, system and connector, separated by commas
                 * @example day,connector
                 */
                by?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /**
                 * @description Hours that begin at or after it; the start of the month if left out
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Hours that begin before it; now if left out. At most 31 days after from by the hour, 400 by the day, 3,700 by the month
                 * @example 2026-12-08T00:00:00Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "start": "2026-12-01T00:00:00.000Z",
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "x",
                     *           "recorded_ms": 5400000,
                     *           "billable_ms": 3600000,
                     *           "cu_hours": "1.000000"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingUsageView"];
                };
            };
        };
    };
    get_usage_money: {
        parameters: {
            query?: {
                /**
                 * @description One of hour, day (the default) and month, and any of agent, workflow, system and connector, separated by commas
                 * @example hour,workflow
                 */
                by?: string;
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /**
                 * @description Acts intended at or after it; the start of the month if left out
                 * @example 2026-12-01T00:00:00Z
                 */
                from?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Acts intended before it; now if left out. At most 31 days after from by the hour, 400 by the day, 3,700 by the month
                 * @example 2026-12-08T00:00:00Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "start": "2026-12-01T00:00:00.000Z",
                     *           "agent": "agt_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "system": "sys_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "connector": "model",
                     *           "currency": "USD",
                     *           "acts": 40,
                     *           "spent_minor": "12.500000",
                     *           "reserved_minor": "0.000000"
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingMoneyUsageView"];
                };
            };
        };
    };
    post_vault_rotations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way; GET it to see how far */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rot_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "stage": "renew",
                     *       "master": "keyset:1234567890",
                     *       "rewrapped": 3,
                     *       "renewed": 3,
                     *       "resealed": 12,
                     *       "retired": 0,
                     *       "failed": 0,
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["VaultRotation"];
                };
            };
        };
    };
    get_vault_rotations_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["RotationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rot_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "stage": "renew",
                     *       "master": "keyset:1234567890",
                     *       "rewrapped": 3,
                     *       "renewed": 3,
                     *       "resealed": 12,
                     *       "retired": 0,
                     *       "failed": 0,
                     *       "started_at": "2026-11-29T10:00:00.000Z",
                     *       "ended_at": "2026-11-29T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["VaultRotation"];
                };
            };
        };
    };
    get_workflow_language: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dsl": "1.0.3",
                     *       "metadata": {},
                     *       "functions": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowLanguage"];
                };
            };
        };
    };
    get_workflows: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before; left out for the first page */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Narrow to this name
                 * @example demo/campaign
                 */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *           "namespace": "demo",
                     *           "name": "campaign",
                     *           "version": "1.0.0",
                     *           "title": "May I post?",
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "created_at": "2026-11-29T10:00:00.000Z",
                     *           "definition": {}
                     *         }
                     *       ],
                     *       "next_cursor": "eyJhdCI6MX0"
                     *     }
                     */
                    "application/json": components["schemas"]["ListingWorkflowView"];
                };
            };
        };
    };
    post_workflows: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example document: {dsl: '1.0.3', namespace: demo, name: hello, version: '1.0.0'}
                 *     do:
                 *       - greet: {set: {text: hello}}
                 */
                "application/yaml": string;
                /**
                 * @example {
                 *       "document": {
                 *         "dsl": "1.0.3",
                 *         "namespace": "demo",
                 *         "name": "hello",
                 *         "version": "1.0.0"
                 *       },
                 *       "do": [
                 *         {
                 *           "greet": {
                 *             "set": {
                 *               "text": "hello"
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description It was stored before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "namespace": "demo",
                     *       "name": "campaign",
                     *       "version": "1.0.0",
                     *       "title": "May I post?",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "definition": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "namespace": "demo",
                     *       "name": "campaign",
                     *       "version": "1.0.0",
                     *       "title": "May I post?",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "definition": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
        };
    };
    post_workflows_validate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example document: {dsl: '1.0.3', namespace: demo, name: hello, version: '1.0.0'}
                 *     do:
                 *       - greet: {set: {text: hello}}
                 */
                "application/yaml": string;
                /**
                 * @example {
                 *       "document": {
                 *         "dsl": "1.0.3",
                 *         "namespace": "demo",
                 *         "name": "hello",
                 *         "version": "1.0.0"
                 *       },
                 *       "do": [
                 *         {
                 *           "greet": {
                 *             "set": {
                 *               "text": "hello"
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "namespace": "demo",
                     *       "name": "campaign",
                     *       "version": "1.0.0"
                     *     }
                     */
                    "application/json": components["schemas"]["ValidWorkflow"];
                };
            };
        };
    };
    get_workflows_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "namespace": "demo",
                     *       "name": "campaign",
                     *       "version": "1.0.0",
                     *       "title": "May I post?",
                     *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "created_at": "2026-11-29T10:00:00.000Z",
                     *       "definition": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
        };
    };
    get_workflows_id_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one */
                id: components["schemas"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "paused": false,
                     *       "next_at": "2026-11-29T10:00:00.000Z",
                     *       "last_started_at": "2026-11-29T10:00:00.000Z",
                     *       "last_run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "started": 1,
                     *       "skipped": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Schedule"];
                };
            };
        };
    };
    post_workflows_id_schedule_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "paused": false,
                     *       "next_at": "2026-11-29T10:00:00.000Z",
                     *       "last_started_at": "2026-11-29T10:00:00.000Z",
                     *       "last_run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "started": 1,
                     *       "skipped": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Schedule"];
                };
            };
        };
    };
    post_workflows_id_schedule_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Which one */
                id: components["schemas"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workflow": "wfl_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "kind": "invoice",
                     *       "paused": false,
                     *       "next_at": "2026-11-29T10:00:00.000Z",
                     *       "last_started_at": "2026-11-29T10:00:00.000Z",
                     *       "last_run": "run_01h2xcejqtf2nbrexx3vqjhp41",
                     *       "started": 1,
                     *       "skipped": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Schedule"];
                };
            };
        };
    };
    getken: {
        parameters: {
            query?: {
                /**
                 * @description What X wants to have signed
                 * @example challenge
                 */
                crc_token?: string;
                /**
                 * @description What X sends beside its token; not looked at
                 * @example a9
                 */
                nonce?: string;
            };
            header?: never;
            path: {
                /** @description The secret part of the address */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "response_token": "sha256=x0mYd8hz2goCTfcNAaMqENy2BFgJJfJOb4PdvTffpwg="
                     *     }
                     */
                    "application/json": components["schemas"]["Challenged"];
                };
            };
        };
    };
    postken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same body, the request is answered as the first time, for 48 hours
                 * @example order-2026-11-29-0001
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The secret part of the address */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/cloudevents+json": unknown;
                "application/cloudevents-batch+json": unknown;
            };
        };
        responses: {
            /** @description Stored; a platform is answered 200 or 204, with what it wants to hear */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stored": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
        };
    };
}
