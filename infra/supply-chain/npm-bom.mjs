// npm-bom.mjs FOLDER: what a package with a lock file is made of, its tools aside, as a bill of materials (CycloneDX 1.5). npm's own `sbom` wants
// the tools of linked packages installed; the lock file has all that is needed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));

const components = Object.entries(lock.packages)
  .filter(([path, { dev, link }]) => path.includes("node_modules/") && !path.startsWith("..") && !dev && !link)
  .map(([path, { version, license, integrity }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const [, algorithm, digest] = integrity?.match(/^(sha\d+)-(.*)$/) ?? [];
    return {
      type: "library",
      "bom-ref": `pkg:npm/${name.replace("@", "%40")}@${version}`,
      name,
      version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      licenses: license ? [/ (OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }] : [],
      hashes: digest
        ? [{ alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") }]
        : [],
    };
  });

const metadata = { component: { type: "application", name: lock.name, version: lock.version } };
console.log(JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata, components }, null, 1));
