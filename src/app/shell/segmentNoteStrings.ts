import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  ofTodayHint:
    "Its rules go by state, balance, volume, lend days, last lend or bonus hunting as they are now: past figures are of lenders chosen by their present.",
  ofToday: "Segment by how things stand today",
  lostHint: "Nobody is in it, so every figure is of nobody.",
  lost: "This segment is no longer saved",
  clear: "Show all lenders",
};

const zh: typeof en = {
  ofTodayHint:
    "其规则按目前的状态、余额、成交额、出借天数、最近出借或羊毛党判定：过去的数字是按现状挑选的出借人的数字。",
  ofToday: "分群按目前情况判定",
  lostHint: "其中没有任何人，因此所有数字都不含任何出借人。",
  lost: "该分群已不再保存",
  clear: "显示全部出借人",
};

export const segmentNoteStrings: Catalogue<typeof en> = { en, zh };
