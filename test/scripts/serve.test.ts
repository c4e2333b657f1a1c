import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { staticServer } from "#scripts/serve.mjs";

const parent = mkdtempSync(path.join(tmpdir(), "dipper-serve-"));
const root = path.join(parent, "dist");
const server = staticServer(root);

beforeAll(async () => {
  mkdirSync(path.join(root, "assets"), { recursive: true });
  mkdirSync(path.join(root, ".vite"));
  writeFileSync(path.join(parent, "secret.txt"), "secret");
  writeFileSync(path.join(root, ".vite/manifest.json"), "{}");
  writeFileSync(path.join(root, "index.html"), "<!doctype html>");
  writeFileSync(path.join(root, "assets/engine.worker.js"), "self");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

/** `fetch` would tidy the path away before sending it. */
function get(rawPath: string, method = "GET", headers = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve) => {
      request({ host: "127.0.0.1", port, path: rawPath, method, headers }, (response) => {
        let body = "";
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
      }).end();
    },
  );
}

test.each([
  ["/", 200, "text/html; charset=utf-8", "<!doctype html>"],
  ["/trends", 200, "text/html; charset=utf-8", "<!doctype html>"],
  ["/cohorts/ltv?grain=week", 200, "text/html; charset=utf-8", "<!doctype html>"],
  ["/assets/engine.worker.js", 200, "text/javascript; charset=utf-8", "self"],
])("%s is served", async (url, status, type, body) => {
  const response = await get(url);
  expect(response).toMatchObject({ status, body });
  expect(response.headers["content-type"]).toBe(type);
});

test.each([
  ["/../secret.txt", 400],
  ["/%2e%2e/secret.txt", 400],
  ["/..%2fsecret.txt", 400],
  ["/assets/..%5c..%5csecret.txt", 400],
  ["//../secret.txt", 400],
  ["/.vite/manifest.json", 400],
  ["/%00", 400],
  ["/%zz", 400],
  ["/missing.csv", 404],
])("%s is refused", async (url, status) => {
  expect(await get(url)).toMatchObject({ status, body: "" });
});

test.each(["/", "/assets/engine.worker.js", "/missing.csv", "/../secret.txt"])("%s carries the policy", async (url) => {
  const { headers } = await get(url);
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; script-src 'self'; .*trusted-types default$/,
  );
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
});

test("only reading is allowed", async () => {
  expect(await get("/", "POST")).toMatchObject({ status: 405 });
  expect(await get("/", "HEAD")).toMatchObject({ status: 200, body: "" });
});

test("an unchanged file is not sent twice", async () => {
  const { headers } = await get("/");
  expect(headers["cache-control"]).toBe("no-cache");
  expect(await get("/", "GET", { "If-None-Match": headers["etag"] })).toMatchObject({ status: 304, body: "" });
  expect((await get("/assets/engine.worker.js")).headers["cache-control"]).toContain("immutable");
});
