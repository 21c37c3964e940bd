import { readSynthesized, UNKNOWN, type Resource, type Values } from "../../../traffic/terraform";

/** The load balancer `aws_lb.a` of a document, beside whatever else is in it. */
function only(body: Values, others: Values = {}): Resource {
  const merged = { ...others, resource: { ...(others.resource as Values), aws_lb: { a: body } } };
  const found = readSynthesized(merged).resources.find(({ address }) => address === "aws_lb.a");
  if (found === undefined) throw new Error("aws_lb.a is gone");
  return found;
}

describe("a value of synthesized JSON", () => {
  it("is itself if it holds no template", () => {
    expect(only({ name: "door", idle_timeout: 60 }).values).toEqual({ name: "door", idle_timeout: 60 });
  });

  it("is a reference if it is one and nothing else", () => {
    const resource = { aws_subnet: { b: {} } };
    expect(only({ subnets: ["${aws_subnet.b.id}"] }, { resource }).values.subnets).toEqual([
      { refersTo: ["aws_subnet.b"], attribute: "id" },
    ]);
  });

  it("is the value that another resource writes out", () => {
    const resource = {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_subnet: { s: { vpc_id: "${aws_vpc.v.id}" } },
    };
    expect(only({ x: "${aws_vpc.v.cidr_block}" }, { resource }).values.x).toBe("10.0.0.0/16");
    expect(only({ x: "${aws_subnet.s.vpc_id}" }, { resource }).values.x).toEqual({
      refersTo: ["aws_vpc.v"],
      attribute: "id",
    });
  });

  it.each([
    "${var.x}",
    "${local.x}",
    "a-${aws_vpc.v.id}",
    "${module.net.id}",
    "${aws_gone.x.id}",
    "${each.value}",
  ])("is unknown if it is %s", (text) => {
    expect(only({ x: text }).values.x).toBe(UNKNOWN);
  });

  it("is unknown if it comes from an unknown number", () => {
    const resource = { aws_subnet: { many: { count: "${var.n}" } } };
    expect(only({ x: "${aws_subnet.many[0].id}" }, { resource }).values.x).toBe(UNKNOWN);
  });

  it("is unknown if a dynamic block makes it", () => {
    expect(
      only({ dynamic: { subnet_mapping: { for_each: "${var.x}", content: {} } } }).values.subnet_mapping,
    ).toBe(UNKNOWN);
  });

  it("is never caught in a circle", () => {
    const resource = { aws_a: { x: { v: "${aws_b.x.v}" } }, aws_b: { x: { v: "${aws_a.x.v}" } } };
    expect(only({ x: "${aws_a.x.v}" }, { resource }).values.x).toMatchObject({ attribute: "v" });
  });
});

describe("a resource of synthesized JSON", () => {
  it("has its construct path, and what it comes after", () => {
    const found = only({
      "//": { metadata: { path: "shop/Door" } },
      subnets: ["${aws_subnet.b.id}", "${aws_subnet.c[0].id}"],
      depends_on: ["aws_route.r", "${aws_eip.e[0]}"],
    });
    expect(found.constructPath).toBe("shop/Door");
    expect(found.dependsOn).toEqual(["aws_route.r", "aws_eip.e"]);
    expect(found.mentions).toEqual(["aws_subnet.b", "aws_subnet.c"]);
  });

  it("stands for many if it has count or for_each", () => {
    expect(only({ count: 2 }).many).toBe(true);
    expect(only({ for_each: "${var.x}" }).many).toBe(true);
    expect(only({}).many).toBeUndefined();
  });

  it("is handed out if a module or another stack was given it", () => {
    expect(only({}, { module: { m: { lb: "${aws_lb.a.arn}" } } }).handedOut).toBe(true);
    expect(
      only({}, { output: { "cross-stack-output-aws_lbaarn": { value: "${aws_lb.a.arn}" } } }).handedOut,
    ).toBe(true);
    expect(only({}, { output: { url: { value: "${aws_lb.a.dns_name}" } } }).handedOut).toBeUndefined();
  });

  it("hides its order if a module stands behind it", () => {
    expect(only({ x: "${module.net.id}" }).isOrderHidden).toBe(true);
    expect(only({ x: "${var.id}" }).isOrderHidden).toBeUndefined();
  });

  it("is looked up if it is data", () => {
    const { resources } = readSynthesized({ data: { aws_vpc: { d: { default: true } } } });
    expect(resources).toMatchObject([{ address: "data.aws_vpc.d", type: "aws_vpc", isData: true }]);
  });
});
