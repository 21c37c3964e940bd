import { ref, type Body } from "../document";
import type { Break } from "./break";

/** Load balancer: where it stands, and whom it lets pass. */
export const DOOR: readonly Break[] = [
  {
    title: "the load balancer stands in private subnets",
    cut: (document) => {
      document.at("aws_lb.door").subnets = [ref("aws_subnet.private_a"), ref("aws_subnet.private_b")];
    },
    told: ["FY501 aws_lb.door"],
  },
  {
    title: "one public subnet has lost its route table",
    cut: (document) => document.remove("aws_route_table_association.public_b"),
    told: ["FY501 aws_lb.door", "FY534 aws_nat_gateway.b"],
  },
  {
    title: "the route to the internet gateway is gone",
    cut: (document) => document.remove("aws_route.internet"),
    told: ["FY501 aws_lb.door", "FY534 aws_nat_gateway.a", "FY534 aws_nat_gateway.b"],
  },
  {
    title: "the load balancer has one subnet",
    cut: (document) => {
      document.at("aws_lb.door").subnets = [ref("aws_subnet.public_a")];
    },
    told: ["FY502 aws_lb.door"],
  },
  {
    title: "a third subnet of the load balancer lies in a zone that it has",
    cut: (document) => {
      document.add("aws_subnet.public_c", {
        ...document.at("aws_subnet.public_b"),
        cidr_block: "10.0.2.0/24",
      });
      document.add("aws_route_table_association.public_c", {
        subnet_id: ref("aws_subnet.public_c"),
        route_table_id: ref("aws_route_table.public"),
      });
      (document.at("aws_lb.door").subnets as string[]).push(ref("aws_subnet.public_c"));
    },
    told: ["FY503 aws_lb.door"],
  },
  {
    title: "both public subnets are in one zone",
    cut: (document) => {
      document.at("aws_subnet.public_b").availability_zone = "eu-west-1a";
      document.at("aws_route.nat_b").nat_gateway_id = ref("aws_nat_gateway.a");
    },
    told: ["FY502 aws_lb.door", "FY503 aws_lb.door"],
  },
  {
    title: "a public subnet has 16 addresses",
    cut: (document) => {
      document.at("aws_subnet.public_a").cidr_block = "10.0.0.0/28";
    },
    told: ["FY504 aws_lb.door"],
  },
  {
    title: "the load balancer's group is shut on the listener's port",
    cut: (document) => document.remove("aws_vpc_security_group_ingress_rule.door_443"),
    told: ["FY505 aws_lb_listener.https"],
  },
  {
    title: "the listener moved to a port that nobody opened",
    cut: (document) => {
      document.at("aws_lb_listener.http").port = 8080;
    },
    told: ["FY505 aws_lb_listener.http"],
  },
  {
    title: "the load balancer may not talk to a service",
    cut: (document) => document.remove("aws_vpc_security_group_egress_rule.door_web"),
    told: ["FY506 aws_lb.door"],
  },
  {
    title: "the load balancer may talk to another port of the service only",
    cut: (document) => {
      Object.assign(document.at("aws_vpc_security_group_egress_rule.door_api"), {
        from_port: 80,
        to_port: 80,
      });
    },
    told: ["FY506 aws_lb.door"],
  },
  {
    title: "a network ACL lets no HTTPS in",
    cut: (document) => document.add("aws_network_acl.public", aclWithout443()),
    told: ["FY507 aws_lb_listener.https"],
  },
  {
    title: "a network ACL lets no answers out",
    cut: (document) =>
      document.add("aws_network_acl.public", {
        ...aclWithout443(),
        ingress: [entry(1, "-1", 0, 0)],
        egress: [],
      }),
    told: ["FY507 aws_lb_listener.http", "FY507 aws_lb_listener.https"],
  },
];

function aclWithout443(): Body {
  return {
    vpc_id: ref("aws_vpc.main"),
    subnet_ids: [ref("aws_subnet.public_a"), ref("aws_subnet.public_b")],
    ingress: [entry(100, "tcp", 80, 80), entry(110, "tcp", 1024, 65535)],
    egress: [entry(100, "-1", 0, 0)],
  };
}

function entry(number: number, protocol: string, from: number, to: number): Body {
  return {
    rule_no: number,
    action: "allow",
    protocol,
    from_port: from,
    to_port: to,
    cidr_block: "0.0.0.0/0",
  };
}
