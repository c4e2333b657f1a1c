import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "#test/support/appTest.ts";

test("every response carries the policy, the worker's and the sample's too", async ({ page }) => {
  const responses: { url: string; policy: string | undefined; nosniff: string | undefined }[] = [];
  page.context().on("response", (response) => {
    const headers = response.headers();
    const policy = headers["content-security-policy"];
    responses.push({ url: response.url(), policy, nosniff: headers["x-content-type-options"] });
  });
  await page.goto("/");
  await expect(page.locator("#root")).not.toBeEmpty();
  // The page does not wait for its worker.
  await expect.poll(() => responses.some(({ url }) => /worker[^/]*\.js$/.test(url))).toBe(true);

  const fromOrigin = responses.filter(({ url }) => url.startsWith("http"));
  for (const { url, policy, nosniff } of fromOrigin) {
    expect(policy, url).toContain("require-trusted-types-for 'script'; trusted-types default");
    expect(policy, url).toContain("connect-src 'self'");
    expect(nosniff, url).toBe("nosniff");
  }
});

test("the page carries the policy for hosts that send no headers", async ({ page }) => {
  await page.goto("/");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain("frame-ancestors");
});

test("the built app names no other origin but as a namespace or in a message to developers", () => {
  const folder = path.resolve("dist");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const hosts = files
    .filter((file) => /\.(js|html|css|svg|webmanifest)$/.test(file))
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)])
    .map(([, host]) => host!);
  const namespaces = ["www.w3.org", "schemas.openxmlformats.org", "purl.oclc.org"];
  const messages = ["react.dev", "base-ui.com", "github.com", "tailwindcss.com", "tinyurl.com", "bit.ly", "localhost"];
  expect(hosts.length).toBeGreaterThan(0);
  expect([...new Set(hosts)].filter((host) => ![...namespaces, ...messages].includes(host))).toEqual([]);
});

test("the sample lies on the app's own origin, its files one behind the other", async ({ request }) => {
  const { files } = (await (await request.get("/sample-data/index.json")).json()) as {
    files: { name: string; sizeBytes: number }[];
  };
  expect(files.length).toBeGreaterThan(400);
  const together = await (await request.get("/sample-data/sample.csvs")).body();
  expect(together.length).toBe(files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0));
});

test.describe("theme and language are set before the first paint", () => {
  test.use({ colorScheme: "light" });

  test("from the link", async ({ page }) => {
    await page.goto("/?theme=dark&lang=zh");
    await expect(page.locator("html")).toHaveClass(/\bdark\b/);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  });

  test("else from the last choice", async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem("dipper.theme", "dark");
      localStorage.setItem("dipper.lang", "zh");
    });
    await page.goto("/");
    await expect(page.locator("html")).toHaveClass(/\bdark\b/);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  });

  test("else from the system", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("html")).not.toHaveClass(/\bdark\b/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.reload();
    await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  });
});
