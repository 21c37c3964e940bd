import {
  arnFaults,
  certificateNameFaults,
  provedName,
  recordNameFaults,
  zoneFaults,
} from "../../../modules/domain/names";

const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

describe("a zone's name", () => {
  it.each(["example.com", "a.b.example.co.uk", "xn--bcher-kva.example", "_tcp.example.com", undefined])(
    "passes as %s",
    (name) => {
      expect(zoneFaults(name)).toEqual([]);
    },
  );

  it.each([
    "",
    "com",
    "Example.com",
    "example.com.",
    "*.example.com",
    "-a.com",
    "a-.com",
    "a..com",
    "a b.com",
  ])("fails as %j", (name) => {
    expect(codesOf(zoneFaults(name))).toEqual(["FY601"]);
  });

  it("fails with a part of 64 characters, or 254 in all", () => {
    expect(zoneFaults(`${"a".repeat(63)}.com`)).toEqual([]);
    expect(codesOf(zoneFaults(`${"a".repeat(64)}.com`))).toEqual(["FY601"]);
    expect(zoneFaults(`${"a.".repeat(125)}com`)).toEqual([]);
    expect(codesOf(zoneFaults(`${"a.".repeat(126)}com`))).toEqual(["FY601"]);
  });
});

describe("a certificate's names", () => {
  const codes = (
    names: readonly (string | undefined)[],
    zone: string | undefined = "example.com",
  ): string[] => codesOf(certificateNameFaults(names, zone, 10));

  it.each([
    [["example.com"]],
    [["*.example.com", "example.com"]],
    [["a.b.example.com", "*.b.example.com"]],
    [[undefined, "example.com"]],
  ])("pass as %j", (names) => {
    expect(codes(names)).toEqual([]);
  });

  it.each([
    [["example.org"], ["FY605"]],
    [["badexample.com"], ["FY605"]],
    [["a.*.example.com"], ["FY602"]],
    [["*"], ["FY602", "FY605"]],
    [["WWW.example.com"], ["FY602"]],
    [["example.com", "a.example.com", "a.example.com"], ["FY606"]],
  ])("fail as %j", (names, expected) => {
    expect(codes(names)).toEqual(expected);
  });

  it("are not held against a zone whose name is not known", () => {
    expect(codesOf(certificateNameFaults(["example.org"], undefined, 10))).toEqual([]);
  });

  it("have a first one of 64 characters at most; the others may be longer", () => {
    const long = `${"a".repeat(52)}.example.com`;
    expect(codes([long])).toEqual([]);
    expect(codes([`a${long}`])).toEqual(["FY603"]);
    expect(codes(["example.com", `a${long}`])).toEqual([]);
  });

  it("are 10 at most by default", () => {
    const names = Array.from({ length: 11 }, (_, position) => `n${position}.example.com`);
    expect(codes(names.slice(1))).toEqual([]);
    expect(codes(names)).toEqual(["FY604"]);
  });
});

it("a name and its wildcard are proved alike", () => {
  expect([provedName("*.example.com"), provedName("example.com")]).toEqual(["example.com", "example.com"]);
});

it("an alias record lies in its zone", () => {
  expect(recordNameFaults("example.com", "example.com")).toEqual([]);
  expect(recordNameFaults("*.example.com", "example.com")).toEqual([]);
  expect(codesOf(recordNameFaults("example.org", "example.com"))).toEqual(["FY605"]);
  expect(codesOf(recordNameFaults("www", "example.com"))).toEqual(["FY610", "FY605"]);
});

describe("the ARN of a certificate", () => {
  it.each([
    "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
    "arn:aws:iam::123456789012:server-certificate/path/name",
    undefined,
  ])("passes as %s", (arn) => {
    expect(arnFaults(arn, "us-east-1")).toEqual([]);
  });

  it("is not held against a region that is not known", () => {
    expect(arnFaults("arn:aws:acm:eu-west-1:123456789012:certificate/a", undefined)).toEqual([]);
  });

  it.each(["", "12345678", "arn:aws:s3:::bucket", "arn:aws:acm:us-east-1:123456789012:certificate/"])(
    "fails as %j",
    (arn) => {
      expect(codesOf(arnFaults(arn, "us-east-1"))).toEqual(["FY608"]);
    },
  );

  it("fails in another region", () => {
    expect(codesOf(arnFaults("arn:aws:acm:eu-west-1:123456789012:certificate/a", "us-east-1"))).toEqual([
      "FY609",
    ]);
  });
});
