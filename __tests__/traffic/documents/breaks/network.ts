import { ref, type Body, type Document } from "../document";
import type { Break } from "./break";

const ZONES = ["a", "b"] as const;
const BOTH_SERVICES = ["FY531 aws_ecs_service.api", "FY531 aws_ecs_service.web"];

/** NAT instances, endpoints, and everything over IPv6. */
export const NETWORK: readonly Break[] = [
  natBreak("checks the addresses of what it forwards", (nat) => delete nat.source_dest_check),
  natBreak("admits one of the private subnets only", (_, document) =>
    Object.assign(document.at("aws_vpc_security_group_ingress_rule.nat"), { cidr_ipv4: "10.0.10.0/24" }),
  ),
  natBreak("lets nothing out", (_, document) => document.remove("aws_vpc_security_group_egress_rule.nat")),
  natBreak("has no public address", (_, document) => document.remove("aws_eip.nat")),
  natBreak("stands in a private subnet", (nat) => (nat.subnet_id = ref("aws_subnet.private_a"))),
  {
    title: "endpoints stand in for NAT, and their group admits nobody",
    cut: (document) => {
      behindEndpoints(document);
      document.remove("aws_vpc_security_group_ingress_rule.endpoints");
    },
    told: BOTH_SERVICES,
  },
  {
    title: "endpoints stand in for NAT, and their names lead elsewhere",
    cut: (document) => {
      behindEndpoints(document);
      for (const name of ["logs", "ecr_api", "ecr_dkr"])
        document.at(`aws_vpc_endpoint.${name}`).private_dns_enabled = false;
    },
    told: BOTH_SERVICES,
  },
  {
    title: "a load balancer has IPv6 addresses to which no route leads",
    cut: (document) => {
      dualStack(document);
      document.remove("aws_route.internet6");
    },
    told: ["FY508 aws_lb.door"],
  },
  {
    title: "a load balancer has IPv6 addresses, and admits IPv4 alone on one of its ports",
    cut: (document) => {
      dualStack(document);
      document.remove("aws_vpc_security_group_ingress_rule.six_443");
    },
    told: ["FY508 aws_lb_listener.https"],
  },
  {
    title: "private tasks have IPv6 addresses that the internet reaches",
    cut: (document) => {
      document.add("aws_route.private6", {
        route_table_id: ref("aws_route_table.private_a"),
        destination_ipv6_cidr_block: "::/0",
        gateway_id: ref("aws_internet_gateway.main"),
      });
    },
    told: ["FY530 aws_ecs_service.api", "FY530 aws_ecs_service.web"],
  },
  {
    title: "a service admits everybody over IPv6",
    cut: (document) => {
      const rule = { ip_protocol: "tcp", from_port: 8080, to_port: 8080, cidr_ipv6: "::/0" };
      document.add("aws_vpc_security_group_ingress_rule.web6", {
        ...rule,
        security_group_id: ref("aws_security_group.web"),
      });
      for (const name of ["web"])
        (document.at(`aws_ecs_service.${name}`).depends_on as string[]).push(
          "aws_vpc_security_group_ingress_rule.web6",
        );
    },
    told: [
      "FY513 aws_vpc_security_group_ingress_rule.web6",
      "FY566 aws_vpc_security_group_ingress_rule.web6",
    ],
  },
];

function natBreak(title: string, cut: (nat: Body, document: Document) => unknown): Break {
  return {
    title: `a NAT instance ${title}`,
    cut: (document) => {
      behindInstance(document);
      cut(document.at("aws_instance.nat"), document);
    },
    told: ["FY540 aws_instance.nat"],
  };
}

/** Both private subnets behind one machine, in the place of their NAT gateways. */
export function behindInstance(document: Document): Document {
  const group = { security_group_id: ref("aws_security_group.nat"), ip_protocol: "-1" };
  document
    .add("aws_security_group.nat", { vpc_id: ref("aws_vpc.main"), name: "nat" })
    .add("aws_vpc_security_group_ingress_rule.nat", { ...group, cidr_ipv4: "10.0.0.0/16" })
    .add("aws_vpc_security_group_egress_rule.nat", { ...group, cidr_ipv4: "0.0.0.0/0" })
    .add("aws_instance.nat", {
      subnet_id: ref("aws_subnet.public_a"),
      source_dest_check: false,
      vpc_security_group_ids: [ref("aws_security_group.nat")],
    })
    .add("aws_eip.nat", { instance: ref("aws_instance.nat") });
  for (const zone of ZONES) {
    document.remove(`aws_nat_gateway.${zone}`).remove(`aws_eip.${zone}`);
    const route = document.at(`aws_route.nat_${zone}`);
    delete route.nat_gateway_id;
    route.network_interface_id = ref("aws_instance.nat", "primary_network_interface_id");
  }
  return document;
}

/** No NAT, images in ECR, and an endpoint for each thing that tasks need. */
export function behindEndpoints(document: Document): Document {
  for (const zone of ZONES) document.remove(`aws_route.nat_${zone}`);
  for (const name of ["web", "api"]) {
    const task = document.at(`aws_ecs_task_definition.${name}`);
    task.container_definitions = String(task.container_definitions).replace(
      /"image":"[^"]*"/,
      '"image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"',
    );
  }
  const endpoint = { vpc_id: ref("aws_vpc.main"), vpc_endpoint_type: "Interface", private_dns_enabled: true };
  const groups = { security_group_ids: [ref("aws_security_group.endpoints")] };
  for (const name of ["logs", "ecr.api", "ecr.dkr", "secretsmanager", "ssm"])
    document.add(`aws_vpc_endpoint.${name.replace(".", "_")}`, {
      ...{ ...endpoint, ...groups },
      service_name: `com.amazonaws.eu-west-1.${name}`,
      subnet_ids: ZONES.map((zone) => ref(`aws_subnet.private_${zone}`)),
    });
  return document
    .add("aws_security_group.endpoints", { vpc_id: ref("aws_vpc.main"), name: "endpoints" })
    .add("aws_vpc_security_group_ingress_rule.endpoints", {
      security_group_id: ref("aws_security_group.endpoints"),
      ...{ ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "10.0.0.0/16" },
    })
    .add("aws_vpc_endpoint.s3", {
      vpc_id: ref("aws_vpc.main"),
      service_name: "com.amazonaws.eu-west-1.s3",
      route_table_ids: ZONES.map((zone) => ref(`aws_route_table.private_${zone}`)),
    });
}

/** The door has IPv6 addresses, a way to them, and admits them where it admits IPv4. */
export function dualStack(document: Document): Document {
  document.at("aws_lb.door").ip_address_type = "dualstack";
  for (const port of [80, 443])
    document.add(`aws_vpc_security_group_ingress_rule.six_${port}`, {
      security_group_id: ref("aws_security_group.door"),
      ...{ ip_protocol: "tcp", from_port: port, to_port: port, cidr_ipv6: "::/0" },
    });
  return document.add("aws_route.internet6", {
    route_table_id: ref("aws_route_table.public"),
    destination_ipv6_cidr_block: "::/0",
    gateway_id: ref("aws_internet_gateway.main"),
  });
}
