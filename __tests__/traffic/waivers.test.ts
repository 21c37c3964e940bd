import { check, readWaivers } from "../../traffic";
import { soundDocument } from "./documents/sound";

const document = soundDocument();
document.block("aws_ecs_service.web", "network_configuration").assign_public_ip = true;
document.at("aws_ecs_service.web")["//"] = { metadata: { path: "shop/Web/Resource" } };

const waiver = { rule: "FY533", address: "aws_ecs_service.web", reason: "a test bench" };

describe("a waiver", () => {
  it.each([
    ["by code and address", waiver],
    ["by the rule's name", { ...waiver, rule: "tasks-with-public-addresses" }],
    ["by construct path", { ...waiver, address: "shop/Web/Resource" }],
    ["with a * in its address", { ...waiver, address: "shop/*" }],
    ["of everything", { ...waiver, address: "*" }],
    ["by what was found", { ...waiver, got: "*" }],
  ])("waives a finding %s", (_, one) => {
    const { findings, waived, unusedWaivers } = check(document.json, [one]);
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([{ code: "FY533", reason: "a test bench" }]);
    expect(unusedWaivers).toEqual([]);
  });

  it.each([
    ["of another rule", { ...waiver, rule: "FY501" }],
    ["of another address", { ...waiver, address: "aws_ecs_service.api" }],
    ["of something else that was found there", { ...waiver, got: "variable TOKEN" }],
    ["of a part of the address", { ...waiver, address: "aws_ecs_service" }],
    ["whose dots stand for nothing else", { ...waiver, address: "aws_ecs_service?web" }],
  ])("waives nothing if it is %s, and is reported", (_, one) => {
    const { findings, waived, unusedWaivers } = check(document.json, [one]);
    expect(findings).toHaveLength(1);
    expect(waived).toEqual([]);
    expect(unusedWaivers).toEqual([one]);
  });

  it("may stand in the file itself", () => {
    document.rest["//"] = { waivers: [waiver] };
    expect(check(document.json)).toMatchObject({ findings: [], waived: [{ code: "FY533" }] });
    delete document.rest["//"];
  });

  it("in the file itself needs a reason", () => {
    document.rest["//"] = { waivers: [{ ...waiver, reason: "" }] };
    expect(() => check(document.json)).toThrow(/^waiver 1 needs "rule", "address" and "reason"/);
    delete document.rest["//"];
  });
});

describe("a file of waivers", () => {
  it("is a list", () => {
    expect(readWaivers(JSON.stringify([waiver]))).toEqual([waiver]);
  });

  it.each([
    ["is not JSON", "-"],
    ["is not a list", "{}"],
    ["waiver 2 needs", JSON.stringify([waiver, { rule: "FY533", address: "*" }])],
    ["waiver 1 needs", JSON.stringify([{ ...waiver, reason: " " }])],
    ["waiver 1 needs", "[null]"],
    ["waiver 1 needs", JSON.stringify([{ ...waiver, got: "" }])],
    ["waiver 1 needs", JSON.stringify([{ ...waiver, got: 1 }])],
  ])("fails with: %s", (sentence, text) => {
    expect(() => readWaivers(text)).toThrow(sentence);
  });
});
