// Puts a compressed copy beside each file of the built dashboard that gets much smaller by it: the backend serves the
// copy to whoever accepts it, so that nothing is compressed while somebody waits.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const DIST = process.argv[2] ?? join(import.meta.dirname, "../dist");
const WORDS = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".xml", ".yaml"]);
/** Smaller files come in one packet anyway. */
const LEAST_BYTES = 1_024;
/** A copy that saves less is not worth its place. */
const MOST_LEFT = 0.9;

const COPIES = {
  ".br": (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ".gz": (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function copiesOf(file) {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  for (const [ending, compressed] of Object.entries(COPIES)) {
    const copy = await compressed(bytes);
    if (copy.length < bytes.length * MOST_LEFT) await writeFile(file + ending, copy);
  }
}

const files = await readdir(DIST, { recursive: true });
await Promise.all(files.filter((file) => WORDS.has(extname(file))).map((file) => copiesOf(join(DIST, file))));
