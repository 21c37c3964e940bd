import { readTemplateJson, UNKNOWN, UNKNOWN_MEMBERS } from "../../../traffic/terraform";

describe("JSON with templates in it", () => {
  it("is read as JSON where there are none", () => {
    const text = '[{"a":"x \\"y\\"","b":[1,-2.5],"c":{"d":true,"e":null}}]';
    expect(readTemplateJson(text)).toEqual(JSON.parse(text));
  });

  it("has unknown values where a template stands for one", () => {
    expect(readTemplateJson('{"image":${jsonencode(var.image)},"cpu":${var.cpu}}')).toEqual({
      image: UNKNOWN,
      cpu: UNKNOWN,
    });
  });

  it("has unknown text where a template is a part of it", () => {
    expect(readTemplateJson('{"arn":"${aws_x.y.arn}:*","name":"a-${var.b}"}')).toEqual({
      arn: UNKNOWN,
      name: UNKNOWN,
    });
  });

  it("has a reference where text is one and nothing else", () => {
    expect(readTemplateJson('["${aws_iam_role.a.arn}"]')).toEqual([
      { refersTo: ["aws_iam_role.a"], attribute: "arn" },
    ]);
  });

  it("says that an object has members that are not known", () => {
    const text = String.raw`[{${"${"}var.a == "x" ? "\"command\":[\"a{b}\"]," : ""}"name":"web"}]`;
    expect(readTemplateJson(text)).toEqual([{ [UNKNOWN_MEMBERS]: UNKNOWN, name: "web" }]);
  });

  it("has an unknown item where a template makes some", () => {
    const text = String.raw`{"Statement":[{"Action":"a"}${"${"}join("", [for m in x : ",{\"Action\":\"${"${"}m}\"}"])}]}`;
    expect(readTemplateJson(text)).toEqual({ Statement: [{ Action: "a" }, UNKNOWN] });
  });

  it("keeps what is escaped for what it means", () => {
    expect(readTemplateJson('["$${HOME}","%%{x}"]')).toEqual(["${HOME}", "%{x}"]);
  });

  it("is read inside jsonencode as well, as Terraform writes objects", () => {
    const text = '${jsonencode([{"name" = "web", ports = [80, var.port], on = true, arn = aws_x.y.arn}])}';
    expect(readTemplateJson(text)).toEqual([
      { name: "web", ports: [80, UNKNOWN], on: true, arn: { refersTo: ["aws_x.y"], attribute: "arn" } },
    ]);
  });

  it.each(["", "[", "{", '{"a"', '{"a":', '["x', "{1}", "[1]x", '"${', "${jsonencode(", "[}", "{a b}"])(
    "is unknown where it can't be read: %s",
    (text) => {
      expect(readTemplateJson(text)).toBe(UNKNOWN);
    },
  );
});
