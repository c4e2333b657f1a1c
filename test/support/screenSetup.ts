import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Layers are loaded when they are first opened, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

// Testing Library cleans up by itself only where the test functions are globals.
afterEach(cleanup);
