import { destroyedInUse } from "../../../scripts/changes/order";

const resource = (type: string, name: string, attributes: object, dependencies: readonly string[] = []) => ({
  mode: "managed",
  ...{ type, name },
  instances: [{ attributes, dependencies }],
});

const STATE = {
  resources: [
    resource("aws_subnet", "a", { id: "subnet-1" }),
    resource("aws_lb", "door", {
      id: "lb-1",
      arn: "arn:lb-1",
      subnets: ["subnet-1", "subnet-2"],
      bucket: "logs-1",
    }),
    resource("aws_s3_bucket", "logs", { id: "logs-1" }),
    resource("aws_s3_bucket_versioning", "logs", { id: "logs-1" }),
    resource("aws_lb_target_group", "t", { id: "arn:tg-1", arn: "arn:tg-1" }),
    resource("aws_vpc_security_group_ingress_rule", "in", { id: "sgr-1" }),
    resource("aws_ecs_service", "app", { id: "app", load_balancer: [{ target_group_arn: "arn:tg-1" }] }, [
      "aws_vpc_security_group_ingress_rule.in",
    ]),
  ],
};
const modified = (address: string): string => `${address}: Modifications complete after 1s [id=x]`;
const destroying = (address: string): string => `${address}: Destroying... [id=x]`;
const told = (...lines: string[]): string[] => destroyedInUse(STATE, lines.join("\n"));

describe("what is destroyed while it is in use", () => {
  it("is told when a subnet goes before the load balancer has left it", () => {
    expect(told(destroying("aws_subnet.a"), modified("aws_lb.door"))).toEqual([
      "aws_subnet.a was destroyed before aws_lb.door had let go of it",
    ]);
  });

  it("is nothing when the load balancer left first", () => {
    expect(told(modified("aws_lb.door"), destroying("aws_subnet.a"))).toEqual([]);
  });

  it("is nothing when the load balancer was not changed, but destroyed before", () => {
    expect(told(destroying("aws_lb.door"), destroying("aws_subnet.a"))).toEqual([]);
  });

  it("is a bucket that is logged to, and not a part of it that goes by its name", () => {
    expect(told(destroying("aws_s3_bucket_versioning.logs"), modified("aws_lb.door"))).toEqual([]);
    expect(told(destroying("aws_s3_bucket.logs"), modified("aws_lb.door"))).toHaveLength(1);
  });

  it("is a rule that a service waits for, as its old tasks are cut off", () => {
    const rule = "aws_vpc_security_group_ingress_rule.in";
    expect(told(destroying(rule), modified("aws_ecs_service.app"))).toHaveLength(1);
    expect(told(modified("aws_ecs_service.app"), destroying(rule))).toEqual([]);
  });

  it("is not a target group that only a service still names: AWS allows that", () => {
    expect(told(destroying("aws_lb_target_group.t"), modified("aws_ecs_service.app"))).toEqual([]);
  });
});
