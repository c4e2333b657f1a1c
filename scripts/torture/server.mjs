import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

import { securityHeaders } from "#scripts/securityHeaders.mjs";
import { staticServer } from "#scripts/serve.mjs";

const pages = new URL("./pages/", import.meta.url);
const html = (script) =>
  `<!doctype html><title>torture</title>${script === "" ? "" : `<script type="module" src="${script}"></script>`}`;

/**
 * The built app with its headers, and on the same origin, under /torture/, a page that speaks to the app's own engine,
 * under the same policy. Its worker is the app's, behind a script that tells of transactions.
 */
export function tortureServer(app) {
  const appServer = staticServer(app);
  const engine = readdirSync(path.join(app, "assets")).find((name) => /^engine\.worker-.*\.js$/.test(name));
  if (engine === undefined) throw new Error(`There is no engine in ${app}: build the app first.`);
  const script = (name) => ["text/javascript", readFileSync(new URL(name, pages), "utf8")];
  const answers = {
    "/torture/": ["text/html", html("/torture/harness.js")],
    "/torture/empty.html": ["text/html", html("")],
    "/torture/harness.js": script("harness.js"),
    "/torture/watchWrites.js": script("watchWrites.js"),
    "/torture/engine.js": ["text/javascript", `import "/torture/watchWrites.js";\nimport "/assets/${engine}";\n`],
  };
  return createServer((request, response) => {
    const answer = answers[new URL(request.url, "http://localhost").pathname];
    if (answer === undefined) {
      appServer.emit("request", request, response);
      return;
    }
    const [type, body] = answer;
    response.writeHead(200, { ...securityHeaders, "Content-Type": `${type}; charset=utf-8` });
    response.end(body);
  });
}
