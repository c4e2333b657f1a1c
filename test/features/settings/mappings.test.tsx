import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { SavedMapping } from "#src/domain/reading.ts";
import { accepted } from "#src/domain/result.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { MappingSettings } from "#src/features/settings/MappingSettings.tsx";
import { mappingsText, parseMappings } from "#src/view/mappingFile.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const MAPPING: SavedMapping = {
  fingerprint: "f1",
  name: "Daily export",
  dataset: "transactions",
  headers: ["流水号", "用户", "时间", "金额"],
  reading: {
    columns: { txn_id: 0, user_id: 1, occurred_at: 2, amount: 3 },
    sign: { shape: "signed", positive: "lend", negative: "exit" },
    types: { 红包: "ignore", 出借: "lend", 冲正: "by_sign" },
    scaleFen: 1_000_000,
    dateOrder: "day",
    status: { column: 4, keep: ["成功"] },
  },
  savedAtMs: 1_795_000_000_000,
};

function memory(first: readonly SavedMapping[]) {
  let mappings = first;
  const methods: Partial<EngineMethods> = {
    mappings: () => Promise.resolve(mappings),
    saveMappings: (args) => {
      const saved = args.mappings.map(({ fingerprint }) => fingerprint);
      mappings = [...mappings.filter(({ fingerprint }) => !saved.includes(fingerprint)), ...args.mappings];
      return Promise.resolve(accepted(undefined));
    },
    deleteMapping: (args) => {
      mappings = mappings.filter(({ fingerprint }) => fingerprint !== args.fingerprint);
      return Promise.resolve(accepted(undefined));
    },
  };
  return methods;
}

const draw = (first: readonly SavedMapping[]) => drawScreen(<MappingSettings />, { methods: memory(first) });

test("lists mappings with their dataset and columns", async () => {
  await draw([MAPPING]);
  const list = await screen.findByRole("list", { name: "Saved mappings" });
  expect(list.textContent).toMatch(/Daily exportTransactions4 columns · saved Nov .* · 流水号, 用户, 时间, 金额/);
});

test("a mapping can be renamed", async () => {
  await draw([MAPPING]);
  fireEvent.click(await screen.findByRole("button", { name: "Rename Daily export" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Rename mapping" }));
  fireEvent.change(dialog.getByLabelText("Name"), { target: { value: " 日报 " } });
  fireEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("button", { name: "Rename 日报" })).toBeDefined();
});

test("deleting asks first", async () => {
  await draw([MAPPING]);
  fireEvent.click(await screen.findByRole("button", { name: "Delete Daily export" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete Daily export?" }));
  fireEvent.click(dialog.getByRole("button", { name: "Delete mapping" }));
  expect(await screen.findByText("No mapping saved yet")).toBeDefined();
});

function chooseFile(text: string) {
  const input = document.querySelector("input[type=file]");
  fireEvent.change(input!, { target: { files: [new File([text], "mappings.json")] } });
}

test("a file of mappings is taken in", async () => {
  await draw([]);
  await screen.findByText("No mapping saved yet");
  chooseFile(mappingsText([MAPPING]));
  expect(await screen.findByText("1 mapping imported")).toBeDefined();
  expect(await screen.findByRole("button", { name: "Rename Daily export" })).toBeDefined();
});

test("a file that holds none says so, and where it is wrong", async () => {
  await draw([]);
  await screen.findByText("No mapping saved yet");
  chooseFile(mappingsText([{ ...MAPPING, dataset: "loan" as "loans" }]));
  expect(
    await screen.findAllByText(/A mapping in the file cannot be read.* At mappings\.0\.dataset\./),
  ).not.toHaveLength(0);
});

test("the export is a file that the import takes back", async () => {
  const made: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    made.push(blob as Blob);
    return "blob:x";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  await draw([MAPPING]);
  fireEvent.click(await screen.findByRole("button", { name: "Export all" }));
  expect(parseMappings(await made[0]!.text())).toEqual(accepted([MAPPING]));
  vi.restoreAllMocks();
});

test.each([
  ["{", "not_json", ""],
  ["[]", "not_mappings", "format"],
  [JSON.stringify({ format: "dipper-mappings", version: 2, mappings: [] }), "not_mappings", "version"],
  [mappingsText([{ ...MAPPING, fingerprint: "" }]), "damaged", "mappings.0.fingerprint"],
  [
    mappingsText([{ ...MAPPING, reading: { columns: { nickname: 1 } as Record<string, number> } }]),
    "damaged",
    "mappings.0.reading.columns",
  ],
  [mappingsText([{ ...MAPPING, reading: { scaleFen: 0.5 } }]), "damaged", "mappings.0.reading.scaleFen"],
  [
    mappingsText([{ ...MAPPING, reading: { types: { a: "gift" as "lend" } } }]),
    "damaged",
    "mappings.0.reading.types.a",
  ],
])("%j is refused", (text, reason, path) => {
  expect(parseMappings(text)).toEqual({ ok: false, refusal: { reason, path } });
});
