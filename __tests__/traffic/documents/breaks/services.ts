import { ref } from "../document";
import { container, containers } from "../sound";
import type { Break } from "./break";

/** Services as a whole, their roles and their security groups. */
export const SERVICES: readonly Break[] = [
  {
    title: "a service does not wait for its listener",
    cut: (document) => document.forget("aws_lb_listener.https", "aws_ecs_service.web"),
    told: ["FY551 aws_ecs_service.web"],
  },
  {
    title: "a service does not wait for its rule",
    cut: (document) => document.forget("aws_lb_listener_rule.api", "aws_ecs_service.api"),
    told: ["FY551 aws_ecs_service.api"],
  },
  {
    title: "a service does not wait for a route",
    cut: (document) => document.forget("aws_route.nat_a", "aws_ecs_service.web"),
    told: ["FY552 aws_ecs_service.web"],
  },
  {
    title: "a service does not wait for a rule of its security group",
    cut: (document) => document.forget("aws_vpc_security_group_ingress_rule.web", "aws_ecs_service.web"),
    told: ["FY552 aws_ecs_service.web"],
  },
  {
    title: "an apply does not wait for tasks",
    cut: (document) => {
      delete document.at("aws_ecs_service.web").wait_for_steady_state;
    },
    told: ["FY553 aws_ecs_service.web"],
  },
  {
    title: "a service has no circuit breaker",
    cut: (document) => {
      delete document.at("aws_ecs_service.web").deployment_circuit_breaker;
    },
    told: ["FY553 aws_ecs_service.web"],
  },
  {
    title: "an execution role may do nothing",
    cut: (document) => document.remove("aws_iam_role_policy_attachment.web"),
    told: ["FY554 aws_ecs_task_definition.web"],
  },
  {
    title: "an execution role may not read a secret",
    cut: (document) => {
      const secrets = [
        { name: "KEY", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key" },
      ];
      const web = { ...container("web", 8080), secrets };
      document.at("aws_ecs_task_definition.web").container_definitions = containers([web]);
    },
    told: ["FY554 aws_ecs_task_definition.web"],
  },
  {
    title: "a Fargate task that writes logs has no execution role",
    cut: (document) => {
      delete document.at("aws_ecs_task_definition.web").execution_role_arn;
      document.forget("aws_iam_role_policy_attachment.web");
    },
    told: ["FY554 aws_ecs_task_definition.web"],
  },
  {
    title: "a security group has blocks and rules",
    cut: (document) => {
      document.at("aws_security_group.web").ingress = [
        { protocol: "tcp", from_port: 22, to_port: 22, self: true },
      ];
    },
    told: ["FY561 aws_security_group.web"],
  },
  {
    title: "a security group has more rules than AWS takes",
    cut: (document) => {
      for (let port = 1; port <= 61; port += 1)
        document.add(`aws_vpc_security_group_ingress_rule.of_${port}`, {
          security_group_id: ref("aws_security_group.door"),
          cidr_ipv4: "203.0.113.0/24",
          ip_protocol: "tcp",
          from_port: port,
          to_port: port,
        });
    },
    told: ["FY562 aws_security_group.door"],
  },
  {
    title: "a service has six security groups",
    cut: (document) => {
      const groups = document.block("aws_ecs_service.web", "network_configuration")
        .security_groups as string[];
      for (let number = 1; number <= 5; number += 1) {
        document.add(`aws_security_group.extra_${number}`, { vpc_id: ref("aws_vpc.main") });
        groups.push(ref(`aws_security_group.extra_${number}`));
      }
    },
    told: ["FY563 aws_ecs_service.web"],
  },
  {
    title: "a service has six security groups, five of them by ids of what is made elsewhere",
    cut: (document) => {
      const groups = document.block("aws_ecs_service.web", "network_configuration")
        .security_groups as string[];
      groups.push(...[1, 2, 3, 4, 5].map((number) => `sg-0000000${number}`));
    },
    told: ["FY563 aws_ecs_service.web"],
  },
  {
    title: "a service stands in 17 subnets, most of them by ids of what is made elsewhere",
    cut: (document) => {
      const subnets = document.block("aws_ecs_service.web", "network_configuration").subnets as string[];
      const more = Array.from({ length: 17 - subnets.length }, (_, number) => `subnet-000000${number + 10}`);
      subnets.push(...more, ...more);
    },
    told: ["FY590 aws_ecs_service.web"],
  },
];
