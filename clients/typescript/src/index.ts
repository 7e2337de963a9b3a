export { type Api, answer, type ClientOptions, createClient, type Outcome, randomKey, type Schemas } from "./client.js";
export { type FollowOptions, follow, type ListenOptions, listen, type RunEvent, type TenantEvent } from "./events.js";
export { each, type From, type Listing } from "./pages.js";
export { ApiProblem, isProblem, type Violation } from "./problem.js";
export { ONCE, PATIENT, type RetryPolicy } from "./retry.js";
export type { components, operations, paths } from "./schema.js";
export { verifyWebhook, type WebhookMessage, type WebhookOptions, WebhookRefused } from "./webhooks.js";
