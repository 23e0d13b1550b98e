// src/ to the scripts that the Python package ships: one that every page loads, parts that are fetched when asked for.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, type Metafile } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATIC = join(HERE, "..", "src", "sayso", "faces", "web", "static");
const PARTS = join(STATIC, "islands");

/** The packages whose code is in the bundle. */
function bundled(metafile: Metafile): string[] {
  const used = Object.values(metafile.outputs).flatMap((one) => Object.entries(one.inputs));
  const names = used.map(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] : undefined,
  );
  return [...new Set(names.filter((one) => one !== undefined))].sort();
}

/** What a package asks of those who pass it on; a package that says nothing is not passed on. */
function licence(name: string): string {
  const folder = join(HERE, "node_modules", name);
  const told = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8")) as { version: string; license: string };
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} brings no licence`);
  return `${name} ${told.version} (${told.license})\n\n${readFileSync(join(folder, file), "utf-8").trim()}\n`;
}

if (existsSync(PARTS)) rmSync(PARTS, { recursive: true });
const made = await build({
  absWorkingDir: HERE,
  entryPoints: { islands: "src/main.ts" },
  outdir: STATIC,
  entryNames: "[name]",
  chunkNames: "islands/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
mkdirSync(PARTS, { recursive: true });
const head = "The scripts of sayso's explorer hold code of these packages, under these licences.\n";
writeFileSync(
  join(PARTS, "LICENSES.txt"),
  [head, ...bundled(made.metafile).map(licence)].join(`\n${"-".repeat(80)}\n\n`),
);
for (const [path, { bytes }] of Object.entries(made.metafile.outputs))
  console.log(`${path.replace(/^.*static\//, "")} ${bytes} bytes`);
