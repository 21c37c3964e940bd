import { blockAt } from "../../support/json";
import type { Resource } from "../../support/synthesize";
import { all, companion, each, firstOf, none, value, is, isNot, type Proof } from "./proof";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const ADMIN = [
  20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1521, 3306, 3389, 5432, 6379, 9200, 11211, 27017,
];

/** What Security Hub asks for in EC2.10, EC2.55, EC2.56 and EC2.57. */
const NEEDED_ENDPOINTS = ["ec2", "ecr.api", "ecr.dkr", "ssm"];

const GROUP_OWNERS = [
  ...["aws_lb", "aws_ecs_service", "aws_efs_mount_target", "aws_vpc_endpoint", "aws_instance"],
];

const isFromInternet = (rule: Resource): boolean =>
  rule.at("cidr_ipv4") === "0.0.0.0/0" || rule.at("cidr_ipv6") === "::/0";
const covers = (rule: Resource, port: number): boolean =>
  rule.at("ip_protocol") === "-1" ||
  (Number(rule.at("from_port")) <= port && port <= Number(rule.at("to_port")));
const isOpenAt = (rule: Resource, ports: readonly number[]): boolean =>
  isFromInternet(rule) && ports.some((port) => covers(rule, port));

/** Rules that open everything as scanners overlook it: protocol -1 has no ports, IPv6 has another attribute. */
const everything = { cidr_ipv6: "::/0", ip_protocol: "-1" };

export const network: Readonly<Record<string, Proof>> = {
  "default-group-admits-nobody": each(
    "aws_default_security_group",
    (group) => group.list("ingress").length === 0 && group.list("egress").length === 0,
    (group) => (group.ingress = [{ protocol: "-1" }]),
  ),
  "no-default-vpc": none("aws_default_vpc", "aws_default_subnet"),
  "subnets-give-no-public-addresses": value("aws_subnet", "map_public_ip_on_launch", isNot(true), true),
  "flow-logs": companion("aws_vpc", "aws_flow_log"),
  "no-network-acls": none("aws_network_acl", "aws_network_acl_rule", "aws_default_network_acl"),
  "private-subnets-leave-by-nat-gateway": each(
    "aws_route",
    (route) =>
      [route.at("gateway_id"), route.at("nat_gateway_id")].some(Boolean) &&
      route.at("vpc_peering_connection_id") === undefined,
    (route) => Object.assign(route, { vpc_peering_connection_id: "pcx-1" }),
  ),
  "elastic-addresses-are-used": each(
    "aws_eip",
    (address, stack) =>
      Boolean(address.at("instance")) ||
      stack.resources("aws_nat_gateway").some((gateway) => gateway.at("allocation_id") === address.ref("id")),
    (_, resources) => (resources["aws_nat_gateway"] = {}),
  ),
  "interface-endpoints": {
    offenders: (stack) => {
      const served = stack.resources("aws_vpc_endpoint").map((one) => String(one.at("service_name")));
      return NEEDED_ENDPOINTS.filter((service) => !served.some((name) => name.endsWith(`.${service}`)));
    },
    spoil: (resources) =>
      (firstOf(resources, "aws_vpc_endpoint").service_name = "com.amazonaws.us-east-1.s3"),
  },
  "no-interfaces-that-forward": none("aws_network_interface", "aws_instance"),
  "groups-and-rules-are-described": all(
    value("aws_security_group", "description", Boolean, ""),
    value(INGRESS, "description", Boolean, ""),
    value(EGRESS, "description", Boolean, ""),
  ),
  "no-admin-ports": each(
    INGRESS,
    (rule) => !isOpenAt(rule, ADMIN),
    (rule) => Object.assign(rule, everything),
  ),
  "internet-reaches-80-and-443-only": each(
    INGRESS,
    (rule) =>
      !isFromInternet(rule) ||
      (rule.at("ip_protocol") === "tcp" &&
        rule.at("from_port") === rule.at("to_port") &&
        [80, 443].includes(Number(rule.at("from_port")))),
    (rule) => Object.assign(rule, { cidr_ipv6: "::/0", from_port: 8080, to_port: 8080 }),
  ),
  "no-egress-of-every-port": value(EGRESS, "ip_protocol", is("tcp"), "-1"),
  "groups-are-used": each(
    "aws_security_group",
    (group, stack) =>
      GROUP_OWNERS.some((type) =>
        JSON.stringify(blockAt(stack.document, `resource.${type}`)).includes(group.ref("id")),
      ),
    (_, resources) => Object.assign(resources, { aws_security_group: { lonely: {} } }),
  ),
};
