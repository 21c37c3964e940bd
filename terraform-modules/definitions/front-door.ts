import { problems } from "../../modules/errors";
import { frontDoorCases } from "./cases/front-door";
import { door } from "../inputs/door";
import { beginsGroup, naming } from "../inputs/naming";
import { networking } from "../inputs/networking";
import { one, pick } from "../inputs/pick";
import { NAMED, SCHEME, TLS } from "../template/dimensions";
import type { ModuleDefinition } from "./definition";

export const DOOR_LOCALS = {
  hosted_zone_id:
    "var.hosted_zone_id == null ? one(data.aws_route53_zone.zone[*].zone_id) : var.hosted_zone_id",
  load_balancer_name: "coalesce(var.load_balancer_name, var.name)",
  load_balancer_security_group_name:
    'coalesce(var.load_balancer_security_group_name, "${coalesce(var.load_balancer_name, var.name)}-SG")',
};

export const DOOR_OUTPUTS: ModuleDefinition["outputs"] = {
  url: { description: "Where a browser finds it." },
  load_balancer_arn: { description: "The load balancer." },
  load_balancer_dns_name: { description: "Its DNS name, for records of your own." },
  load_balancer_zone_id: { description: "Hosted zone of its DNS name, for alias records of your own." },
  load_balancer_security_group_id: { description: "Its security group, which admits who may come in." },
  listener_arn: {
    description: "The listener that takes requests, for rules of your own: HTTPS if there is one.",
  },
  target_group_arn: {
    description: "The target group; known once a listener forwards to it, so that a service waits.",
  },
};

/** What is known of a certificate only once the region is. */
export const DOOR_PRECONDITIONS: ModuleDefinition["preconditions"] = {
  "aws_lb_listener.https": [
    {
      kind: problems.certificateInOtherRegion,
      condition:
        'var.create_certificate || try(split(":", var.certificate_arn)[2] != "acm" || split(":", var.certificate_arn)[3] == data.aws_region.current.id, true)',
      given: "jsonencode(var.certificate_arn)",
      subject: "certificate_arn",
      allowed: "lies in the load balancer's region",
      fix: "request a certificate in that region, or pass a provider for another region",
    },
  ],
};

const SUBNETS = "[for zone in var.zones : aws_subnet.%_subnet[zone].id]";

export const frontDoor: ModuleDefinition = {
  name: "front-door",
  title: "Front door",
  summary:
    "An Application Load Balancer with its security group, listeners for HTTP or HTTPS, an IP target group for Fargate, and, on request, a certificate and the records of its name.",
  cost: "About 16 USD and 0.008 USD an LCU-hour. Certificates and alias records are free.",
  parts: ["front-door"],
  dimensions: [SCHEME, TLS, NAMED],
  fixed: { nat: "single", scaled: "no" },
  inputs: {
    name: one(naming, "name", {
      description:
        "Name of the application, and of the load balancer, if that gets no other. 1 to 32 letters, digits and hyphens.",
      rules: [...(naming.name?.rules ?? []), beginsGroup("name", "load_balancer_security_group_name")],
    }),
    ...pick(networking, "vpc_id"),
    subnet_ids: one(networking, "subnet_ids", {
      description:
        "Subnets of the VPC in two zones at least: public ones, which route to an internet gateway, or private ones for an internal load balancer.",
      rules: [
        ...(networking.subnet_ids?.rules ?? []),
        {
          kind: problems.tooFewZones,
          condition: "length(var.subnet_ids) >= 2",
          given: "length(var.subnet_ids)",
          subject: "a load balancer",
          fix: "pass a subnet of another zone as well",
          bad: { subnet_ids: ["subnet-00000000000000001"] },
        },
      ],
    }),
    ...door,
    ...pick(naming, "load_balancer_name", "load_balancer_security_group_name", "target_group_name", "tags"),
  },
  locals: DOOR_LOCALS,
  outputs: DOOR_OUTPUTS,
  bounds: [
    ["aws_vpc.vpc.id", "var.vpc_id"],
    [SUBNETS.replace("%", "public"), "var.subnet_ids"],
    [SUBNETS.replace("%", "private"), "var.subnet_ids"],
  ],
  twins: { targets: "named" },
  preconditions: DOOR_PRECONDITIONS,
  ...frontDoorCases,
};
