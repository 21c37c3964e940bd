import { Certificate, HostedZone, type AwsStack } from "../../../modules";
import { cluster, httpsListener, network, service } from "../../support/parts";
import { codesOf, problemsOf } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const NAMES = "props.alternativeNames";

function certificate(stack: AwsStack, alternativeNames: readonly unknown[]): void {
  const hostedZone = new HostedZone(stack, "Zone", { name: "example.com" });
  const names = alternativeNames as string[];
  new Certificate(stack, "Certificate", { domainName: "example.com", hostedZone, alternativeNames: names });
}

function app(stack: AwsStack, container: object): void {
  service(stack, cluster(stack), { container });
}

describe("the members of a list", () => {
  it.each<[string, unknown, string]>([
    ["null", null, "null"],
    ["undefined, as an environment variable that is not set", process.env["NOT_SET_ANYWHERE"], "undefined"],
    ["a number", 1, "number"],
    ["an object", {}, "object"],
    ["a list", ["www.example.com"], "list"],
  ])("fail as %s, with their place", (_, member, kind) => {
    const problems = problemsOf((stack) => certificate(stack, ["*.example.com", member]));
    expect(problems).toMatchObject([
      { code: "FY018", subject: `${NAMES}.1`, given: `${kind} where text belongs` },
    ]);
  });

  it("fail all at once", () => {
    const problems = problemsOf((stack) => certificate(stack, [null, "*.example.com", 2]));
    expect(problems.map(({ subject }) => subject)).toEqual([`${NAMES}.0`, `${NAMES}.2`]);
  });

  it("fail as zones and as certificates, too", () => {
    expect(codesOf((stack) => network(stack, { zones: ["us-east-1a", 2 as unknown as string] }))).toEqual([
      "FY018",
    ]);
    const certificates = [null] as unknown as [];
    expect(codesOf((stack) => httpsListener(stack, { certificates }))).toEqual(["FY018"]);
  });

  it.each([
    { command: [1] },
    { entryPoint: ["sh", process.env["NOT_SET_ANYWHERE"]] },
    { plainTextSecrets: [{}] },
    { healthCheck: { command: ["CMD", null] } },
    { environment: { A: null } },
    { environment: null },
  ])("fail in a container: %j", (container) => {
    expect(codesOf((stack) => app(stack, container))).toEqual(["FY018"]);
  });

  it("pass as Terraform tokens, one by one and all together", () => {
    expect(codesOf((stack) => certificate(stack, [variablesOf(stack).text("name")]))).toEqual([]);
    expect(codesOf((stack) => app(stack, { command: variablesOf(stack).list("command") }))).toEqual([]);
  });
});
