import { ref, type Body, type Document } from "../document";
import { container, containers } from "../sound";
import { EVERY_PORT, type Break } from "./break";

/** What scanners of such files overlook: IPv6, protocol -1, the JSON of containers, the names of TLS policies. */
export const OPENINGS: readonly Break[] = [
  {
    title: "everyone may try SSH",
    cut: (document) => admit(document, "ssh", { ...tcp(22), cidr_ipv4: "0.0.0.0/0" }),
    told: ["FY564 aws_vpc_security_group_ingress_rule.ssh"],
  },
  {
    title: "everyone may try SSH over IPv6, in a range of ports, beside IPv4 on other ports",
    cut: (document) => admit(document, "range", { ...tcp(20, 30), cidr_ipv6: "::/0" }),
    told: [
      "FY564 aws_vpc_security_group_ingress_rule.range",
      "FY566 aws_vpc_security_group_ingress_rule.range",
    ],
  },
  {
    title: "everyone may try RDP, by a rule in the group itself",
    cut: (document) =>
      document.add("aws_security_group.bastion", {
        vpc_id: ref("aws_vpc.main"),
        name: "bastion",
        ingress: [{ protocol: "tcp", from_port: 3389, to_port: 3389, cidr_blocks: ["0.0.0.0/0"] }],
      }),
    told: ["FY564 aws_security_group.bastion"],
  },
  {
    title: "everyone may use every protocol",
    cut: (document) => admit(document, "all", { ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" }),
    told: ["FY565 aws_vpc_security_group_ingress_rule.all"],
  },
  {
    title: "everyone may use every protocol over IPv6",
    cut: (document) => admit(document, "all", { ip_protocol: "-1", cidr_ipv6: "::/0" }),
    told: ["FY565 aws_vpc_security_group_ingress_rule.all"],
  },
  {
    title: "everyone may use every TCP port",
    cut: (document) => admit(document, "all", { ...EVERY_PORT, cidr_ipv4: "0.0.0.0/0" }),
    told: ["FY565 aws_vpc_security_group_ingress_rule.all"],
  },
  {
    title: "a port is open over IPv6 alone, and nothing listens there",
    cut: (document) => admit(document, "six", { ...tcp(8443), cidr_ipv6: "::/0" }),
    told: ["FY566 aws_vpc_security_group_ingress_rule.six"],
  },
  {
    title: "a container wants the rights of a host, which Fargate has none of",
    cut: (document) => run(document, { privileged: true }),
    told: ["FY567 aws_ecs_task_definition.web"],
  },
  {
    title: "a password stands in the environment",
    cut: (document) => run(document, { environment: [{ name: "DB_PASSWORD", value: "hunter2" }] }),
    told: ["FY568 aws_ecs_task_definition.web"],
  },
  {
    title: "a password stands in an address in the environment",
    cut: (document) =>
      run(document, { environment: [{ name: "DB", value: "postgres://me:hunter2@db.internal/app" }] }),
    told: ["FY568 aws_ecs_task_definition.web"],
  },
  ...["TLS13-1-2-Ext1-2021-06", "TLS13-1-2-Ext2-2021-06", "TLS-1-2-Ext-2018-06"].map((policy) => ({
    title: `the TLS policy is ${policy}, with weak ciphers`,
    cut: (document: Document): void => {
      document.at("aws_lb_listener.https").ssl_policy = `ELBSecurityPolicy-${policy}`;
    },
    told: ["FY569 aws_lb_listener.https"],
  })),
  ...["TLS13-1-0-2021-06", "TLS13-1-1-2021-06"].map((policy) => ({
    title: `the TLS policy is ${policy}, which sounds new and speaks old TLS`,
    cut: (document: Document): void => {
      document.at("aws_lb_listener.https").ssl_policy = `ELBSecurityPolicy-${policy}`;
    },
    told: ["FY547 aws_lb_listener.https"],
  })),
  {
    title: "a role may do everything",
    cut: (document) =>
      document.add("aws_iam_role_policy.web", { role: ref("aws_iam_role.web"), policy: policyOf("*") }),
    told: ["FY570 aws_iam_role.web"],
  },
  {
    title: "a role is an administrator",
    cut: (document) =>
      document.add("aws_iam_role_policy_attachment.admin", {
        role: ref("aws_iam_role.web", "name"),
        policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
      }),
    told: ["FY570 aws_iam_role.web"],
  },
];

/** What looks alike and is as it should be: nothing is to be said. */
export const ALIKE: readonly Omit<Break, "told">[] = [
  {
    title: "SSH is open to an office, and to the VPC",
    cut: (document) => {
      admit(document, "office", { ...tcp(22), cidr_ipv4: "203.0.113.0/24" });
      admit(document, "inside", { ip_protocol: "-1", cidr_ipv4: "10.0.0.0/16" });
      admit(document, "six", { ...tcp(22), cidr_ipv6: "2001:db8::/32" });
    },
  },
  {
    title: "everything may leave",
    cut: (document) =>
      document.add("aws_vpc_security_group_egress_rule.out6", {
        security_group_id: ref("aws_security_group.door"),
        cidr_ipv6: "::/0",
        ip_protocol: "-1",
      }),
  },
  {
    title: "the door is open over IPv6 where it listens",
    cut: (document) => admit(document, "six", { ...tcp(443), cidr_ipv6: "::/0" }),
  },
  {
    title: "a port is open over both",
    cut: (document) => {
      admit(document, "four", { ...tcp(8443), cidr_ipv4: "0.0.0.0/0" });
      admit(document, "six", { ...tcp(8443), cidr_ipv6: "::/0" });
    },
  },
  {
    title: "who may come in is known at deploy time only",
    cut: (document) => admit(document, "later", { ...tcp(22), cidr_ipv4: "${var.office}" }),
  },
  {
    title: "the environment says where a secret lies, what it is called, and nothing",
    cut: (document) =>
      run(document, {
        environment: [
          { name: "DB_SECRET_ARN", value: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db" },
          { name: "TOKEN_URL", value: "https://login.example.com/token" },
          { name: "API_KEY", value: "" },
          { name: "PASSWORD", value: "${var.name_of_the_parameter}" },
          { name: "URL", value: "http://backend:8080/a:b@c" },
        ],
      }),
  },
  {
    title: "a container says that it has no rights of a host",
    cut: (document) => run(document, { privileged: false }),
  },
  ...["TLS13-1-2-2021-06", "TLS13-1-2-Res-2021-06", "TLS13-1-3-2021-06", "TLS13-1-2-Res-PQ-2025-09"].map(
    (policy) => ({
      title: `the TLS policy is ${policy}`,
      cut: (document: Document): void => {
        document.at("aws_lb_listener.https").ssl_policy = `ELBSecurityPolicy-${policy}`;
      },
    }),
  ),
  {
    title: "a role may do everything with one service",
    cut: (document) =>
      document.add("aws_iam_role_policy.web", { role: ref("aws_iam_role.web"), policy: policyOf("s3:*") }),
  },
  {
    title: "a role may not do anything",
    cut: (document) =>
      document.add("aws_iam_role_policy.web", {
        role: ref("aws_iam_role.web"),
        policy: policyOf("iam:*").replace("Allow", "Deny").replace("iam:*", "*"),
      }),
  },
];

/** Adds a rule to a group that has one listener behind each port that it opens. */
function admit(document: Document, name: string, rule: Body): void {
  document.add(`aws_vpc_security_group_ingress_rule.${name}`, {
    security_group_id: ref("aws_security_group.door"),
    ...rule,
  });
}

function tcp(from: number, to = from): Body {
  return { ip_protocol: "tcp", from_port: from, to_port: to };
}

function run(document: Document, more: Body): void {
  document.at("aws_ecs_task_definition.web").container_definitions = containers([
    { ...container("web", 8080), ...more },
  ]);
}

function policyOf(action: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: action, Resource: "*" }],
  });
}
