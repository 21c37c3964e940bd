import { AwsStack } from "../../../modules";
import { cluster, door, service, targets } from "../../support/parts";
import { newApp, problemsIn, synthesizeStack, type Synthesized } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

interface Moved {
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** A backend that a frontend may reach, and a door, under the given ids. */
function shop(ids: { backend: string; door: string }, renamed?: Record<string, string>): Synthesized {
  const stack = new AwsStack(newApp(), "shop", { region: "us-east-1", renamed });
  const home = cluster(stack);
  const backend = service(stack, home, { discoveryName: "b", container: { port: 80 } }, ids.backend);
  backend.allowFrom(service(stack, home, {}, "Frontend"));
  door(stack, home.network, {}, ids.door);
  targets(stack, home.network);
  return synthesizeStack(stack);
}

const before = shop({ backend: "Backend", door: "Door" });
const after = shop({ backend: "Api", door: "Gate" }, { Api: "Backend", Gate: "Door" });
const moved = (after.document as Moved).moved ?? [];
const resourcesOf = (stack: Synthesized): string[] =>
  stack.addresses().filter((address) => address.startsWith("aws_"));

describe("constructs that were renamed", () => {
  it("move the state of every resource that has a new address, and of no other", () => {
    const from = new Map(moved.map((move) => [move.to, move.from]));
    expect(
      resourcesOf(after)
        .map((address) => from.get(address) ?? address)
        .sort(),
    ).toEqual(resourcesOf(before).sort());
    const gone = resourcesOf(before).filter((address) => !resourcesOf(after).includes(address));
    expect(moved.map((move) => move.from).sort()).toEqual(gone.sort());
    expect(moved.length).toBeGreaterThan(8);
  });

  it("keep every name that they have in AWS", () => {
    const back = new Map(moved.map((move) => [move.to.split(".")[1]!, move.from.split(".")[1]!]));
    let text = JSON.stringify((after.document as { resource: unknown }).resource);
    for (const [to, from] of back) text = text.replaceAll(to, from);
    const withoutPlaces = (json: string): unknown =>
      JSON.parse(json.replaceAll(/"\/\/":\{"metadata":\{[^}]*\}\}/g, '"//":0'));
    expect(withoutPlaces(text)).toEqual(
      withoutPlaces(JSON.stringify((before.document as { resource: unknown }).resource)),
    );
  });

  it("are refused when nothing stands under the new path, or something under the old one", () => {
    expect(() => shop({ backend: "Backend", door: "Door" }, { Api: "Backend" })).toThrow(/FY020.*FY021/s);
  });

  it("may not change places, nor move up one after the other: Terraform moves nothing onto what stands", () => {
    const swap = { Door: "Backend", Backend: "Door" };
    expect(() => shop({ backend: "Door", door: "Backend" }, swap)).toThrow(/FY021.*FY021/s);
  });

  it("leave a stack without renames as it was", () => {
    expect(before.document).not.toHaveProperty("moved");
  });
});

describe("a stack that is named after another", () => {
  const made = (id: string, namedAfter?: string): Synthesized => {
    const stack = new AwsStack(newApp(), id, { region: "us-east-1", namedAfter });
    const home = cluster(stack);
    service(stack, home, { scaling: { minimum: 1, maximum: 2, cpuPercent: 50 } });
    door(stack, home.network, { accessLogs: true });
    targets(stack, home.network);
    return synthesizeStack(stack);
  };

  it("has the names and tags of the other, and its addresses", () => {
    const [shop, store] = [made("shop"), made("store", "shop")];
    expect(store.at("resource")).toEqual(shop.at("resource"));
    expect(store.at("provider")).toEqual(shop.at("provider"));
    expect(made("store").at("resource")).not.toEqual(shop.at("resource"));
  });

  it("keeps its state under its own id", () => {
    expect(made("store", "shop").at("terraform.backend.local.path")).toContain("terraform.store.tfstate");
  });

  it.each(["", "my shop", "-shop", "x".repeat(129)])("fails as %.20j", (namedAfter) => {
    const app = newApp();
    new AwsStack(app, "store", { region: "us-east-1", namedAfter });
    expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY026"]);
  });

  it("fails as a token: names are made before Terraform runs", () => {
    const app = newApp();
    const other = new AwsStack(app, "other", { region: "us-east-1" });
    new AwsStack(app, "store", { region: "us-east-1", namedAfter: variablesOf(other).text("name") });
    expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY026"]);
  });
});
