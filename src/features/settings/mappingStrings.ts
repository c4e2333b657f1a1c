import type { Catalogue } from "#src/ui/language.tsx";
import type { MappingFileRefusal } from "#src/view/mappingFile.ts";

const reasonsEn: Readonly<Record<MappingFileRefusal["reason"], string>> = {
  not_json: "The file is not JSON. Choose a file that “Export all” wrote.",
  not_mappings: "The file holds no mappings of Dipper, or of a newer version. Choose a file that “Export all” wrote.",
  damaged: "A mapping in the file cannot be read. Nothing of it was taken; export the mappings again.",
};

const reasonsZh: typeof reasonsEn = {
  not_json: "文件不是 JSON。请选择由“全部导出”生成的文件。",
  not_mappings: "文件中没有北斗的列对应，或来自更新的版本。请选择由“全部导出”生成的文件。",
  damaged: "文件中有一项列对应无法读取，因此全部未导入。请重新导出。",
};

const en = {
  title: "Saved mappings",
  subtitle: "How files of a known header are read; made when an import is reviewed",
  none: "No mapping saved yet",
  noneHint: "Once you have reviewed an import, the next file with the same header is read the same way.",
  columns: (count: string) => (count === "1" ? "1 column" : `${count} columns`),
  savedOn: (time: string) => `saved ${time}`,
  rename: (name: string) => `Rename ${name}`,
  renameTitle: "Rename mapping",
  remove: (name: string) => `Delete ${name}`,
  removeTitle: (name: string) => `Delete ${name}?`,
  removeBody: "Imports made with it stay as they are. The next file with this header is recognised afresh.",
  removeConfirm: "Delete mapping",
  exportAll: "Export all",
  importFile: "Import…",
  fileName: "dipper-mappings.json",
  saved: "Mapping saved",
  removed: (name: string) => `${name} deleted`,
  imported: (count: string) => (count === "1" ? "1 mapping imported" : `${count} mappings imported`),
  importRefused: "The mappings were not imported",
  reasons: reasonsEn,
  at: (path: string) => `At ${path}.`,
  failed: "The mapping could not be saved",
};

const zh: typeof en = {
  title: "已保存的列对应",
  subtitle: "已知表头的文件如何读取；在审核导入时生成",
  none: "还没有保存列对应",
  noneHint: "审核过一次导入后，相同表头的文件会以同样方式读取。",
  columns: (count) => `${count} 列`,
  savedOn: (time) => `保存于 ${time}`,
  rename: (name) => `重命名 ${name}`,
  renameTitle: "重命名列对应",
  remove: (name) => `删除 ${name}`,
  removeTitle: (name) => `删除 ${name}？`,
  removeBody: "用它导入的数据不受影响；之后相同表头的文件将重新识别。",
  removeConfirm: "删除列对应",
  exportAll: "全部导出",
  importFile: "导入…",
  fileName: "dipper-mappings.json",
  saved: "列对应已保存",
  removed: (name) => `已删除 ${name}`,
  imported: (count) => `已导入 ${count} 项列对应`,
  importRefused: "列对应未能导入",
  reasons: reasonsZh,
  at: (path) => `位置：${path}。`,
  failed: "列对应未能保存",
};

export const mappingStrings: Catalogue<typeof en> = { en, zh };
