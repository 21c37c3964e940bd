import type { ModuleDefinition } from "../definition";
import { SCALING_NOTE, SERVICE_SHAPES } from "./fargate-service";

type Cases = Pick<ModuleDefinition, "least" | "examples" | "shapes" | "notes">;

const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";
const least = { name: "shop", zones: ["us-east-1a", "us-east-1b"], image: IMAGE, port: 8080 };

export const webApplicationCases: Cases = {
  least,
  examples: [
    {
      name: "voice-agent",
      title:
        "A program on port 6060 in private subnets behind a load balancer, with the names of the walkthrough.",
      inputs: {
        name: "voice-agent",
        service_name: "Agent",
        zones: ["us-east-1a", "us-east-1b"],
        image: IMAGE,
        command: ["caddy", "respond", "--listen", ":6060", "--body", "healthy"],
        port: 6060,
        health_check: { path: "/health" },
        idle_timeout: 3600,
        load_balancer_name: "Fargate-ALB",
        load_balancer_security_group_name: "ALB-SG",
        target_group_name: "Fargate-TG",
        service_security_group_name: "Fargate-SG",
      },
      outputs: ["url"],
    },
    {
      name: "production",
      title: "Three zones, HTTPS under a name of its own, and as many tasks as requests ask for.",
      inputs: {
        name: "shop",
        zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
        nat: "per-zone",
        image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1.4.2",
        port: 8080,
        cpu: 512,
        memory: 1024,
        health_check: { path: "/health" },
        https: true,
        domain_name: "shop.example.com",
        hosted_zone_name: "example.com",
        deletion_protection: true,
        scaling: { minimum: 3, maximum: 30, requests_per_target: 1000 },
        desired_count: 3,
      },
      outputs: ["url", "nat_public_ips", "task_role_name"],
    },
  ],
  shapes: [
    {
      name: "from_the_internet_to_the_container",
      holds: {
        "the load balancer stands in public subnets": "!aws_lb.load_balancer.internal",
        "the target group has the container's port": "aws_lb_target_group.targets[0].port == 8080",
        "the tasks admit the load balancer on it":
          "aws_vpc_security_group_ingress_rule.service_security_group_from_load_balancer.from_port == 8080",
        "the load balancer may reach them on it":
          "aws_vpc_security_group_egress_rule.load_balancer_security_group_to_service.to_port == 8080",
      },
    },
    {
      name: "three_zones_and_https",
      inputs: {
        zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
        nat: "per-zone",
        https: true,
        domain_name: "shop.example.com",
        hosted_zone_name: "example.com",
      },
      holds: {
        "three public subnets": "length(aws_subnet.public_subnet) == 3",
        "three NAT gateways": "length(aws_nat_gateway.nat_gateway) == 3",
        "port 80 redirects": 'aws_lb_listener.http.default_action[0].type == "redirect"',
        "port 443 forwards": 'aws_lb_listener.https[0].default_action[0].type == "forward"',
      },
    },
    ...SERVICE_SHAPES,
  ],
  notes: SCALING_NOTE,
};
