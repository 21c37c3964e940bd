import { TerraformVariable, Token } from "cdktf";
import {
  AwsStack,
  Cluster,
  EncryptionKey,
  ImageRepository,
  imageVariable,
  LogBucket,
  Network,
  respond,
  WebAcl,
} from "../../../modules";
import { cluster, door, network, service } from "../../support/parts";
import { codesOf, newApp, problemsIn } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const chosen = (stack: AwsStack): string => variablesOf(stack).text("choice");

describe("what decides which resources exist has to be known: a token fails", () => {
  it.each<[string, (stack: AwsStack) => unknown, string[]]>([
    ["as a zone", (stack) => network(stack, { zones: ["us-east-1a", chosen(stack)] }), ["FY108"]],
    [
      "as the list of zones",
      (stack) => network(stack, { zones: variablesOf(stack).list("zones") }),
      ["FY108"],
    ],
    ["as nat", (stack) => network(stack, { nat: chosen(stack) as "none" }), ["FY109"]],
    ["as scheme", (stack) => door(stack, network(stack), { scheme: chosen(stack) as "internal" }), ["FY323"]],
    [
      "as capacity",
      (stack) => service(stack, cluster(stack), { capacity: chosen(stack) as "spot" }),
      ["FY427"],
    ],
    [
      "as a whole environment, which could not be put in order",
      (stack) => {
        const map = new TerraformVariable(stack, "map", { type: "map(string)" });
        service(stack, cluster(stack), { container: { environment: Token.asStringMap(map.value) } });
      },
      ["FY414"],
    ],
  ])("%s", (_, build, codes) => {
    expect(codesOf(build)).toEqual(codes);
  });
});

describe("odd input", () => {
  it.each(["\0", "../../x", "日本", "x".repeat(5000), "${var.x}", "%{if}", "]}"])(
    "as each text at once leads to our error and to no other: %.20j",
    (odd) => {
      const codes = codesOf((stack) => {
        const home = new Network(stack, "Network", { zones: [odd, "us-east-1a"], cidrBlock: odd });
        door(stack, home, { name: odd, securityGroupName: odd, securityGroupDescription: odd });
        const image = imageVariable(stack, "image", { ...respond(80, odd), reference: odd });
        const made = service(stack, new Cluster(stack, "Cluster", { network: home, name: odd }), {
          serviceName: odd,
          securityGroupName: `${odd}-2`,
          discoveryName: odd,
          container: { name: odd, image, user: odd, port: 80, environment: { [odd]: odd }, command: [odd] },
        });
        made.allowActions(odd, [{ actions: [odd], resources: [odd] }]);
        made.allowToBlock(odd, 1);
        new LogBucket(stack, "Logs", { name: odd }).admitLoadBalancers(odd);
        new WebAcl(stack, "Firewall", { name: odd, countedRules: [odd as "SizeRestrictions_BODY"] });
        new EncryptionKey(stack, "Key", { alias: odd });
        new ImageRepository(stack, "Images", { name: odd }).image(odd);
      });
      expect(codes).toEqual(expect.arrayContaining(["FY801", "FY811", "FY815", "FY821", "FY831", "FY835"]));
      expect(codes).toEqual(
        expect.arrayContaining(["FY101", "FY105", "FY204", "FY321", "FY401", "FY412", "FY430"]),
      );
    },
  );

  it.each([NaN, Infinity, -Infinity, -1, 0.5, 2 ** 53, -0.1])(
    "as each number at once leads to our error and to no other: %s",
    (odd) => {
      const codes = codesOf((stack) => {
        const home = cluster(stack);
        door(stack, home.network, { idleTimeoutSec: odd });
        const made = service(stack, home, {
          desiredCount: odd,
          healthCheckGraceSec: odd,
          logRetentionDays: odd,
          outboundPorts: [odd, odd],
          container: { port: odd, cpu: odd, memoryMiB: odd, stopTimeoutSec: odd },
        });
        made.allowToBlock("10.0.0.0/8", odd);
        new LogBucket(stack, "Logs", { retentionDays: odd });
        new WebAcl(stack, "Firewall", { requestsPerIp: odd, logRetentionDays: odd });
        new EncryptionKey(stack, "Key", { rotationDays: odd, deletionWindowDays: odd });
        new ImageRepository(stack, "Images", { keepImages: odd, untaggedDays: odd });
      });
      expect(codes).toEqual(expect.arrayContaining(["FY803", "FY814", "FY822", "FY823", "FY833", "FY834"]));
      expect(codes).toEqual(
        expect.arrayContaining([
          "FY203",
          "FY324",
          "FY402",
          "FY408",
          "FY409",
          "FY410",
          "FY413",
          "FY416",
          "FY417",
        ]),
      );
    },
  );

  it("as the id of a stack leads to our error where AWS would refuse what it names", () => {
    const app = newApp();
    const stack = new AwsStack(app, "größer.als_1", { region: "us-east-1" });
    service(stack, cluster(stack));
    expect(problemsIn(app).map(({ code }) => code)).toEqual(expect.arrayContaining(["FY401", "FY411"]));
  });
});
