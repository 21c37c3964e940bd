import { createRequire } from "node:module";
import { transformSync } from "esbuild";

const { banner, lazily } = createRequire(__filename)("../../build/lazy-providers.cjs") as {
  readonly banner: string;
  readonly lazily: (code: string) => string;
};

const SOURCE = `
import { Lb } from "@cdktf/provider-aws/lib/lb";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { App } from "cdktf";
export class Door extends App {}
export const door = () => new Lb();
export const wall = () => new Wafv2WebAcl();
`;

describe("a provider class", () => {
  const loaded: string[] = [];
  const exported: { door?: () => unknown } = {};
  const { code } = transformSync(SOURCE, { loader: "ts", format: "cjs", banner });
  const load = (file: string): unknown => {
    loaded.push(file);
    return { Lb: class Lb {}, App: class App {} };
  };
  new Function("require", "module", lazily(code))(load, {
    set exports(made: typeof exported) {
      Object.defineProperties(exported, Object.getOwnPropertyDescriptors(made));
    },
  });

  it("is not loaded by importing it, while cdktf is", () => {
    expect(loaded).toEqual(["cdktf"]);
  });

  it("is loaded by using it, and no other is", () => {
    expect(exported.door?.()).toMatchObject({});
    expect(loaded).toEqual(["cdktf", "@cdktf/provider-aws/lib/lb"]);
  });

  it("keeps the line that an error points at", () => {
    expect(lazily(code).split("\n")).toHaveLength(code.split("\n").length);
  });
});
