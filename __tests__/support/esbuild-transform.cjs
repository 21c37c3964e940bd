// Jest's view of build.mjs: each file through esbuild, types untouched.
const { transformSync } = require("esbuild");

module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: "ts",
      format: "cjs",
      target: "node20.9",
      sourcemap: true,
      sourcefile: path,
    });
    return { code, map };
  },
};
