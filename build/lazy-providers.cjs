// A stack pays for the provider classes that it uses: each is a file of up to 800 kB, and requiring all that our modules
// know costs every stack what one with everything on costs. esbuild has no option for a late require().
const NAME = "__lazily";
const REQUIRE = /^var (import_\w+) = require\("(@cdktf\/provider-[^"]+)"\);$/gm;

/** Goes before the code, on a line of its own. */
const banner = `const ${NAME} = (load) => new Proxy({}, { get: (_, name) => load()[name] });`;

/** Makes each require() of a provider class in what esbuild wrote wait for the first use; no line is added. */
function lazily(code) {
  return code.replace(REQUIRE, (_, variable, file) => `var ${variable} = ${NAME}(() => require("${file}"));`);
}

module.exports = { banner, lazily };
