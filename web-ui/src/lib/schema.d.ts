// Made by `npm run api` from the backend's OpenAPI document. Don't edit.

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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingAgentView"];
                    };
                };
            };
        };
        put?: never;
        /** Create an agent */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Agent"];
                    };
                };
            };
        };
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
        /** Get an agent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Agent"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete an agent
         * @description Its runs go on; its state and history stay on record.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
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
        options?: never;
        head?: never;
        /**
         * Change an agent
         * @description Members that are left out stay; If-Match guards against lost updates.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["AgentId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Agent"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ListingStateView"];
                    };
                };
            };
        };
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
        /** Get a state entry */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
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
                        "application/json": components["schemas"]["StateEntry"];
                    };
                };
            };
        };
        /**
         * Set a state entry
         * @description If-Match with the version seen; "0" for no entry yet.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["AgentId"];
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["StateEntry"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a state entry
         * @description Its history stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["AgentId"];
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
        options?: never;
        head?: never;
        /**
         * Merge into a state entry
         * @description A JSON Merge Patch (RFC 7396).
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["AgentId"];
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["StateEntry"];
                    };
                };
            };
        };
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
         * @description Newest first: who wrote it, in which run and step.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["AgentId"];
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
                        "application/json": components["schemas"]["ListingStateVersion"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingApiKeyView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key
         * @description It can't be given a scope that the key which makes it lacks.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApiKeyBody"];
                };
            };
            responses: {
                /** @description Made; the secret is never shown again */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        /** Get an API key */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["ApiKeyId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RotateApiKey"];
                };
            };
            responses: {
                /** @description Made; the secret is never shown again */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    agent?: string;
                    cursor?: string;
                    limit?: string;
                    run?: string;
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
                        "application/json": components["schemas"]["ListingApprovalView"];
                    };
                };
            };
        };
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
        /** Get an approval */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Approval"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["ApprovalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Approval"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["ApprovalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Approval"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingAuditEntryView"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/jsonl": components["schemas"]["AuditEntry"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/json": components["schemas"]["AuditVerdict"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingConnectionView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Connect an account
         * @description The platform is asked who this is; credentials are sealed and never shown.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewConnection"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
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
        /** Get a connection */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a connection
         * @description Its credentials are erased.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
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
         * @description Nothing is sent through it any more; steps that want it wait until it is resumed.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
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
        /** Resume a connection */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["ConnectionId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RotateConnection"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
            };
        };
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
         * @description All of them, by name, with their actions and limits.
         */
        get: {
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
                        "application/json": components["schemas"]["ListingConnectorView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
        /** Get a connector */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Connector"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingEffectView"];
                    };
                };
            };
        };
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
        /** Get an effect */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Effect"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Effect"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["EffectId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Effect"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingEventView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Send events
         * @description CloudEvents 1.0 by the HTTP binding: application/cloudevents+json, application/cloudevents-batch+json (all or none), or the data alone with ce- headers. An event of at most 256 KiB is stored once by source and id, before anybody need listen.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedEvents"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingInvitationView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite a person
         * @description By mail, for seven days. Who accepts must sign in with that very address, verified.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationBody"];
                };
            };
            responses: {
                /** @description Invited; the mail goes out by itself */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        /** Get an invitation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
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
        /** Take an invitation back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingAccountView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Open an account at a simulated platform
         * @description The credentials in the answer are never shown again.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewAccountView"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/json": components["schemas"]["ListingFaultView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Program a fault
         * @description Those programmed earlier strike first.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FaultBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FaultView"];
                    };
                };
            };
        };
        /** Clear all faults */
        delete: {
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
        /** Clear a fault */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
         */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    cursor?: string;
                    kind?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingEntryView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
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
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Membership"];
                    };
                };
            };
        };
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
        /** Decline an invitation */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingMemberView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a service account
         * @description A program that the identity provider gives access tokens to by client credentials. People are invited instead.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ServiceBody"];
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        /** Get a member */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Member"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Take a member out
         * @description From their next request on. API keys they made stay: revoke those apart.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Owners are changed by owners alone, and the last one stays.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: components["schemas"]["PersonId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Member"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Member"];
                    };
                };
            };
        };
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
         * @description Newest first; narrow by state.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                    state?: components["schemas"]["RunState"];
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
                        "application/json": components["schemas"]["ListingRunView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Start a run
         * @description Accepted means committed: from now on the run ends, or says what it waits for.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartRun"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
            };
        };
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
        /** Get a run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Run"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Cancelled"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Run"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Run"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ListingEffectView"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                };
                header?: {
                    "Last-Event-ID"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["ListingJsonNode"];
                    };
                };
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
         */
        get: {
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
                    id: components["schemas"]["RunId"];
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
                        "application/json": components["schemas"]["SessionStep"];
                    };
                };
            };
        };
        /**
         * Commit several acts of a session together
         * @description Durable once answered, and done once however often it is sent: the key stands for its first body. wait=30s waits for the end, 60 s at most.
         */
        put: {
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
                    id: components["schemas"]["RunId"];
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["SessionStep"];
                    };
                };
                /** @description It has not ended; Location says where to look */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: components["schemas"]["RunId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Signal"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ListingStepView"];
                    };
                };
            };
        };
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
         */
        get: {
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
                    id: components["schemas"]["RunId"];
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
                        "application/json": components["schemas"]["SessionStep"];
                    };
                };
            };
        };
        /**
         * Add a step to a session
         * @description Durable once answered, and done once however often it is sent: the key stands for its first body. wait=30s waits for the end, 60 s at most.
         */
        put: {
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
                    id: components["schemas"]["RunId"];
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["SessionStep"];
                    };
                };
                /** @description It has not ended; Location says where to look */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["SignIn"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete the tenant
         * @description It is read-only at once and starts nothing by itself; runs under way go on to their end. After 14 days everything of it is erased, credentials first. Export before.
         */
        delete: {
            parameters: {
                query: {
                    /** @description The tenant's name, so that it is meant */
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
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename the tenant */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/jsonl": components["schemas"]["ExportLine"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
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
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
            };
        };
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
         */
        get: {
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
                        "application/json": components["schemas"]["TenantSignIn"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DomainBody"];
                };
            };
            responses: {
                /** @description Named; it counts once it is verified */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        /** Remove an e-mail domain */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["SignInDomain"];
                    };
                };
            };
        };
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
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["SignInProvider"];
                    };
                };
            };
        };
        post?: never;
        /** Remove the identity provider */
        delete: {
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
        options?: never;
        head?: never;
        /**
         * Enforce the identity provider, or not
         * @description Enforced: who has an address of the tenant's verified domains is let in by this provider alone, with the next request. API keys and service accounts go on.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["SignInProvider"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TenantBody"];
                };
            };
            responses: {
                /** @description Created; the key's secret is never shown again */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
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
                    content?: never;
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["VaultRotation"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                        "application/json": components["schemas"]["ListingWorkflowView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Store a workflow version
         * @description The body is the document itself (DSL 1.0.3), YAML or JSON. The same document again answers 200; another one under the same version 409.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/yaml": string;
                    "application/json": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/yaml": string;
                    "application/json": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidWorkflow"];
                    };
                };
            };
        };
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
        /** Get a workflow version with its document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
            };
        };
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
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Schedule"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Schedule"];
                    };
                };
            };
        };
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
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sent again with the same body, the request is answered as the first time */
                    "Idempotency-Key"?: string;
                };
                path: {
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
                        "application/json": components["schemas"]["Schedule"];
                    };
                };
            };
        };
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
        AcceptedEvents: {
            /**
             * Format: int32
             * @description Events stored now
             */
            stored?: number;
            /**
             * Format: int32
             * @description Events that were stored before, by source and id
             */
            known?: number;
        };
        AccountBody: {
            platform: string;
        };
        AccountView: {
            platform?: string;
            account?: string;
            created_at?: components["schemas"]["Instant"];
        };
        Action: {
            /**
             * @description As a workflow calls it
             * @example x.createPost
             */
            function?: string;
            title?: string;
            /** @description JSON Schema of the arguments */
            input?: components["schemas"]["Json"];
            output?: components["schemas"]["Json"];
            /** @enum {string} */
            retry_class?: "pure" | "idempotent" | "reconcilable" | "blind";
            /** @enum {string} */
            undo_class?: "reversible" | "compensable" | "irreversible";
            prepares?: boolean;
            search_lag?: components["schemas"]["Duration"];
            look_up_window?: components["schemas"]["Duration"];
            timeout?: components["schemas"]["Duration"];
            /** Format: int32 */
            attempts?: number;
        };
        Agent: {
            id?: string;
            name?: string;
            connections?: string[];
            policy?: components["schemas"]["Policy"];
            created_at?: components["schemas"]["Instant"];
        };
        AgentBody: {
            /** @example campaigner */
            name?: string;
            connections?: string[];
            policy?: components["schemas"]["Policy"];
        };
        /** @example agt_01h2xcejqtf2nbrexx3vqjhp41 */
        AgentId: string;
        ApiKey: {
            /** @example key_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example deployment */
            name?: string;
            /** @example live */
            mode?: string;
            /**
             * @description The last four characters
             * @example x9Qk
             */
            hint?: string;
            /**
             * @example [
             *       "runs:read",
             *       "runs:write"
             *     ]
             */
            scopes?: string[];
            /**
             * @description CIDR blocks of the callers that may use it; none: from anywhere
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses?: string[];
            created_at?: components["schemas"]["Instant"];
            /** @description operator, or an API key's identifier */
            created_by?: string;
            expires_at?: components["schemas"]["Instant"];
            /** @description No finer than a minute */
            last_used_at?: components["schemas"]["Instant"];
            revoked_at?: components["schemas"]["Instant"];
            /** @description The key that replaces it */
            rotated_to?: string;
        };
        ApiKeyBody: {
            /** @example deployment */
            name: string;
            /**
             * @default live
             * @example live
             */
            mode: string;
            /**
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
            addresses?: string[];
            expires_at?: components["schemas"]["Instant"];
        };
        /** @example key_01h2xcejqtf2nbrexx3vqjhp41 */
        ApiKeyId: string;
        /** @description Something a run waits to be allowed. */
        Approval: {
            id?: components["schemas"]["ApprovalId"];
            state?: components["schemas"]["ApprovalState"];
            /** @example Send 0.5 ETH to the supplier? */
            title?: string;
            /** @description What is asked; for an act its function, connection and frozen arguments */
            detail?: components["schemas"]["Json"];
            run?: components["schemas"]["RunId"];
            agent?: components["schemas"]["AgentId"];
            /**
             * @description DSL pointer of the visit that asks, with visit indices
             * @example /do/2/pay
             */
            position?: string;
            /** @description The frozen intent that is let through; null where a task itself asks */
            effect?: components["schemas"]["EffectId"];
            /**
             * @description What it means that nobody decides in time
             * @enum {string}
             */
            on_timeout?: "approve" | "reject" | "fail";
            /**
             * @description Who alone may decide: roles, e-mail addresses, identifiers of people and API keys; empty: whoever may decide approvals
             * @example [
             *       "approver",
             *       "ada@example.org"
             *     ]
             */
            approvers?: string[];
            asked_at?: components["schemas"]["Instant"];
            /** @description Nobody can decide from then on */
            expires_at?: components["schemas"]["Instant"];
            /** @description The person or API key that decided */
            decided_by?: string;
            comment?: string;
            decided_at?: components["schemas"]["Instant"];
        };
        ApprovalId: {
            uuid?: components["schemas"]["UUID"];
        };
        /** @enum {string} */
        ApprovalState: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED" | "WITHDRAWN";
        AuditEntry: {
            /**
             * Format: int64
             * @description From 1, without a gap
             * @example 42
             */
            seq?: number;
            at?: components["schemas"]["Instant"];
            /**
             * @description operator, system, or an API key's identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            actor?: string;
            /**
             * @description The IP address of the caller; null for the platform's own acts
             * @example 203.0.113.7
             */
            address?: string;
            /**
             * @description What was done
             * @example connection.rotated
             */
            action?: string;
            /**
             * @description The identifier of what was changed
             * @example con_01h2xcejqtf2nbrexx3vqjhp41
             */
            target?: string;
            /** @description As it was, without secrets; null where it was made */
            before?: unknown;
            /** @description As it is, without secrets; null where it is gone */
            after?: unknown;
            /** @description The hash of the line before; 64 zeros for the first */
            previous?: string;
            /** @description SHA-256 of this object's canonical JSON (RFC 8785) without the member hash, hexadecimal */
            hash?: string;
        };
        AuditVerdict: {
            /** @description Whether every line is as it was written */
            intact?: boolean;
            /**
             * Format: int64
             * @example 42
             */
            entries?: number;
            /** @description The last line's hash; keep it to see later that nothing was cut off */
            head?: string;
            /**
             * Format: int64
             * @description The number of the first line that is not as it was written
             */
            first_broken?: number;
        };
        Cancelled: {
            run?: components["schemas"]["Run"];
            in_flight?: components["schemas"]["EffectId"][];
        };
        Charge: {
            /** Format: int64 */
            depth_ms?: number;
            /** Format: int64 */
            billable_depth_ms?: number;
        };
        Connection: {
            id?: string;
            name?: string;
            connector?: string;
            environment?: string;
            /** Format: uri */
            base_url?: string;
            /** @description Two credentials for one account are one system */
            system?: string;
            /** @description The platform's stable identifier of the account */
            principal?: string;
            /**
             * @description For people
             * @example @ganglion_demo
             */
            label?: string;
            /** @enum {string} */
            status?: "active" | "paused" | "reauthorize";
            created_at?: components["schemas"]["Instant"];
            /** @description When the platform was last asked who this is */
            checked_at?: components["schemas"]["Instant"];
        };
        /** @example con_01h2xcejqtf2nbrexx3vqjhp41 */
        ConnectionId: string;
        Connector: {
            name?: string;
            version?: string;
            title?: string;
            /** @description JSON Schema of the credentials; secrets carry writeOnly */
            credentials?: components["schemas"]["Json"];
            environments?: string[];
            /** @enum {string} */
            hold_mode?: "exclusive" | "shared";
            actions?: components["schemas"]["Action"][];
        };
        Decide: {
            /** @example checked with Ada */
            comment?: string;
        };
        DomainBody: {
            /** @example example.com */
            domain: string;
        };
        /**
         * Format: duration
         * @example P1D
         */
        Duration: string;
        /** @description One outward act, from its frozen intent to its proven fate. */
        Effect: {
            id?: components["schemas"]["EffectId"];
            run?: components["schemas"]["RunId"];
            /**
             * @description DSL pointer of the task visit, with visit indices
             * @example /do/2/post
             */
            position?: string;
            /**
             * Format: int32
             * @description Numbers the intents inside one visit, from 0
             */
            ordinal?: number;
            /**
             * @description do, or undo of another effect
             * @enum {string}
             */
            phase?: "do" | "undo";
            undo_of?: components["schemas"]["EffectId"];
            connection?: string;
            connector?: string;
            action?: string;
            system?: components["schemas"]["SystemId"];
            state?: components["schemas"]["EffectState"];
            /** @enum {string} */
            retry_class?: "pure" | "idempotent" | "reconcilable" | "blind";
            /** @enum {string} */
            undo_class?: "reversible" | "compensable" | "irreversible";
            /** Format: int32 */
            attempts?: number;
            /** @description SHA-256 of the canonical (RFC 8785) arguments, hexadecimal */
            arguments_hash?: string;
            arguments?: components["schemas"]["Json"];
            output?: components["schemas"]["Json"];
            /** @description The platform's own name for what came to be */
            reference?: string;
            url?: string;
            /** @description Why the last attempt did not land, or may not have */
            reason?: string;
            dispatched_at?: components["schemas"]["Instant"];
            settled_at?: components["schemas"]["Instant"];
            /**
             * @description What proves the fate
             * @enum {string}
             */
            evidence?: "response" | "lookup" | "person";
        };
        /** @example eff_01h2xcejqtf2nbrexx3vqjhp41 */
        EffectId: string;
        /** @enum {string} */
        EffectState: "INTENDED" | "DISPATCHED" | "LANDED" | "NOT_LANDED" | "UNKNOWN" | "UNDONE" | "ABANDONED";
        EnforcedBody: {
            /** @example true */
            enforced: boolean;
        };
        EntryView: {
            /** Format: int64 */
            seq?: number;
            platform?: string;
            account?: string;
            kind?: string;
            reference?: string;
            payload?: components["schemas"]["Json"];
            at?: components["schemas"]["Instant"];
        };
        ExportLine: {
            /**
             * @description Which table
             * @example run
             */
            table?: string;
            /** @description Its columns as they are stored */
            row?: components["schemas"]["Json"];
        };
        FaultBody: {
            platform: string;
            account?: string;
            /** @description HTTP method; on evm the JSON-RPC method */
            method?: string;
            /** @description Of the path below the platform's base address, e.g. /2/tweets */
            path_prefix?: string;
            kind: components["schemas"]["FaultKind"];
            /**
             * Format: int32
             * @description How often it strikes; left out: without end
             */
            remaining?: number;
            /** Format: double */
            probability?: number;
            /** Format: int64 */
            seed?: number;
            /** Format: int64 */
            delay_ms?: number;
        };
        /** @enum {string} */
        FaultKind: "status_500_before" | "status_500_after" | "reset_before" | "reset_after" | "hang_after" | "truncate_after" | "malformed_after" | "rate_limit" | "slow" | "redirect" | "search_lag" | "unauthorized" | "mining_delay";
        FaultView: {
            id?: components["schemas"]["UUID"];
            platform?: string;
            account?: string;
            method?: string;
            path_prefix?: string;
            kind?: components["schemas"]["FaultKind"];
            /** Format: int32 */
            remaining?: number;
            /** Format: double */
            probability?: number;
            /** Format: int64 */
            seed?: number;
            /** Format: int64 */
            delay_ms?: number;
            /** Format: int64 */
            seen?: number;
            /** Format: int64 */
            struck?: number;
        };
        FirstKey: {
            /** @example key_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example gk_live_… */
            secret?: string;
        };
        Held: {
            run?: components["schemas"]["RunId"];
            system?: components["schemas"]["SystemId"];
            connector?: string;
            label?: string;
            /** Format: int32 */
            weight?: number;
            opened_at?: components["schemas"]["Instant"];
            closed_at?: components["schemas"]["Instant"];
            close_reason?: string;
            /** Format: int64 */
            depth_ms?: number;
        };
        /** @example hld_01h2xcejqtf2nbrexx3vqjhp41 */
        HoldId: string;
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Invitation: {
            /** @example ivt_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example bob@example.com */
            email?: string;
            /**
             * @example viewer
             * @enum {string}
             */
            role?: "owner" | "admin" | "operator" | "approver" | "viewer";
            /**
             * @example pending
             * @enum {string}
             */
            state?: "pending" | "accepted" | "declined" | "revoked" | "expired";
            /**
             * @description Who asked
             * @example ann@example.com
             */
            invited_by?: string;
            created_at?: components["schemas"]["Instant"];
            /** @description It can't be accepted from then on */
            expires_at?: components["schemas"]["Instant"];
            /** @description When the mail server last took the mail */
            sent_at?: components["schemas"]["Instant"];
            decided_at?: components["schemas"]["Instant"];
        };
        InvitationBody: {
            /** @example bob@example.com */
            email: string;
            /**
             * @example viewer
             * @enum {string}
             */
            role: "owner" | "admin" | "operator" | "approver" | "viewer";
        };
        /** @example ivt_01h2xcejqtf2nbrexx3vqjhp41 */
        InvitationId: string;
        Invited: {
            /** @example ivt_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example Acme Research */
            tenant_name?: string;
            /** @example viewer */
            role?: string;
            /** @example ann@example.com */
            invited_by?: string;
            expires_at?: components["schemas"]["Instant"];
        };
        /** @description Any JSON value */
        Json: unknown;
        ListingAccountView: {
            data?: components["schemas"]["AccountView"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingAgentView: {
            data?: components["schemas"]["Agent"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingApiKeyView: {
            data?: components["schemas"]["ApiKey"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingApprovalView: {
            data?: components["schemas"]["Approval"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingAuditEntryView: {
            data?: components["schemas"]["AuditEntry"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingConnectionView: {
            data?: components["schemas"]["Connection"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingConnectorView: {
            data?: components["schemas"]["Connector"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingEffectView: {
            data?: components["schemas"]["Effect"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingEntryView: {
            data?: components["schemas"]["EntryView"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingEventView: {
            data?: components["schemas"]["StoredEvent"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingFaultView: {
            data?: components["schemas"]["FaultView"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingInvitationView: {
            data?: components["schemas"]["Invitation"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingJsonNode: {
            data?: components["schemas"]["Json"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingMemberView: {
            data?: components["schemas"]["Member"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingRunView: {
            data?: components["schemas"]["Run"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingStateVersion: {
            data?: components["schemas"]["StateVersion1"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingStateView: {
            data?: components["schemas"]["StateEntry"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingStepView: {
            data?: components["schemas"]["Step"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        ListingWorkflowView: {
            data?: components["schemas"]["Workflow"][];
            /** @description Pass it as cursor for the next page; null at the end */
            next_cursor?: string;
        };
        Me: {
            /**
             * @example api_key
             * @enum {string}
             */
            kind?: "person" | "service" | "api_key";
            /**
             * @description Who acts: the person's or the API key's identifier
             * @example key_01h2xcejqtf2nbrexx3vqjhp41
             */
            actor?: string;
            /**
             * @description null: a person who belongs to none, or to several and named none
             * @example ten_01h2xcejqtf2nbrexx3vqjhp41
             */
            tenant?: string;
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            tenant_name?: string;
            /**
             * @description Of a person or a service account
             * @example owner
             * @enum {string}
             */
            role?: "owner" | "admin" | "operator" | "approver" | "viewer";
            /**
             * @example [
             *       "runs:read",
             *       "runs:write"
             *     ]
             */
            scopes?: string[];
            person?: components["schemas"]["Person"];
            /** @description Where a person belongs, in the order they joined */
            tenants?: components["schemas"]["Membership"][];
            /** @description What waits for the person's verified address */
            invitations?: components["schemas"]["Invited"][];
            /**
             * @description With a session cookie alone: send it as X-CSRF-Token with whatever changes something
             * @example k0Yl…
             */
            csrf_token?: string;
        };
        Member: {
            /** @example per_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /**
             * @example person
             * @enum {string}
             */
            kind?: "person" | "service";
            /** @example ann@example.com */
            email?: string;
            /** @example Ann Example */
            name?: string;
            /**
             * @example operator
             * @enum {string}
             */
            role?: "owner" | "admin" | "operator" | "approver" | "viewer";
            joined_at?: components["schemas"]["Instant"];
        };
        Membership: {
            /** @example ten_01h2xcejqtf2nbrexx3vqjhp41 */
            tenant?: string;
            /**
             * @description The tenant's name
             * @example Acme Research
             */
            name?: string;
            /** @example operator */
            role?: string;
            /** @description When it is erased, if it is deleted */
            purge_at?: components["schemas"]["Instant"];
        };
        NewAccountView: {
            platform?: string;
            account?: string;
            connection?: components["schemas"]["Json"];
        };
        NewApiKey: {
            api_key?: components["schemas"]["ApiKey"];
            /**
             * @description The whole key; never shown again
             * @example gk_live_…
             */
            secret?: string;
        };
        NewConnection: {
            /** @example main */
            name: string;
            /** @example x */
            connector: string;
            /** @example lab */
            environment?: string;
            /** Format: uri */
            base_url?: string;
            credentials?: components["schemas"]["Json"];
        };
        NewTenant: {
            /** @example ten_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example Acme Research */
            name?: string;
            created_at?: components["schemas"]["Instant"];
            /** @description A key that may do everything, its secret never shown again; null where a person asked */
            api_key?: components["schemas"]["FirstKey"];
        };
        Person: {
            /** @example per_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example ann@example.com */
            email?: string;
            email_verified?: boolean;
            /** @example Ann Example */
            name?: string;
        };
        /** @example per_01h2xcejqtf2nbrexx3vqjhp41 */
        PersonId: string;
        Policy: {
            /**
             * @description What happens to acts that can't be undone: approve asks for each
             * @enum {string}
             */
            irreversible?: "allow" | "approve" | "deny";
            actions?: string[];
            /**
             * @description Who alone may approve acts that can't be undone: roles, e-mail addresses, identifiers of people and API keys; empty: whoever may decide approvals
             * @example [
             *       "approver",
             *       "ada@example.org"
             *     ]
             */
            approvers?: string[];
        };
        /** @description A failure, by RFC 9457 */
        Problem: {
            /** @example /docs/problems#not_found */
            type?: string;
            /** @example Not found */
            title?: string;
            /**
             * Format: int32
             * @example 404
             */
            status?: number;
            /** @description What happened and what to do about it */
            detail?: string;
            /**
             * @description Stable; see the documentation
             * @example not_found
             */
            code?: string;
            /** @description What is wrong with the request, and where */
            errors?: components["schemas"]["Violation"][];
            /** @example 4bf92f3577b34da6a3ce929d0e0e4736 */
            trace_id?: string;
        };
        Receipt: {
            run?: components["schemas"]["RunId"];
            /** @description The run whose family this one is of. Its receipt has the holds, the depth and the charge of the whole family, a system that several members held at once counted once; those of its sub-runs have their own holds and no charge. */
            root?: components["schemas"]["RunId"];
            state?: components["schemas"]["RunState"];
            coherent?: boolean;
            /**
             * Format: int32
             * @description The most weight open at one instant
             */
            depth_peak?: number;
            /**
             * Format: double
             * @description Time-weighted, while at least one hold is open
             */
            depth_mean?: number;
            /**
             * Format: int32
             * @description The most distinct platforms at one instant
             */
            breadth_peak?: number;
            /** Format: double */
            breadth_mean?: number;
            effects?: components["schemas"]["Effect"][];
            state_read?: components["schemas"]["StateVersion"][];
            state_written?: components["schemas"]["StateVersion"][];
            /** @description Entries that compensation put back, with the version that did */
            state_restored?: components["schemas"]["StateVersion"][];
            /** @description Entries it left, since somebody wrote them after the run */
            state_kept?: components["schemas"]["StateVersion"][];
            holds?: components["schemas"]["Held"][];
            charge?: components["schemas"]["Charge"];
        };
        ResolveEffect: {
            /** @enum {string} */
            outcome: "landed" | "not_landed";
            reference?: string;
            output?: components["schemas"]["Json"];
        };
        RoleBody: {
            /**
             * @example operator
             * @enum {string}
             */
            role: "owner" | "admin" | "operator" | "approver" | "viewer";
        };
        RotateApiKey: {
            /**
             * @description ISO 8601, from PT0S to P30D; PT24H by default
             * @example PT24H
             */
            overlap?: string;
        };
        RotateConnection: {
            credentials: components["schemas"]["Json"];
        };
        /** @example rot_01h2xcejqtf2nbrexx3vqjhp41 */
        RotationId: string;
        /** @description One execution of a workflow version, or of a session. */
        Run: {
            id?: components["schemas"]["RunId"];
            state?: components["schemas"]["RunState"];
            /**
             * @description The DSL's status phase
             * @example completed
             */
            phase?: string;
            /** @description null for a session */
            workflow?: components["schemas"]["WorkflowId"];
            /** @description null for a session */
            version?: string;
            agent?: components["schemas"]["AgentId"];
            /** @description The run that started it, if a run did */
            parent?: components["schemas"]["RunId"];
            input?: components["schemas"]["Json"];
            output?: components["schemas"]["Json"];
            /** @description The DSL's error object: type, status, instance, and title and detail where it has them */
            error?: components["schemas"]["Json"];
            /** @description reason, detail and until, while it waits */
            waiting_for?: components["schemas"]["Json"];
            /** @description Ended, every fate known, never in NEEDS_ATTENTION */
            coherent?: boolean;
            /**
             * Format: int32
             * @description The most weight of holds open at one instant
             */
            depth_peak?: number;
            created_at?: components["schemas"]["Instant"];
            started_at?: components["schemas"]["Instant"];
            ended_at?: components["schemas"]["Instant"];
        };
        /** @example run_01h2xcejqtf2nbrexx3vqjhp41 */
        RunId: string;
        /** @enum {string} */
        RunState: "QUEUED" | "RUNNING" | "WAITING" | "NEEDS_ATTENTION" | "SUCCEEDED" | "COMPENSATED" | "FAILED" | "CANCELLED";
        Schedule: {
            /** @description The version that runs: the latest */
            workflow?: components["schemas"]["WorkflowId"];
            /** @description every, cron, after or on; several with commas between them */
            kind?: string;
            paused?: boolean;
            /** @description When it is due; null while paused, or when a run's end or an event makes it due */
            next_at?: components["schemas"]["Instant"];
            last_started_at?: components["schemas"]["Instant"];
            last_run?: components["schemas"]["RunId"];
            /**
             * Format: int64
             * @description Runs started
             */
            started?: number;
            /**
             * Format: int64
             * @description Instants missed, for which no run was started
             */
            skipped?: number;
        };
        ServiceBody: {
            /** @example service */
            kind: string;
            /** @example https://id.example.com/realms/ganglion */
            issuer: string;
            /** @example 5f0c1f3e-1f0b-4d7a-9d61-0d6f6f1f8e4a */
            subject: string;
            /** @example continuous integration */
            name: string;
            /**
             * @example operator
             * @enum {string}
             */
            role: "admin" | "operator" | "approver" | "viewer";
        };
        SessionGroupBody: {
            participants: components["schemas"]["SessionParticipant"][];
        };
        SessionParticipant: {
            /** @example post */
            key: string;
            /** @example main */
            connection?: string;
            /** @example x.createPost */
            action: string;
            input?: components["schemas"]["Json"];
        };
        SessionStep: {
            run?: components["schemas"]["RunId"];
            /** @example post-1 */
            key?: string;
            /**
             * @description Its place in the journal
             * @example /steps/post-1
             */
            position?: string;
            /** @enum {string} */
            state?: "pending" | "completed" | "faulted" | "cancelled";
            /** @description As it was asked for */
            body?: components["schemas"]["Json"];
            /** @description What the action gave; of a group a list, in the participants' order */
            output?: components["schemas"]["Json"];
            /** @description The DSL's error object */
            error?: components["schemas"]["Json"];
            /** @description What the run waits for, while the step is pending */
            waiting_for?: components["schemas"]["Json"];
            /** Format: int32 */
            attempts?: number;
            asked_at?: components["schemas"]["Instant"];
            ended_at?: components["schemas"]["Instant"];
        };
        SessionStepBody: {
            /** @example main */
            connection?: string;
            /** @example x.createPost */
            action: string;
            /** @description The action's arguments, as the catalogue describes them */
            input?: components["schemas"]["Json"];
        };
        SignIn: {
            /**
             * @description off: no identity provider is configured
             * @example ready
             * @enum {string}
             */
            state?: "ready" | "starting" | "unavailable" | "off";
            /**
             * @description For people
             * @example Sign in, or create an account.
             */
            detail?: string;
        };
        SignInDomain: {
            /** @example example.com */
            domain?: string;
            /**
             * @description The name of the TXT record
             * @example _ganglion.example.com
             */
            record_name?: string;
            /**
             * @description Its value
             * @example ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA
             */
            record_value?: string;
            created_at?: components["schemas"]["Instant"];
            /** @description When the record was seen; null: not yet */
            verified_at?: components["schemas"]["Instant"];
        };
        SignInProvider: {
            /**
             * @example oidc
             * @enum {string}
             */
            kind?: "oidc" | "saml";
            /**
             * @description oidc: the issuer; saml: the provider's entity id
             * @example https://login.example.com
             */
            issuer?: string;
            client_id?: string;
            /** @description Whether people of the tenant's domains can sign in by it alone */
            enforced?: boolean;
            /** @description When somebody first signed in by it as it is now; null: nobody did */
            used_at?: components["schemas"]["Instant"];
            changed_at?: components["schemas"]["Instant"];
        };
        SignInProviderBody: {
            /**
             * @example oidc
             * @enum {string}
             */
            kind: "oidc" | "saml";
            /**
             * @description oidc: the issuer, letter by letter as the provider names itself
             * @example https://login.example.com
             */
            issuer?: string;
            /** @description oidc: our client there */
            client_id?: string;
            /** @description oidc: that client's secret; never shown again */
            client_secret?: string;
            /** @description saml: the provider's metadata, an EntityDescriptor in XML */
            metadata?: string;
        };
        Signal: {
            /** @example approved */
            name?: string;
            /** @description Another word for name */
            type?: string;
            data?: components["schemas"]["Json"];
        };
        StartRun: {
            /**
             * @description Left out for a session
             * @example demo/campaign:1.0.0
             */
            workflow?: string;
            /** @description Needed for a session, and where a workflow calls connectors' actions */
            agent?: components["schemas"]["AgentId"];
            /** @description true: no workflow, the agent adds steps as it goes */
            session?: boolean;
            input?: components["schemas"]["Json"];
        };
        StateEntry: {
            key?: string;
            value?: components["schemas"]["Json"];
            /** Format: int64 */
            version?: number;
            updated_at?: components["schemas"]["Instant"];
        };
        StateVersion: {
            key?: string;
            /** Format: int64 */
            version?: number;
        };
        StateVersion1: {
            /** Format: int64 */
            version?: number;
            value?: components["schemas"]["Json"];
            run?: components["schemas"]["RunId"];
            position?: string;
            actor?: string;
            at?: components["schemas"]["Instant"];
        };
        Step: {
            /**
             * @description DSL pointer with visit indices
             * @example /do/0/getPet
             */
            position?: string;
            name?: string;
            /** @enum {string} */
            state?: "completed" | "faulted" | "cancelled";
            /** Format: int32 */
            attempts?: number;
            started_at?: components["schemas"]["Instant"];
            ended_at?: components["schemas"]["Instant"];
            output?: components["schemas"]["Json"];
            error?: components["schemas"]["Json"];
        };
        /** @description An event on the tenant's bus. */
        StoredEvent: {
            /**
             * Format: int64
             * @description Its place on the bus; later events have higher ones
             */
            seq?: number;
            /** @description The only run that sees it, for a signal */
            run?: components["schemas"]["RunId"];
            stored_at?: components["schemas"]["Instant"];
            /** @description The CloudEvent, structured mode */
            event?: components["schemas"]["Json"];
        };
        /** @example sys_01h2xcejqtf2nbrexx3vqjhp41 */
        SystemId: string;
        Tenant: {
            /** @example ten_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /** @example Acme Research */
            name?: string;
            created_at?: components["schemas"]["Instant"];
            /** @description When its owner asked for its deletion; it is read-only since */
            deleted_at?: components["schemas"]["Instant"];
            /** @description When everything of it is erased; until then it can be had back */
            purge_at?: components["schemas"]["Instant"];
        };
        TenantBody: {
            /** @example Acme Research */
            name: string;
        };
        /** @example ten_01h2xcejqtf2nbrexx3vqjhp41 */
        TenantId: string;
        TenantSignIn: {
            /**
             * @description Where the provider sends people back to: OpenID Connect's redirect URI, SAML's assertion consumer service; null: this installation can't take a provider
             * @example https://id.example.org/realms/ganglion/broker/ten_01h2xcejqtf2nbrexx3vqjhp41/endpoint
             */
            redirect_uri?: string;
            /** @description saml: the platform's entity id */
            entity_id?: string;
            /** @description saml: the platform's metadata, once the provider is there */
            metadata_url?: string;
            /** @description Signs in by the tenant's provider, enforced or not */
            sign_in_url?: string;
            /** @description By name */
            domains?: components["schemas"]["SignInDomain"][];
            /** @description null: none */
            provider?: components["schemas"]["SignInProvider"];
        };
        /** Format: uuid */
        UUID: string;
        ValidWorkflow: {
            namespace?: string;
            name?: string;
            version?: string;
        };
        VaultRotation: {
            /** @example rot_01h2xcejqtf2nbrexx3vqjhp41 */
            id?: string;
            /**
             * @description rewrap: data keys are wrapped by the master key in use; renew: tenants get new data keys and credentials are sealed anew; retire: old data keys are deleted, after a while
             * @example renew
             * @enum {string}
             */
            stage?: "rewrap" | "renew" | "retire" | "ended";
            /**
             * @description The master key in use when it was asked for; its name is no secret
             * @example keyset:1234567890
             */
            master?: string;
            /**
             * Format: int64
             * @description Data keys wrapped by another master key before
             * @example 3
             */
            rewrapped?: number;
            /**
             * Format: int64
             * @description Tenants that got a new data key
             * @example 3
             */
            renewed?: number;
            /**
             * Format: int64
             * @description Credentials sealed anew
             * @example 12
             */
            resealed?: number;
            /**
             * Format: int64
             * @description Old data keys deleted
             * @example 0
             */
            retired?: number;
            /**
             * Format: int64
             * @description Data keys and credentials that no key opens; they stay as they are
             * @example 0
             */
            failed?: number;
            started_at?: components["schemas"]["Instant"];
            ended_at?: components["schemas"]["Instant"];
        };
        Violation: {
            /**
             * @description JSON pointer into the request
             * @example /name
             */
            pointer?: string;
            detail?: string;
            /**
             * Format: int32
             * @description 1-based line of the document, where there is one
             */
            line?: number;
        };
        /** @description One version of a workflow; it never changes. */
        Workflow: {
            id?: string;
            namespace?: string;
            name?: string;
            version?: string;
            title?: string;
            /** @description SHA-256 of the document's canonical JSON */
            hash?: string;
            created_at?: components["schemas"]["Instant"];
            /** @description The document as JSON; only when one workflow is read */
            definition?: components["schemas"]["Json"];
        };
        /** @example wfl_01h2xcejqtf2nbrexx3vqjhp41 */
        WorkflowId: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
