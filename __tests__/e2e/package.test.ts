import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { namesOf, type Entry } from "../support/public-api";
import { soundDocument } from "../traffic/documents/sound";
import { Consumer } from "./consumer";

const ENTRIES: readonly Entry[] = ["frontyard", "frontyard/jest", "frontyard/traffic"];

/** What a user writes: a service behind a door, and a stack that is small enough to rehearse here. */
const APP = `
import { App, TerraformOutput } from "cdktf";
import {
  AwsStack, Cluster, FargateService, HttpListener, ImageRepository, LoadBalancer, Network, TargetGroup,
  type NetworkProps,
} from "frontyard";

const app = new App();
const stack = new AwsStack(app, "shop", { region: "eu-west-1" });
const where: NetworkProps = { zones: ["eu-west-1a", "eu-west-1b"] };
const network = new Network(stack, "Network", where);
const cluster = new Cluster(stack, "Cluster", { network });
const healthCheck = { path: process.env.HEALTH_PATH ?? "/healthz" };
const targets = new TargetGroup(stack, "Targets", { network, port: 8000, healthCheck });
const container = { image: "ghcr.io/example/shop:2.0.1" };
new FargateService(stack, "Shop", { cluster, targetGroup: targets, container });
const door = new LoadBalancer(stack, "FrontDoor", { network, scheme: "internet-facing" });
const http = new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
new TerraformOutput(stack, "url", { value: http.url });
new ImageRepository(new AwsStack(app, "images", { region: "eu-west-1" }), "Images");
app.synth();
`;
/** The examples of the package's page, each a program of its own. */
const page = readFileSync(join(__dirname, "..", "..", "docs", "package.md"), "utf8");
const EXAMPLES = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
const SYNTHESIZED = join("cdktf.out", "stacks", "shop", "cdk.tf.json");
const BAD = { HEALTH_PATH: "healthz" };
const PROBLEM =
  /1 problem, nothing was written:\n {2}FY307 shop\/Targets: healthCheck\.path .*got "healthz": /;

let consumer: Consumer;

beforeAll(() => {
  consumer = new Consumer();
  consumer.lend(
    "typescript",
    "jest",
    "@types/node",
    "@types/jest",
    "undici-types",
    "expect",
    "pretty-format",
  );
  consumer.write("main.ts", APP);
  consumer.write("cdktf.json", JSON.stringify({ language: "typescript", app: "node main.js" }));
});

afterAll(() => consumer.remove());

describe("the tarball", () => {
  it("holds the built library and the executable, and nothing else of this project", () => {
    const paths = consumer.packed.files.map(({ path }) => path);
    const types = /^dist\/package\/types\/(modules|traffic)\/[a-z0-9/-]+\.d\.ts$/;
    expect(paths.filter((path) => !types.test(path)).sort()).toEqual([
      "LICENSE",
      "README.md",
      ...["frontyard.js", "index.js", "jest.js", "licenses.txt", "traffic.js"].map(
        (file) => `dist/package/${file}`,
      ),
      "package.json",
    ]);
    expect(consumer.packed.size).toBeLessThan(1_200_000);
  });

  it("has no types of what only our constructs call", () => {
    const types = consumer.read(
      "node_modules/frontyard/dist/package/types/modules/load-balancer/target-group.d.ts",
    );
    expect(types).toContain("class TargetGroup");
    expect(types).not.toMatch(/addMember|addListener|copyForBlueGreen/);
  });

  it("is the same to the byte when it is made again", () => {
    expect(consumer.pack().integrity).toBe(consumer.packed.integrity);
  });

  it("brings its peers, one copy of each, and nothing more", () => {
    const installed = readdirSync(join(consumer.folder, "node_modules"), {
      recursive: true,
      encoding: "utf8",
    });
    const own = installed.filter((file) =>
      /(^|\/)(cdktf|constructs|provider-aws|frontyard)\/package\.json$/.test(file),
    );
    expect(own.sort()).toEqual(
      ["@cdktf/provider-aws", "cdktf", "constructs", "frontyard"].map((name) => `${name}/package.json`),
    );
    const { dependencies } = JSON.parse(consumer.read("node_modules/frontyard/package.json")) as {
      dependencies?: object;
    };
    expect(dependencies).toBeUndefined();
  });
});

describe("types", () => {
  const names = ENTRIES.map((entry) => {
    const all = [...namesOf(entry, "value"), ...namesOf(entry, "type")];
    const parts = all.map((name) => `${name} as ${entry.replace("/", "_")}_${name}`);
    return `export type { ${parts.join(", ")} } from "${entry}";`;
  });

  it("are whole, with libraries checked too, and the app and the page's examples compile", async () => {
    consumer.write("names.ts", names.join("\n"));
    const options = { module: "node16", noEmit: false, skipLibCheck: false, types: ["node", "jest"] };
    const examples = EXAMPLES.map((_, index) => `example-${index}.ts`);
    examples.forEach((file, index) => consumer.write(file, EXAMPLES[index] ?? ""));
    expect(await consumer.tsc(options, "main.ts", "names.ts", ...examples)).toMatchObject({
      exitCode: 0,
      output: "",
    });
  });

  it.each([
    ["esnext", "bundler"],
    ["commonjs", "node10"],
  ])("are found with module %s by %s", async (module, moduleResolution) => {
    const options = { module, moduleResolution, skipLibCheck: true, types: ["node", "jest"] };
    expect(await consumer.tsc(options, "main.ts", "names.ts")).toMatchObject({ exitCode: 0, output: "" });
  });

  it("refuse a wrong prop, a missing one, and what is not exported", async () => {
    consumer.write(
      "wrong.ts",
      `import { AwsStack, Gate } from "frontyard";
import { Network } from "frontyard/dist/package/types/modules/network";
export const wrong = (app: never) => new AwsStack(app, "shop", { region: 7 });
export const less = (app: never) => new AwsStack(app, "shop", {});
export { Gate, Network };`,
    );
    const { exitCode, output } = await consumer.tsc({ module: "node16", skipLibCheck: true }, "wrong.ts");
    expect(exitCode).not.toBe(0);
    expect(output.match(/^wrong\.ts\(\d+,\d+\): error TS\d+/gm)).toEqual([
      "wrong.ts(1,20): error TS2305",
      "wrong.ts(2,25): error TS2307",
      "wrong.ts(3,66): error TS2322",
      "wrong.ts(4,63): error TS2345",
    ]);
  });
});

describe("the library", () => {
  it.each(ENTRIES)("%s exports the listed names alone", async (entry) => {
    const code = `globalThis.expect = { extend() {} }; console.log(JSON.stringify(Object.keys(require("${entry}")).sort()))`;
    expect(JSON.parse((await consumer.node(["-e", code])).output)).toEqual(namesOf(entry, "value").sort());
  });

  it("is imported by name from an ES module", async () => {
    const code = 'import { Network } from "frontyard"; console.log(typeof Network)';
    const ended = await consumer.node(["--input-type=module", "-e", code]);
    expect(ended).toMatchObject({ exitCode: 0, output: "function\n" });
  });

  it.each(["dist/package/index.js", "dist/package", "modules", "traffic/reach", "cli"])(
    "can't be reached into: frontyard/%s",
    async (path) => {
      const { exitCode, output } = await consumer.node(["-e", `require("frontyard/${path}")`]);
      expect(exitCode).not.toBe(0);
      expect(output).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
    },
  );

  it("loads no provider class before one is used, and cdktf not at all for plain Terraform", async () => {
    const loaded = (entry: string, folder: string): string =>
      `require("${entry}"); console.log(Object.keys(require.cache).filter((file) => file.includes("/${folder}/")).length)`;
    expect((await consumer.node(["-e", loaded("frontyard", "provider-aws")])).output).toBe("0\n");
    expect((await consumer.node(["-e", loaded("frontyard/traffic", "cdktf")])).output).toBe("0\n");
  });

  it("synthesizes what our sources synthesize", async () => {
    expect(await consumer.node(["main.js"])).toMatchObject({ exitCode: 0, output: "" });
    const packaged = consumer.read(SYNTHESIZED);
    const { outputFiles } = buildSync({
      stdin: { contents: APP, resolveDir: join(__dirname, "..", ".."), loader: "ts" },
      alias: { frontyard: "./modules" },
      ...{ bundle: true, packages: "external", platform: "node", write: false },
    });
    consumer.write("sources.js", outputFiles[0]?.text ?? "");
    expect(await consumer.node(["sources.js"])).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(packaged)).toEqual(JSON.parse(consumer.read(SYNTHESIZED)));
    const { resource } = JSON.parse(packaged) as { resource: Record<string, object> };
    expect(Object.keys(resource)).toEqual(expect.arrayContaining(["aws_vpc", "aws_lb", "aws_ecs_service"]));
  });

  it.each([...EXAMPLES.keys()])("runs example %d of its page", async (index) => {
    const env = { CDKTF_OUTDIR: join(consumer.folder, "example") };
    expect(await consumer.node([`example-${index}.js`], env)).toMatchObject({ exitCode: 0, output: "" });
  });

  it("refuses bad input with its code, and writes nothing", async () => {
    const outdir = join(consumer.folder, "never");
    const { exitCode, output } = await consumer.node(["main.js"], { ...BAD, CDKTF_OUTDIR: outdir });
    expect(exitCode).toBe(1);
    expect(output).toMatch(PROBLEM);
    expect(readdirSync(join(outdir, "stacks"))).toEqual([]);
  });

  it("has a matcher for the user's own tests", async () => {
    consumer.write("plan.json", soundDocument().json);
    consumer.write(
      "plan.test.js",
      `require("frontyard/jest");
const plan = require("node:fs").readFileSync("plan.json", "utf8");
it("open", () => expect(plan).toCarry({ from: "internet", to: "aws_ecs_service.web", port: 443 }));
it("closed", () => expect(plan).not.toCarry({ from: "internet", to: "aws_ecs_service.api", port: 9090 }));`,
    );
    const { exitCode, output } = await consumer.node([
      join("node_modules", "jest", "bin", "jest.js"),
      "plan",
    ]);
    expect(output).toContain("2 passed");
    expect(exitCode).toBe(0);
  });
});

describe("the executable", () => {
  it("is there for npx", () => {
    const { version } = JSON.parse(consumer.read("node_modules/frontyard/package.json")) as {
      version: string;
    };
    expect(consumer.npm(["exec", "--offline", "--", "frontyard", "--version"])).toBe(`${version}\n`);
  });

  it("checks the stacks of the app", async () => {
    const none = [
      "images\n  no findings\n\nshop\n  no findings\n  from the internet:",
      "    reached  shop-FrontDoor  on port 80",
      "    reached  Shop            through shop-FrontDoor on port 80",
      "\n2 stacks: 0 errors, 0 warnings, 0 notes\n",
    ].join("\n");
    expect(await consumer.frontyard(["check"])).toMatchObject({ exitCode: 0, output: none });
  });

  it("says why an app can't be synthesized", async () => {
    const { exitCode, output } = await consumer.frontyard(["check"], BAD);
    expect(exitCode).toBe(2);
    expect(output).toMatch(PROBLEM);
    expect(output).not.toContain("    at ");
  });

  it("finds what is wrong with anybody's Terraform", async () => {
    const document = soundDocument();
    document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
    consumer.write("exposed.json", document.json);
    const { exitCode, output } = await consumer.frontyard(["check", "exposed.json"]);
    expect(exitCode).toBe(1);
    expect(output).toContain("FY533");
  });

  it("draws, and writes what is committed", async () => {
    expect(await consumer.frontyard(["picture", "--out", "pictures"])).toMatchObject({ exitCode: 0 });
    expect(consumer.read("pictures/shop.svg")).toMatch(/^<svg/);
    expect(await consumer.frontyard(["output"])).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await consumer.frontyard(["output", "--check"]);
    expect(exitCode).toBe(1);
    expect(output).toContain("shop/.terraform.lock.hcl is missing: run npx frontyard output --lock");
  });

  it("rehearses a stack", async () => {
    const { exitCode, output } = await consumer.frontyard(["rehearse", "images"]);
    expect(output).toContain("rehearsed: images");
    expect(exitCode).toBe(0);
  });

  it("says what it needs where there is no app", async () => {
    const { exitCode, output } = await consumer.frontyard(["picture"], {}, "node_modules");
    expect(output).toMatch(
      /^picture: there is no cdktf\.json in \S+node_modules: go to the folder of your CDKTF app\n$/,
    );
    expect(exitCode).toBe(2);
  });
});
