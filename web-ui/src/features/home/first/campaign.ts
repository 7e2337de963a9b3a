// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of workflows are written like that
import type { Schemas } from "@ganglion/client";

/** The platforms that the first run acts on; the laboratory has each, under the connector's name. */
export const PLATFORMS = ["model", "image", "x", "instagram", "binance", "evm"] as const;
export type FirstPlatform = (typeof PLATFORMS)[number];

/** What the first run's connections are called: not what anybody would call a real one. */
export const connectionOf = (platform: FirstPlatform): string => `lab-${platform}`;
export const AGENT = "lab-campaigner";
export const WORKFLOW = "first-minute/campaign";

/**
 * How slowly the simulated platforms answer the first run's calls, in milliseconds: as real ones do, so that it can be
 * watched. What of it no call meets slows later ones of the tenant's. Together less than the ten seconds after which a
 * hold that nothing happens on closes.
 */
export const PACE: readonly Schemas["FaultBody"][] = [
  { platform: "model", method: "POST", remaining: 50, delay_ms: 800 },
  { platform: "image", method: "POST", remaining: 1, delay_ms: 1_800 },
  { platform: "instagram", method: "POST", remaining: 2, delay_ms: 500 },
  { platform: "x", method: "POST", remaining: 1, delay_ms: 900 },
  { platform: "binance", method: "POST", remaining: 1, delay_ms: 900 },
  { platform: "evm", method: "eth_sendRawTransaction", remaining: 1, delay_ms: 900 },
].map((slow) => ({ ...slow, kind: "slow" }));

const [namespace, name] = WORKFLOW.split("/");
const signed = '${ "\\($context.caption) [\\($workflow.id[-6:])]" }';

/** What the first run does: as examples/campaign.yaml, with connections of its own. A version never changes. */
export const CAMPAIGN = {
  document: { dsl: "1.0.3", namespace, name, version: "1.0.0", title: "A first campaign on six platforms" },
  input: { from: '${ {product: (.product // "Ganglion")} }' },
  do: [
    {
      caption: {
        call: "ganglion.swarm",
        with: {
          connection: connectionOf("model"),
          n: 50,
          concurrency: 50,
          arguments: {
            model: '${ "lab-small-\\($index + 1)" }',
            seed: 7,
            messages: [
              {
                role: "user",
                content: '${ "Write one caption for \\"\\(.product)\\". Answer with the caption only." }',
              },
            ],
          },
          reducer: { type: "quorum", quorum: 15, by: ".text" },
        },
        export: { as: "${ {product: $input.product, caption: .value, votes: .votes} }" },
      },
    },
    {
      picture: {
        call: "image.generate",
        with: {
          connection: connectionOf("image"),
          prompt: '${ "A poster that says: \\($context.caption)" }',
          size: "1024x1024",
        },
        export: { as: "${ $context + {picture: .url} }" },
      },
    },
    {
      publish: {
        metadata: { ganglion: { group: "atomic" } },
        fork: {
          branches: [
            { post: { call: "x.createPost", with: { connection: connectionOf("x"), text: signed } } },
            {
              photo: {
                call: "instagram.publishPhoto",
                with: { connection: connectionOf("instagram"), image_url: "${ $context.picture }", caption: signed },
              },
            },
          ],
        },
        export: { as: "${ $context + {post: .[0].id, photo: .[1].id} }" },
      },
    },
    {
      hedge: {
        call: "binance.createOrder",
        with: {
          connection: connectionOf("binance"),
          symbol: "BTCUSDT",
          side: "BUY",
          type: "MARKET",
          quoteOrderQty: "25",
        },
        export: { as: "${ $context + {order: .order_id} }" },
      },
    },
    {
      settle: {
        call: "evm.sendTransaction",
        with: {
          connection: connectionOf("evm"),
          to: "0x00000000000000000000000000000000000c0ffe",
          value_wei: "1000000000000000",
        },
        export: { as: "${ $context + {transaction: .hash} }" },
      },
    },
    { learn: { call: "ganglion.state", with: { set: { last_campaign: "${ $context }" } } } },
  ],
  output: { as: "${ .last_campaign }" },
} as const;
