import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

import { staticServer } from "#scripts/serve.mjs";

const mimeTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * The app exactly as `npm start` serves it, and on the same origin, under /bench/, pages that ship with no product.
 * Only those go without the app's policy, which the peers could not run under.
 *
 * @param folders.app    the built app
 * @param folders.bench  folder by first path element below /bench/
 */
export function benchServer({ app, bench }) {
  const appServer = staticServer(app);
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const [, first, folder, ...rest] = pathname.split("/");
    if (first !== "bench") {
      appServer.emit("request", request, response);
      return;
    }
    const file = bench[folder] === undefined ? undefined : path.join(bench[folder], path.basename(rest.join("/")));
    const size = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) {
      response.writeHead(404).end();
      return;
    }
    // A lifetime lets the browser keep compiled code, as it would on a second visit to a real host.
    const headers = {
      "Cache-Control": "max-age=86400",
      "Content-Length": size,
      "Content-Type": mimeTypes[path.extname(file)] ?? "application/octet-stream",
    };
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
}

/**
 * Serves on a fixed port while `work` runs: the port is part of the origin, and so of what the browser stored.
 *
 * @template Value
 * @param {{server: import("node:http").Server, port: number}} where
 * @param {(origin: string) => Promise<Value>} work
 */
export async function withServer({ server, port }, work) {
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  try {
    return await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
