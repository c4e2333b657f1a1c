import type { Catalogue } from "#src/ui/language.tsx";

/** Counts come twice: the number decides the form, the text is printed. */
const files = (count: number, text: string): string => `${text} ${count === 1 ? "file" : "files"}`;

const en = {
  question: {
    title: "Sample data is loaded",
    description: "Your own files and the invented ones would be added up in every figure. Remove the sample first?",
    remove: (count: number, text: string) => `Remove sample, review ${files(count, text)}`,
    keep: "Keep both",
    cancel: "Cancel",
  },
  imported: (count: number, text: string) => `${files(count, text)} imported`,
  nothingNew: "Nothing new to import",
  partly: (count: number, text: string, of: string) => `${files(count, text)} of ${of} imported`,
  cancelled: "Import cancelled",
  rows: (text: string) => `${text} rows`,
  known: (count: number, text: string) => `${files(count, text)} had been imported before`,
  seeImports: "See imports",
  undo: "Undo",
  undone: (count: number, text: string) => `Import of ${files(count, text)} undone`,
  undoneDetail: "Every figure is as it was before.",
  waiting: (count: number, text: string) => `${files(count, text)} ${count === 1 ? "waits" : "wait"}`,
  waitingDetail: "The review opens when this one, or the import under way, is done.",
  interrupted: "The last import was not completed",
  interruptedDetail: (name: string, more: number, text: string) =>
    `The import of ${name}${more > 0 ? ` and ${text} more` : ""} was cut off. What was finished is stored. Drop the rest again; what is stored already is recognised.`,
  sampleInterrupted: "The sample was not loaded to its end",
  sampleInterruptedDetail:
    "The page was closed or reloaded meanwhile. Load the sample again; if a part of it is there, remove that first.",
  cancelledDetail: (stored: string, rest: string) => `${stored} stored and kept, ${rest} not taken`,
  failed: "The import stopped",
  sampleFailed: "The sample could not be loaded",
  tryAgain: "Your stored data is untouched. Try again; if it fails again, reload the page.",
  sampleRemoved: "Sample data removed",
  sampleRemovedDetail: "Every figure is as if it had never been there.",
};

const zh: typeof en = {
  question: {
    title: "当前已加载示例数据",
    description: "若一并保留，您的文件会与虚构数据合并计入所有指标。是否先移除示例数据？",
    remove: (_, text) => `移除示例并核对 ${text} 个文件`,
    keep: "两者都保留",
    cancel: "取消",
  },
  imported: (_, text) => `已导入 ${text} 个文件`,
  nothingNew: "没有新内容可导入",
  partly: (_, text, of) => `${of} 个文件中已导入 ${text} 个`,
  cancelled: "已取消导入",
  rows: (text) => `${text} 行`,
  known: (_, text) => `${text} 个文件此前已导入`,
  seeImports: "查看导入",
  undo: "撤销",
  undone: (_, text) => `已撤销 ${text} 个文件的导入`,
  undoneDetail: "所有指标恢复到导入之前的样子。",
  waiting: (_, text) => `${text} 个文件排队中`,
  waitingDetail: "当前的核对或导入完成后，将打开其核对。",
  interrupted: "上次导入没有完成",
  interruptedDetail: (name, more, text) =>
    `${name}${more > 0 ? ` 等 ${text} 个文件` : ""}的导入被中断，已完成的部分已存入。请重新拖入其余文件，已存入的会自动识别。`,
  sampleInterrupted: "示例数据没有加载完成",
  sampleInterruptedDetail: "加载期间页面被关闭或刷新。请重新加载示例；如已有部分示例数据，请先移除。",
  cancelledDetail: (stored, rest) => `已存入并保留 ${stored} 个，${rest} 个未导入`,
  failed: "导入中断",
  sampleFailed: "示例数据未能加载",
  tryAgain: "已保存的数据不受影响。请重试；如仍失败，请刷新页面。",
  sampleRemoved: "示例数据已移除",
  sampleRemovedDetail: "所有指标恢复到从未加载示例时的样子。",
};

export const strings = { en, zh } satisfies Catalogue<typeof en>;
