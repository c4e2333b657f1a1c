import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}

type Versions = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly overrides: Versions;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string }>>;
}

test("every package is asked for in one exact version", () => {
  const { dependencies, devDependencies, overrides } = readJson("package.json") as Manifest;
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("every package that is installed has its checksum, and comes from no address of its own", () => {
  const { packages } = readJson("package-lock.json") as Lock;
  const installed = Object.entries(packages).filter(([name]) => name !== "");
  expect(installed.length).toBeGreaterThan(100);
  const loose = installed.filter(
    ([, { integrity = "", resolved }]) => !integrity.startsWith("sha512-") || resolved !== undefined,
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});
