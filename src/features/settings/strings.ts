import type { Weekday } from "#src/domain/calendar.ts";
import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  figures: "How figures are computed",
  figuresSubtitle: "Saved on this device; each setting says which figures it changes",
  changes: "Changes",
  changesNothing: "Changes no figure",

  newRule: "New-lender rule",
  newRuleHint:
    "Which lends of a first-time lender are new volume. With exports that hold dates alone, both rules mean the whole first day.",
  newRuleChanges: "new volume, returning volume",
  first_instant: "First instant",
  first_instantHint: "Lends at the very first moment are new; a second order later that day is returning",
  first_day: "First day",
  first_dayHint: "Every lend on the first day is new",

  transfers: "Transfers between lenders",
  transfersHint:
    "Selling a claim to another lender leaves the platform's outstanding as it is. Gross counts it as volume and as an exit.",
  transfersChanges: "volume, exits, net inflow, active lenders, re-lend retention, lifetime volume; never outstanding",
  net: "Net",
  netHint: "Neither volume nor exit",
  gross: "Gross",
  grossHint: "Volume for the buyer, exit for the seller",

  spread: "Net spread",
  spreadLabel: "Net spread a year",
  spreadSuffix: "% a year",
  spreadHint:
    "Asset yield less lenders' yield, expected loss borne and variable cost. Empty means unknown: margin is then not shown, never guessed.",
  spreadChanges: "lifetime margin",
  spreadUnknown: "Unknown",
  spreadRefused: "Between −100 % and 100 % a year. The spread was not saved.",

  zone: "Time zone",
  zoneHint:
    "The zone of the platform's business day. Only stamps that carry an offset or a Z are converted, and only in files imported from now on.",
  zoneChanges: "the business day of stamps with an offset, in later imports",
  weekStart: "First day of the week",
  weekStartHint: "Where weeks begin in weekly charts and cohorts.",
  weekStartChanges: "weekly figures and weekly cohorts",
  weekdays: {
    1: "Monday",
    2: "Tuesday",
    3: "Wednesday",
    4: "Thursday",
    5: "Friday",
    6: "Saturday",
    7: "Sunday",
  } satisfies Record<Weekday, string>,

  look: "Language and look",
  lookSubtitle: "Kept in the link, so that a copy of it shows the same",
  language: "Language",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  system: "As the device",

  storage: "Storage",
  storageSubtitle: "Everything is in this browser on this device; nothing is sent anywhere",
  used: (used: string) => `${used} used`,
  usedHint: "Of this device's disk, by this page alone.",
  unmeasured: "The browser does not tell how much is used.",
  persisted: "Protected",
  persistedHint: "The browser will not remove the data by itself.",
  notPersisted: "May be removed by the browser",
  notPersistedHint:
    "When the disk fills up, the browser may remove everything here at once. Ask it to keep the data; it agrees sooner when the page is used often, bookmarked or installed as an app.",
  notPersistedWebKit:
    "Safari removes a site's data after some weeks without a visit. Add Dipper to the Dock or the Home Screen, where it is kept, and make a backup.",
  persist: "Keep my data",
  persistRefused: "The browser did not agree",
  persistRefusedHint:
    "Bookmark this page or install it as an app, then ask again. Keep your export files, or make backups.",
  persistGranted: "Your data is protected",

  erase: "Erase all data",
  eraseHint:
    "Removes every import, setting and mapping from this browser, and the saved copy of this page. Your export files and backups are not touched; there is no undo.",
  eraseOpen: "Erase all data…",
  eraseTitle: "Erase all data?",
  eraseBody: (imports: string, rows: string) =>
    `${imports} imports with ${rows} rows, and all settings, are removed from this browser. Only your own files or a backup can bring them back.`,
  eraseType: (word: string) => `Type ${word} to go on`,
  eraseWord: "ERASE",
  eraseConfirm: "Erase all data",
  erased: "All data erased",
  cancel: "Cancel",

  saved: "Setting saved",
  savedDetail: (changes: string) => `Now computed anew: ${changes}`,
  failed: "The setting could not be saved",
  eraseFailed: "The data could not be erased",
  eraseLeft: (names: string) =>
    `Something is left: ${names}. Close the other tabs of Dipper, then clear this site's data in the browser's settings.`,
};

const zh: typeof en = {
  figures: "计算口径",
  figuresSubtitle: "保存在本机；每项设置都注明会改变哪些指标",
  changes: "影响",
  changesNothing: "不影响任何数字",

  newRule: "新用户口径",
  newRuleHint: "首次出借的用户，哪些出借计入新用户成交额。若导出只有日期，两种口径都按整个首日计。",
  newRuleChanges: "新用户成交额、老用户成交额",
  first_instant: "首笔时刻",
  first_instantHint: "首个时刻的出借算新用户，当天稍后再出借算老用户",
  first_day: "首日",
  first_dayHint: "首日的全部出借都算新用户",

  transfers: "债权转让",
  transfersHint: "出借人之间转让债权不改变平台待收。全额口径把它计入成交与退出。",
  transfersChanges: "成交额、退出、净流入、活跃出借人、复投留存、累计成交额；待收不变",
  net: "净额",
  netHint: "不计成交，也不计退出",
  gross: "全额",
  grossHint: "买方计成交，卖方计退出",

  spread: "净利差",
  spreadLabel: "年化净利差",
  spreadSuffix: "% / 年",
  spreadHint: "资产收益率减去出借人收益率、承担的预期损失与变动成本。留空表示未知：不显示毛利，也绝不估算。",
  spreadChanges: "累计毛利",
  spreadUnknown: "未知",
  spreadRefused: "请输入 −100% 至 100% 之间的年化利差，本次未保存。",

  zone: "时区",
  zoneHint: "平台业务日所在的时区。只换算带时区偏移或 Z 的时间，且只对之后导入的文件生效。",
  zoneChanges: "之后导入的、带时区偏移的时间所属的业务日",
  weekStart: "每周起始日",
  weekStartHint: "按周统计与周同期群从哪一天开始。",
  weekStartChanges: "按周的数字与周同期群",
  weekdays: {
    1: "周一",
    2: "周二",
    3: "周三",
    4: "周四",
    5: "周五",
    6: "周六",
    7: "周日",
  },

  look: "语言与外观",
  lookSubtitle: "保存在链接中，复制链接即可看到相同的界面",
  language: "语言",
  theme: "主题",
  light: "浅色",
  dark: "深色",
  system: "跟随设备",

  storage: "存储",
  storageSubtitle: "所有数据都在本机的浏览器中，不会发送到任何地方",
  used: (used) => `已用 ${used}`,
  usedHint: "仅指本页在本机磁盘上占用的空间。",
  unmeasured: "浏览器未提供用量信息。",
  persisted: "受保护",
  persistedHint: "浏览器不会自行移除数据。",
  notPersisted: "可能被浏览器移除",
  notPersistedHint:
    "磁盘不足时，浏览器可能一次移除这里的全部数据。请让浏览器保留数据；经常使用、收藏或安装为应用后更容易获得同意。",
  notPersistedWebKit: "Safari 会在数周未访问后移除网站数据。请将北斗添加到程序坞或主屏幕（会一直保留），并做好备份。",
  persist: "保留我的数据",
  persistRefused: "浏览器没有同意",
  persistRefusedHint: "请收藏本页或将其安装为应用后再试；并请保留导出文件或定期备份。",
  persistGranted: "数据已受保护",

  erase: "清除全部数据",
  eraseHint: "从浏览器中移除所有导入、设置与列对应，以及本页的离线副本。您的导出文件与备份不受影响；此操作无法撤销。",
  eraseOpen: "清除全部数据…",
  eraseTitle: "清除全部数据？",
  eraseBody: (imports, rows) =>
    `${imports} 次导入共 ${rows} 行，以及全部设置，将从此浏览器中移除，只能用您自己的文件或备份恢复。`,
  eraseType: (word) => `输入“${word}”以继续`,
  eraseWord: "清除",
  eraseConfirm: "清除全部数据",
  erased: "全部数据已清除",
  cancel: "取消",

  saved: "设置已保存",
  savedDetail: (changes) => `正在重新计算：${changes}`,
  failed: "无法保存设置",
  eraseFailed: "无法清除数据",
  eraseLeft: (names) => `仍有残留：${names}。请关闭其他北斗标签页，再到浏览器设置中清除本站数据。`,
};

export const strings: Catalogue<typeof en> = { en, zh };
