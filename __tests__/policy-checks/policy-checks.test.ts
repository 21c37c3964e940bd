import { policyChecks } from "../../scripts/docs/policy-checks";
import { LearningAppStack } from "../../stacks/learning-app";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { check } from "../../traffic";
import { newApp, synthesize, Synthesized, synthesizeStack } from "../support/synthesize";
import { network as networkOf } from "../support/parts";
import { guardedStack } from "./guarded-stack";
import { door } from "./proofs/door";
import { network } from "./proofs/network";
import { changed, type Proof } from "./proofs/proof";
import { storage } from "./proofs/storage";
import { tasks } from "./proofs/tasks";

const rows = Object.values(policyChecks).flat();
const standing = (...wanted: readonly string[]) => rows.filter((row) => wanted.includes(row.standing));
const proofs: Readonly<Record<string, Proof>> = { ...network, ...door, ...tasks, ...storage };
const proofOf = (id: string): Proof =>
  proofs[id] ?? { offenders: () => ["no proof"], spoil: () => undefined };

const guarded = guardedStack();
const references = [
  new VoiceAgentStack(newApp(), "voice-agent"),
  new LearningAppStack(newApp(), "learning-app"),
].map(synthesizeStack);

/** They look at what no resource says: not at one that could be spoilt. */
const ELSEWHERE = ["tags", "no-modules", "state-is-locked"];

describe("the table of policy checks", () => {
  it("names each check once", () => {
    const all = rows.flatMap(({ checks }) => checks);
    expect(all.filter((check, position) => all.indexOf(check) < position)).toEqual([]);
    expect(rows.map(({ id }) => id)).toHaveLength(new Set(rows.map(({ id }) => id)).size);
  });

  it("has a proof for each line that holds, and for no other", () => {
    const held = standing("default", "option").map(({ id }) => id);
    expect(Object.keys(proofs).sort()).toEqual([...held].sort());
  });

  it.each(rows)("$id says what holds, and how or why not", ({ holds, how, checks }) => {
    expect(holds).toMatch(/^\S.*[^.]$/);
    expect(how).toMatch(/^\S.*[^.]$/);
    expect(checks.length).toBeGreaterThan(0);
  });
});

describe("what holds by default", () => {
  it.each(standing("default"))("in the reference stacks: $holds", ({ id }) => {
    expect(references.flatMap((stack) => proofOf(id).offenders(stack))).toEqual([]);
  });
});

describe("what can be had", () => {
  it.each(standing("default", "option"))("holds with everything on: $holds", ({ id }) => {
    expect(proofOf(id).offenders(guarded)).toEqual([]);
  });

  it.each(standing("option"))("is off by default: $holds", ({ id }) => {
    expect(references.flatMap((stack) => proofOf(id).offenders(stack))).not.toEqual([]);
  });
});

describe("what a NAT instance gives up", () => {
  const cheap = synthesize((stack) => networkOf(stack, { nat: "instance" }));
  const types = new Set(cheap.types());
  const lost = standing("default").filter(({ id }) => {
    const found = proofOf(id).offenders(cheap);
    return found.some((address) => types.has(address.split(".")[0] ?? ""));
  });

  it("is what the lines say that name it, and nothing else", () => {
    const named = standing("default").filter(({ how }) => /`nat: "instance"` gives/.test(how));
    expect(lost.map(({ id }) => id)).toEqual(named.map(({ id }) => id));
    expect(named).toHaveLength(3);
  });
});

describe("what the bucket of flow logs gives up", () => {
  const recorded = synthesize((stack) => networkOf(stack, { flowLogs: "s3" }));

  it("is what the lines say that name it, and nothing else", () => {
    const asked = standing("option").filter(({ id }) => id.startsWith("bucket"));
    const lost = asked.filter(({ id }) => proofOf(id).offenders(recorded).length > 0);
    const named = asked.filter(({ how }) => how.includes('`flowLogs: "s3"`'));
    expect(lost.map(({ id }) => id)).toEqual(named.map(({ id }) => id));
    expect(named).toHaveLength(2);
  });
});

describe("a proof", () => {
  it.each(standing("default", "option").filter(({ id }) => !ELSEWHERE.includes(id)))(
    "fails when it is not so: $holds",
    ({ id }) => {
      const proof = proofOf(id);
      const found = (proof.parts ?? [proof]).map((part) =>
        part.offenders(changed(guarded, (resources) => part.spoil(resources))),
      );
      expect(found.filter((offenders) => offenders.length === 0)).toEqual([]);
    },
  );
});

describe("a proof about what no resource says", () => {
  it.each([
    ["tags", { provider: { aws: [{ region: "us-east-1" }] } }],
    ["no-modules", { module: { network: { source: "somewhere" } } }],
    ["state-is-locked", { terraform: { backend: { s3: { bucket: "states", use_lockfile: false } } } }],
  ])("fails when it is not so: %s", (id, document) => {
    expect(proofOf(id).offenders(new Synthesized(document))).not.toEqual([]);
  });
});

describe("a stack with everything on", () => {
  it("carries its traffic: there is nothing to find", () => {
    expect(check(JSON.stringify(guarded.document)).findings).toEqual([]);
  });
});
