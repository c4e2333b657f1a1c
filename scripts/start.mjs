// `npm start`: builds what is missing or out of date, then serves it.
import { buildIfStale } from "./build.mjs";
import { serve } from "./serve.mjs";

buildIfStale("app");
serve(process.argv.slice(2));
