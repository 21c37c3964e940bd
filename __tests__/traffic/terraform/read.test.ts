import { readTerraform } from "../../../traffic/terraform";

describe("a file", () => {
  it.each([
    ["synthesized", '{"resource":{}}'],
    ["synthesized", '{"terraform":{}}'],
    ["plan", '{"format_version":"1.2","planned_values":{"root_module":{}}}'],
    ["state", '{"format_version":"1.0","terraform_version":"1.11.4"}'],
  ])("is %s", (kind, text) => {
    expect(readTerraform(text).kind).toBe(kind);
  });

  it.each([
    ["is not JSON", "resource {}"],
    ["is not a JSON object", "[]"],
    ["is neither cdk.tf.json nor the output of `terraform show -json`", '{"version":4}'],
  ])("%s, and says so", (sentence, text) => {
    expect(() => readTerraform(text)).toThrow(sentence);
  });
});
