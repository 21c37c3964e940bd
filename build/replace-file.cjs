const { mkdirSync, renameSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");

/** Writes a file in dist/. Who reads it meanwhile finds the old one or the new one, never half of it. */
function replaceFile(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

module.exports = { replaceFile };
