import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";

import { useLinkText } from "#src/features/lenders/useLinkText.ts";

function field(written: string) {
  const { result, rerender } = renderHook(useLinkText, { initialProps: written });
  return {
    text: () => result.current.text,
    type: (text: string) => act(() => result.current.type(text)),
    send: (text: string) => act(() => result.current.send(text)),
    linkSays: (text: string) => rerender(text),
  };
}

test("what is typed while the link is on its way stays", () => {
  const { text, type, send, linkSays } = field("");
  type("013");
  send("013");
  type("01334");
  linkSays("013");
  expect(text()).toBe("01334");
  send("01334");
  linkSays("01334");
  expect(text()).toBe("01334");
});

test("of several changes on their way the link may skip one", () => {
  const { text, type, send, linkSays } = field("");
  for (const next of ["1", "12"]) {
    type(next);
    send(next);
  }
  type("123");
  linkSays("12");
  expect(text()).toBe("123");
});

test("what was sent twice is answered by one", () => {
  const { text, type, send, linkSays } = field("");
  type("a");
  send("a");
  send("a");
  linkSays("a");
  linkSays("");
  type("b");
  linkSays("a");
  expect(text()).toBe("a");
});

test("a text is kept as it was typed while the link has not answered", () => {
  const { text, type, send } = field("2026-11-19");
  type("2026-11-20");
  send("2026-11-20");
  expect(text()).toBe("2026-11-20");
});

test("what other hands put into the link replaces what was typed", () => {
  const { text, type, send, linkSays } = field("vip");
  type("vipx");
  linkSays("");
  expect(text()).toBe("");
  type("a");
  send("a");
  linkSays("a");
  linkSays("");
  expect(text()).toBe("");
  // An answer counts once: the same text again is somebody else's.
  type("b");
  linkSays("a");
  expect(text()).toBe("a");
});
