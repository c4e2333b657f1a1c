import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  opening: "Opening your data",
  openingRows: (done: string, total: string) => `${done} of ${total} rows`,
  tryAgain: "Try again",
  reload: "Reload the page",
  screenFailed: "This screen could not be drawn",
  failed: "The engine has stopped",
  failedDetail: "What was stored is safe. Reload the page to start the engine again.",
  code: "Code",
  lostTitle: "The browser has removed your stored data",
  lostDetail: (imports: string, rows: string) =>
    `This device held ${imports} imports with ${rows} rows. Browsers clear a site's data when the disk is nearly full, or when told to. Your export files are untouched: restore a backup, or import the files again, and every figure will be the same.`,
  lostAdvice: "To prevent this, let the browser keep this site's data, or install Dipper as an app.",
  restore: "Restore a backup…",
  reimport: "Import files again",
  startFresh: "Start fresh",
  erase: "Erase all stored data",
  eraseTitle: "Erase all stored data?",
  eraseDetail:
    "Every import, also those that can still be read, is removed. Your export files and backups are untouched.",
  damagedTitle: (file: string) => `The stored data of ${file} is damaged`,
  damagedImport: (id: number) => `import no. ${id}`,
  damagedDetail:
    "It fails its checksum, so no figure is made of it. Remove this import and go on with the others, then import its file again; or restore a backup.",
  damagedAllTitle: "The stored data is damaged",
  damagedAll:
    "Stored data is damaged and fails its checksum, so no figure is made of it. Restore a backup, or erase everything and import your files again.",
  removeImport: "Remove this import",
  removeTitle: (file: string) => `Remove ${file}?`,
  removeDetail: "Its rows leave every figure. All other imports stay. Import its file again to have it back.",
  fullTitle: "The disk is full",
  fullDetail:
    "Dipper cannot open its data while there is no room left. Nothing was written meanwhile. Free some disk space, then try again.",
  blockedWaiting: "Dipper goes on by itself as soon as the other tab lets go.",
  notFound: "No such screen",
  notFoundDetail: "The address names a screen that Dipper does not have.",
  toOverview: "Go to the overview",
};

const zh: typeof en = {
  opening: "正在打开数据",
  openingRows: (done, total) => `${done} / ${total} 行`,
  tryAgain: "重试",
  reload: "刷新页面",
  screenFailed: "此页面无法显示",
  failed: "计算引擎已停止",
  failedDetail: "已保存的数据不受影响。刷新页面即可重新启动。",
  code: "代码",
  lostTitle: "浏览器清除了已保存的数据",
  lostDetail: (imports, rows) =>
    `本机原有 ${imports} 次导入，共 ${rows} 行。磁盘空间不足或按用户要求时，浏览器会清除网站数据。您的导出文件没有受到影响：恢复备份或重新导入后，所有数字与之前一致。`,
  lostAdvice: "为避免再次发生，请允许浏览器保留本站数据，或将北斗安装为应用。",
  restore: "恢复备份…",
  reimport: "重新导入文件",
  startFresh: "从头开始",
  erase: "清除全部已保存数据",
  eraseTitle: "清除全部已保存数据？",
  eraseDetail: "全部导入（包括仍可读取的）都会被移除。您的导出文件与备份不受影响。",
  damagedTitle: (file) => `${file} 的已保存数据已损坏`,
  damagedImport: (id) => `第 ${id} 次导入`,
  damagedDetail: "该数据未通过校验，不会计入任何指标。可移除此次导入并继续使用其余数据，再重新导入该文件；或恢复备份。",
  damagedAllTitle: "已保存的数据已损坏",
  damagedAll: "已保存的数据损坏，未通过校验，不会计入任何指标。请恢复备份，或清除全部数据后重新导入文件。",
  removeImport: "移除此次导入",
  removeTitle: (file) => `移除 ${file}？`,
  removeDetail: "其中的行将从所有指标中移除，其他导入保持不变。重新导入该文件即可找回。",
  fullTitle: "磁盘已满",
  fullDetail: "没有剩余空间时，北斗无法打开数据。期间没有写入任何内容。请清理磁盘空间后重试。",
  blockedWaiting: "另一个标签页释放后，北斗会自动继续。",
  notFound: "没有这个页面",
  notFoundDetail: "该地址对应的页面不存在。",
  toOverview: "前往总览",
};

export const strings = { en, zh } satisfies Catalogue<typeof en>;
