// Jest's view of build/bundle.mjs: each file through esbuild, types untouched.
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { transformSync } = require("esbuild");
const { banner, lazily } = require("../../build/lazy-providers.cjs");

const SELF = readFileSync(__filename) + readFileSync(require.resolve("../../build/lazy-providers.cjs"));

module.exports = {
  // Without a key of its own Jest would go on using what an earlier version of this file made.
  getCacheKey: (source, path) => createHash("sha256").update(SELF).update(path).update(source).digest("hex"),
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: "ts",
      format: "cjs",
      target: "node20.9",
      supported: { "dynamic-import": false }, // Jest loads modules itself: import() becomes require()
      sourcemap: true,
      sourcefile: path,
      banner,
    });
    return { code: lazily(code), map };
  },
};
