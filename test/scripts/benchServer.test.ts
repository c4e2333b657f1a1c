import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { benchServer, withServer } from "#scripts/bench/server.mjs";

const parent = mkdtempSync(path.join(tmpdir(), "dipper-bench-server-"));
const app = path.join(parent, "dist");
const pages = path.join(parent, "pages");

beforeAll(() => {
  mkdirSync(app);
  mkdirSync(pages);
  writeFileSync(path.join(app, "index.html"), "app");
  writeFileSync(path.join(pages, "peer.html"), "peer");
});

afterAll(() => rmSync(parent, { recursive: true }));

test.each([
  ["/", 200, "app", true],
  ["/trends", 200, "app", true],
  ["/bench/pages/peer.html", 200, "peer", false],
  ["/bench/pages/missing.html", 404, "", false],
  ["/bench/other/peer.html", 404, "", false],
  ["/bench/pages/%2e%2e%2fdist%2findex.html", 404, "", false],
])("%s", async (url, status, body, hasPolicy) => {
  await withServer({ server: benchServer({ app, bench: { pages } }), port: 0 }, async (origin) => {
    const response = await fetch(`${origin}${url}`);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(response.headers.has("content-security-policy")).toBe(hasPolicy);
  });
});
