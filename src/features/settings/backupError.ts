import type { RestoreRefusal } from "#src/engine/protocol.ts";
import { errorText, type ErrorText } from "#src/ui/errorText.ts";
import type { Language } from "#src/ui/signs.ts";

type Words = Readonly<Partial<Record<RestoreRefusal["code"], Pick<ErrorText, "what" | "fix">>>>;

const notOurs = {
  what: "This is not a Dipper backup",
  fix: "Choose a file whose name ends in .dipper. Exports of your platform are imported, not restored. Nothing was changed.",
};

const en: Words = {
  CORRUPT_ARCHIVE: {
    what: "This backup is damaged or incomplete",
    fix: "Nothing was changed. Copy the file again from where it was first saved, or use another backup.",
  },
  ENCRYPTED: {
    what: "The passphrase does not open this backup",
    fix: "Nothing was changed. Look for capital letters and the keyboard's language, then try again.",
  },
  STORAGE_NEWER: {
    what: "This backup was made by a newer version of Dipper",
    fix: "Nothing was changed. Reload this page to get the new version, then restore again.",
  },
  STORAGE_FULL: {
    what: "The browser has no room for this",
    fix: "Nothing was changed. Free some disk space, then try again.",
  },
  STORAGE_LOST: {
    what: "The backup could not be finished",
    fix: "What was written did not read back as it should and was thrown away. Nothing was changed. Free disk space, reload the page, then try again.",
  },
  STORAGE_BLOCKED: {
    what: "Another tab is changing the data",
    fix: "Nothing was changed. Wait until the other tab has finished, then try again.",
  },
  STORAGE_CORRUPT: {
    what: "An import that is stored is damaged, so it cannot go into a backup",
    fix: "Nothing was changed. Undo that import on the data screen, import its file again, then back up.",
  },
  CHANGED_WHILE_READING: {
    what: "The file changed while it was being read",
    fix: "Nothing was changed. Wait until it has been copied or synchronised, then choose it again.",
  },
  EMPTY_FILE: { what: "The file is empty", fix: "Nothing was changed. Use another copy of the backup." },
  NOT_A_TABLE: notOurs,
  UNKNOWN_ENCODING: notOurs,
};

const notOursZh = {
  what: "这不是北斗的备份文件",
  fix: "请选择以 .dipper 结尾的文件；平台导出的文件请用导入功能。当前数据没有任何改动。",
};

const zh: Words = {
  CORRUPT_ARCHIVE: {
    what: "备份文件已损坏或不完整",
    fix: "当前数据没有任何改动。请从最初保存的位置重新复制，或使用另一份备份。",
  },
  ENCRYPTED: {
    what: "口令无法打开这份备份",
    fix: "当前数据没有任何改动。请检查大小写与输入法后重试。",
  },
  STORAGE_NEWER: {
    what: "这份备份由更新版本的北斗生成",
    fix: "当前数据没有任何改动。请刷新页面以使用新版本，然后重新恢复。",
  },
  STORAGE_FULL: {
    what: "浏览器没有足够的空间",
    fix: "当前数据没有任何改动。请清理磁盘空间后重试。",
  },
  STORAGE_LOST: {
    what: "备份未能完成",
    fix: "写入的内容读回时不一致，已被丢弃。当前数据没有任何改动。请清理磁盘空间、刷新页面后重试。",
  },
  STORAGE_BLOCKED: {
    what: "另一个标签页正在更改数据",
    fix: "当前数据没有任何改动。请等待其完成后重试。",
  },
  STORAGE_CORRUPT: {
    what: "有一次已保存的导入已损坏，无法写入备份",
    fix: "当前数据没有任何改动。请在导入页撤销该导入并重新导入其文件，然后再备份。",
  },
  CHANGED_WHILE_READING: {
    what: "读取时文件发生了变化",
    fix: "当前数据没有任何改动。请等文件复制或同步完成后重新选择。",
  },
  EMPTY_FILE: { what: "文件是空的", fix: "当前数据没有任何改动。请使用另一份备份。" },
  NOT_A_TABLE: notOursZh,
  UNKNOWN_ENCODING: notOursZh,
};

function importOf(refusal: RestoreRefusal): string {
  return "fileName" in refusal && refusal.fileName !== undefined ? `: ${refusal.fileName}` : "";
}

/** A refusal of a backup or of its restoring: the codes of imports, in words that fit. */
export function backupError(refusal: RestoreRefusal, language: Language): Pick<ErrorText, "what" | "fix"> {
  const words = (language === "zh" ? zh : en)[refusal.code] ?? errorText(refusal, language);
  return { ...words, what: `${words.what}${importOf(refusal)}` };
}
