import { regionOf, slotOf, zoneFaults } from "../../../modules/network/zones";

const codesOf = (zones: readonly (string | undefined)[], region?: string): string[] =>
  zoneFaults(zones, region).map(({ code }) => code);

describe("a zone", () => {
  it("owns the slot of its letter, whatever its region", () => {
    expect(["a", "b", "c", "d", "e", "f"].map((letter) => slotOf(`eu-west-1${letter}`))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect(slotOf("us-gov-west-1b")).toBe(1);
  });

  it.each([
    ["us-east-1a", "us-east-1"],
    ["us-gov-west-1b", "us-gov-west-1"],
    ["ap-southeast-2c", "ap-southeast-2"],
    ["cn-north-1d", "cn-north-1"],
  ])("%s lies in region %s", (zone, region) => {
    expect(regionOf(zone)).toBe(region);
  });

  it.each([
    "",
    "a",
    "us-east-1",
    "us-east-1g",
    "us-east-1A",
    "use1-az1",
    "us-east-1-bos-1a",
    "us-east-1-wl1-bos-wlz-1",
    "us-east-1a ",
    "us-east-1aa",
  ])("fails when it is %j", (zone) => {
    expect(regionOf(zone)).toBeUndefined();
    expect(codesOf([zone], "us-east-1")).toEqual(["FY105"]);
  });
});

describe("a list of zones", () => {
  it("passes with one zone, and with all six", () => {
    expect(codesOf(["us-east-1a"], "us-east-1")).toEqual([]);
    expect(codesOf(["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`))).toEqual([]);
  });

  it("fails when it is empty", () => {
    expect(codesOf([], "us-east-1")).toEqual(["FY104"]);
  });

  it("fails when a zone is not known before the plan", () => {
    expect(codesOf([undefined, "us-east-1a"], "us-east-1")).toEqual(["FY108"]);
  });

  it("fails when a zone is named twice, and says which", () => {
    expect(zoneFaults(["us-east-1a", "us-east-1b", "us-east-1a"], "us-east-1")).toMatchObject([
      { code: "FY106", given: "us-east-1a" },
    ]);
  });

  it("fails when a zone lies in another region than the provider", () => {
    expect(zoneFaults(["us-east-1a", "us-west-2b"], "us-east-1")).toMatchObject([
      { code: "FY107", given: "us-west-2b in us-east-1" },
    ]);
  });

  it("fails when zones lie in two regions, even if the provider's region is not known", () => {
    expect(codesOf(["us-east-1a", "us-west-2a"])).toEqual(["FY107"]);
  });
});
