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
    `This device held ${imports} imports with ${rows} rows. Browsers clear a site's data when the disk is nearly full, or when told to. Your export files are untouched: import them again and every figure will be the same.`,
  lostAdvice: "To prevent this, let the browser keep this site's data, or install Dipper as an app.",
  reimport: "Import files again",
  startFresh: "Start fresh",
  erase: "Erase all stored data",
  eraseTitle: "Erase all stored data?",
  eraseDetail: "The stored copy cannot be read. Your export files are untouched and can be imported again.",
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
    `本机原有 ${imports} 次导入，共 ${rows} 行。磁盘空间不足或按用户要求时，浏览器会清除网站数据。您的导出文件没有受到影响：重新导入后，所有数字与之前一致。`,
  lostAdvice: "为避免再次发生，请允许浏览器保留本站数据，或将北斗安装为应用。",
  reimport: "重新导入文件",
  startFresh: "从头开始",
  erase: "清除全部已保存数据",
  eraseTitle: "清除全部已保存数据？",
  eraseDetail: "已保存的副本无法读取。您的导出文件没有受到影响，可以重新导入。",
  notFound: "没有这个页面",
  notFoundDetail: "该地址对应的页面不存在。",
  toOverview: "前往总览",
};

export const strings = { en, zh } satisfies Catalogue<typeof en>;
