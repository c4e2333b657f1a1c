// Serves the built app: `node scripts/serve.mjs [--port 4173] [--host localhost] [--root dist]`
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { root } from "./build.mjs";
import { securityHeaders } from "./securityHeaders.mjs";

const mimeTypes = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

/** A static server of one folder; a path without an extension is a screen of the app and gets index.html. */
export function staticServer(folder) {
  return createServer((request, response) => {
    const { status, file, headers } = answer(folder, request);
    response.writeHead(status, { ...securityHeaders, ...headers });
    if (file === undefined || request.method === "HEAD") response.end();
    else pipeline(createReadStream(file), response, () => {});
  });
}

function answer(folder, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 405, headers: { Allow: "GET, HEAD" } };
  const name = fileName(request.url);
  if (name === undefined) return { status: 400 };
  const file = existingFile(folder, name);
  if (file === undefined) return { status: 404 };

  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  // Names under assets/ carry a hash of their content.
  const caching = {
    ETag: etag,
    "Cache-Control": name.startsWith("assets/") ? "max-age=31536000, immutable" : "no-cache",
  };
  if (request.headers["if-none-match"] === etag) return { status: 304, headers: caching };

  const type = mimeTypes[path.extname(file)] ?? "application/octet-stream";
  return { status: 200, file, headers: { ...caching, "Content-Type": type, "Content-Length": size } };
}

/** The path within the folder, `/`-separated; undefined when it is malformed, leaves the folder or is hidden. */
function fileName(url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]).replace(/^\/+/, "");
  } catch {
    return undefined;
  }
  const isUnsafe = /[\0\\:]/.test(name) || name.split("/").some((part) => part.startsWith("."));
  return isUnsafe ? undefined : name;
}

function existingFile(folder, name) {
  const candidates = path.posix.extname(name) === "" ? [name, "index.html"] : [name];
  return candidates
    .map((candidate) => path.join(folder, candidate))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
}

/** Serves until the process ends; options come from the command line. */
export function serve(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4173" },
      host: { type: "string", default: "localhost" },
      root: { type: "string", default: path.join(root, "dist") },
    },
  });
  const server = staticServer(values.root);
  server.on("error", (error) => {
    const hint = error.code === "EADDRINUSE" ? " Choose another with --port." : "";
    console.error(`Cannot serve on port ${values.port}: ${error.message}.${hint}`);
    process.exitCode = 1;
  });
  server.listen(Number(values.port), values.host, () => {
    console.log(`Dipper is at http://${values.host}:${server.address().port}`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) serve(process.argv.slice(2));
