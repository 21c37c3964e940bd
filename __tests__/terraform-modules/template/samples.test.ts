import type { Variation } from "../../../terraform-modules/engine/decisions";
import { BLOCKS, SAMPLE, ZONES } from "../../../terraform-modules/template/samples";
import { synthesized } from "../../../terraform-modules/template/synthesized";

const WHOLE = { scheme: "internal", tls: "made", named: "yes", scaled: "yes" };

/** What the template folds to while other samples stand in it. */
function foldedWith(letters: string, blocks: readonly string[], at: Variation) {
  const before = [SAMPLE.zones, SAMPLE.blocks];
  const zones = [...letters].map((letter) => `us-east-1${letter}`);
  const stand = (zonesNow: readonly string[], blocksNow: readonly string[]): void => {
    Object.assign(SAMPLE, { zones: zonesNow, blocks: blocksNow });
    Object.assign(ZONES, { samples: zonesNow });
    Object.assign(BLOCKS, { samples: blocksNow });
  };
  stand(zones, blocks);
  try {
    const entries = synthesized(at, { networkOnly: at.scheme === undefined });
    return entries.map(({ kind, type, name, body }) => ({ kind, type, name, body }));
  } finally {
    stand(before[0]!, before[1]!);
  }
}

describe("what a template folds to", () => {
  const told = foldedWith("acd", SAMPLE.blocks, { nat: "per-zone", ...WHOLE });

  it.each([
    ["two zones, and one block", "be", ["10.0.0.0/8"]],
    ["four zones in another order", "fadc", SAMPLE.blocks],
    [
      "zones one after the other, and other blocks",
      "abc",
      ["192.168.1.0/24", "172.16.0.0/12", "10.9.8.0/24"],
    ],
  ])("is the same with %s", (_, letters, blocks) => {
    expect(foldedWith(letters, blocks, { nat: "per-zone", ...WHOLE })).toEqual(told);
  });

  it("is the same with a single NAT gateway, in the first zone", () => {
    const at = { nat: "single" };
    expect(foldedWith("bf", SAMPLE.blocks, at)).toEqual(foldedWith("acd", SAMPLE.blocks, at));
  });

  it("holds no sample zone and no sample block", () => {
    const text = JSON.stringify(told);
    for (const sample of [...SAMPLE.zones, ...SAMPLE.blocks]) expect(text).not.toContain(sample);
    expect(text).toContain("var.zones");
    expect(text).toContain("var.allowed_cidr_blocks");
  });
});
