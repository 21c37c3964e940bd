import { join } from "node:path";
import { LearningAppStack } from "../../stacks/learning-app";
import { settingsOf } from "../../stacks/settings-file";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { untaintedTypes } from "../support/state-page";
import { newApp, synthesizeStack, type Resource, type Synthesized } from "../support/synthesize";

const EVERYTHING = join(__dirname, "../../settings/everything.json");
const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
type Id = keyof typeof STACKS;

/** Types of which AWS takes a second one, equal to the first, while that still stands. */
const TWICE = new Set([
  "aws_eip",
  "aws_instance",
  "aws_kms_key",
  "aws_lb_target_group",
  "aws_acm_certificate",
  "aws_route_table",
  "aws_s3_bucket",
  "aws_vpc",
]);

/** Attributes by which AWS tells things apart: with one of them, no type can stand twice. */
const NAMES = ["name", "bucket", "alias"];

/** All that Terraform makes anew before it destroys the old: what says so, and all that such a resource waits for. */
function createdFirst(stack: Synthesized): Resource[] {
  const all = stack.types().flatMap((type) => stack.resources(type));
  const waitsFor = (one: Resource): Resource[] => {
    const text = JSON.stringify(one.values);
    return all.filter((other) => other !== one && new RegExp(`\\b${other.address}\\b`).test(text));
  };
  const found = new Set(all.filter((one) => one.at("lifecycle.create_before_destroy") === true));
  for (const one of found) waitsFor(one).forEach((other) => found.add(other));
  return [...found];
}

const cases = (Object.keys(STACKS) as Id[]).flatMap((id) => [
  [id, "as it is", {}] as const,
  [id, "with everything on", settingsOf(id, EVERYTHING)] as const,
]);

describe.each(cases)("%s %s, stopped in the middle of an apply", (id, _, settings) => {
  const stack = synthesizeStack(new STACKS[id](newApp(), id, settings));
  const first = createdFirst(stack);

  it("makes nothing anew beside the old that AWS refuses to have twice, but for what the page on state says", () => {
    const page = untaintedTypes();
    const unsaid = first.filter(({ type }) => !TWICE.has(type) && !page.has(type));
    expect(first.length).toBeGreaterThan(10);
    expect(unsaid.map(({ address }) => address)).toEqual([]);
  });

  it("has no exact name on what is made anew beside the old", () => {
    const named = first.filter(
      (one) => TWICE.has(one.type) && NAMES.some((name) => one.at(name) !== undefined),
    );
    expect(named.map(({ address }) => address)).toEqual([]);
  });
});

it("the page on state has exactly the types that need it, with those that the constructs make beside these stacks", () => {
  const used = cases.flatMap(([id, , settings]) =>
    createdFirst(synthesizeStack(new STACKS[id](newApp(), id, settings))).map(({ type }) => type),
  );
  const beside = ["aws_vpc_ipv4_cidr_block_association", "aws_lb_trust_store"];
  expect([...untaintedTypes()].filter((type) => !used.includes(type) && !beside.includes(type))).toEqual([]);
});
