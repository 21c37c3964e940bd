import { build } from "../../terraform-modules/build";
import { definitions } from "../../terraform-modules/definitions";
import { stringsIn, type JsonObject } from "../../terraform-modules/engine/json";
import { addressOf } from "../../terraform-modules/engine/select";
import { filesOf, MADE_BY } from "../../terraform-modules";
import { samplesIn } from "../../terraform-modules/template/generalised";
import { expectAddresses } from "../support/golden";
import { blockAt, textAt } from "../support/json";

const documents = new Map(definitions.map((definition) => [definition.name, build(definition)]));

/** Every address with what decides how many there are, every input with type and default, every output. */
function contractOf(document: JsonObject): string[] {
  const addresses = (["resource", "data"] as const).flatMap((kind) =>
    Object.entries(blockAt(document, kind)).flatMap(([type, instances]) =>
      Object.entries(instances as Record<string, JsonObject>).map(([name, { count, for_each: each }]) => {
        const number = count === undefined ? (each === undefined ? "" : " for_each") : " count";
        return addressOf({ kind, type, name, path: "", body: {} }) + number;
      }),
    ),
  );
  const inputs = Object.entries(blockAt(document, "variable") as Record<string, JsonObject>).map(
    ([name, { type, default: value }]) =>
      `var.${name} ${String(type)}${value === undefined ? "" : ` = ${JSON.stringify(value)}`}`,
  );
  const outputs = Object.keys(blockAt(document, "output")).map((name) => `output.${name}`);
  return [...addresses, ...inputs, ...outputs].sort();
}

describe.each(definitions.map((definition) => [definition.name, definition] as const))(
  "module %s",
  (name, definition) => {
    const document = documents.get(name)!;

    it("keeps its addresses, inputs and outputs", () => {
      expectAddresses(contractOf(document), `../terraform-modules/${name}.addresses.txt`);
    });

    it("pins no version of the provider, and leaves provider and state to the caller", () => {
      expect(Object.keys(document)).toEqual([
        "terraform",
        "variable",
        "locals",
        "data",
        "resource",
        "output",
      ]);
      expect(document.terraform).toEqual({
        required_version: expect.stringMatching(/^>= /) as string,
        required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
      });
    });

    it("describes every input and output, in sentences", () => {
      for (const kind of ["variable", "output"])
        for (const one of Object.values(blockAt(document, kind)))
          expect(textAt(one, "description")).toMatch(/^[A-Z].*\.$/s);
    });

    it("has a type for each input, and null only where null is the default", () => {
      for (const { type, default: value, nullable } of Object.values(
        blockAt(document, "variable") as Record<string, JsonObject>,
      )) {
        expect(type).toMatch(/^(string|number|bool|(list|map)\(string\)|object\(.*\))$/);
        expect(nullable).toBe(value === null);
      }
    });

    it("holds no sample of the template, and no sample's place inside a quote", () => {
      const rest = { ...document, variable: {} };
      expect(stringsIn(rest).flatMap(samplesIn)).toEqual([]);
      expect(JSON.stringify(rest)).not.toMatch(/<<|"each\.key"|"local\.zone_slots/);
    });

    it("needs exactly the inputs that the least calls name", () => {
      const required = Object.entries(definition.inputs).filter(([, input]) => input.default === undefined);
      expect(Object.keys(definition.least).sort()).toEqual(required.map(([input]) => input).sort());
    });

    it("has examples by inputs and outputs that there are", () => {
      for (const { inputs, outputs } of definition.examples) {
        expect(Object.keys(definition.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
        expect(Object.keys(definition.outputs)).toEqual(expect.arrayContaining([...outputs]));
      }
    });

    it("waits for an apply's end, and fails with a rollback, if it has a service", () => {
      const services = Object.values(blockAt(document, "resource.aws_ecs_service"));
      expect(services).toHaveLength(definition.parts.includes("service") ? 2 : 0);
      for (const service of services) {
        expect(blockAt(service, "lifecycle").postcondition).toHaveLength(1);
        expect(service).toHaveProperty("wait_for_steady_state", true);
      }
    });
  },
);

describe("the parts", () => {
  /** Two resources of a module may be one in another: without a choice of clusters, one is always made. */
  const addresses = (name: string): string[] =>
    contractOf(documents.get(name)!)
      .filter((line) => /^(data\.)?(aws|terraform)_/.test(line))
      .map((line) => line.split(" ")[0]!);

  it("put together are the whole", () => {
    const parts = ["network", "front-door", "fargate-service"].flatMap(addresses);
    expect([...new Set(parts)].sort()).toEqual([...new Set(addresses("web-application"))].sort());
  });
});

/** In one shape, which is enough where shapes are not what it is about. */
const NETWORK = {
  ...definitions[0]!,
  inputs: Object.fromEntries(Object.entries(definitions[0]!.inputs).filter(([name]) => name !== "nat")),
  dimensions: [],
  fixed: { nat: "single" },
};

describe("what does not fit together", () => {
  it.each([
    ["an input that is not used", { inputs: { ...NETWORK.inputs, more: INPUT() } }, "input more is not used"],
    ["an input that is not there", { locals: { ...NETWORK.locals, more: "var.more" } }, "no input more"],
    ["a sample that is left", { locals: { ...NETWORK.locals, more: '"us-east-1c"' } }, "sample us-east-1c"],
    ["an output that nobody gives", { outputs: { more: { description: "More." } } }, "no output more"],
  ])("is not made: %s", (_, other, problem) => {
    expect(() => build({ ...NETWORK, ...other })).toThrow(problem);
  });
});

function INPUT() {
  return { type: "string", description: "More." };
}

describe("the files", () => {
  const files = filesOf(NETWORK, { version: "1.2.3", registry: false });

  it("begin with what made them", () => {
    const [, comment] = /"\/\/": "(.*)"/.exec(files.get("main.tf.json")!)!;
    expect(comment).toBe(`${MADE_BY} 1.2.3 from its constructs: change those, not this file.`);
  });

  it("are the same, when they are made again", () => {
    expect(filesOf(NETWORK, { version: "1.2.3", registry: false })).toEqual(files);
  });
});
