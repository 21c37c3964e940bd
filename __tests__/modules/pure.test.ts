import { brokenRules } from "../support/linted";

const USING = 'import { Fn } from "cdktf";\nexport const half = Fn.tostring(1);\n';
const EXTENDING = 'import { Construct } from "constructs";\nexport class Half extends Construct {}\n';
const MAKING =
  'import { Eip } from "@cdktf/provider-aws/lib/eip";\nexport const make = (scope: never) => new Eip(scope, "A");\n';
const TYPES =
  'import type { EipConfig } from "@cdktf/provider-aws/lib/eip";\nexport type Half = EipConfig;\n';

const PURE = "frontyard/pure-unless-construct";

describe("CDKTF in a file of modules/", () => {
  const cases: [string, string, boolean][] = [
    [USING, "modules/network/new.ts", false],
    [USING, "modules/fargate/container/new.ts", false],
    [USING, "modules/network/new-expressions.ts", true],
    [USING, "modules/foundation/new.ts", true],
    [EXTENDING, "modules/network/new.ts", true],
    [MAKING, "modules/network/new.ts", true],
    [TYPES, "modules/network/new.ts", true],
  ];
  const broken = brokenRules(cases.map(([code, file]) => ({ code, file })));

  it.each(cases.map(([code, file, isAllowed], at) => [code.split("\n")[1], file, isAllowed, broken[at]]))(
    "%s in %s: allowed is %s",
    (_, __, isAllowed, rules) => expect((rules as string[]).includes(PURE)).toBe(!isAllowed),
  );
});
