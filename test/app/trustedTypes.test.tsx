import { expect, test } from "vitest";

import { ownScriptUrl, toHarmlessMarkup } from "#src/app/start/trustedTypes.ts";

test("markup comes out as text, and nothing stays nothing", () => {
  expect(toHarmlessMarkup("")).toBe("");
  expect(toHarmlessMarkup(`<img src=x onerror="a('b')">&`)).toBe(
    "&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;",
  );
});

test("scripts are of the page's own origin", () => {
  const page = "https://dipper.example/data";
  expect(ownScriptUrl("/assets/worker.js", page)).toBe("https://dipper.example/assets/worker.js");
  for (const foreign of ["https://other.example/a.js", "//other.example/a.js", "data:text/javascript,1", "blob:x"]) {
    expect(() => ownScriptUrl(foreign, page)).toThrow(TypeError);
  }
});
