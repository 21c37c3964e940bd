import type { ModuleDefinition } from "../definition";

type Cases = Pick<ModuleDefinition, "least" | "examples" | "shapes">;

const subnets = ["subnet-00000000000000001", "subnet-00000000000000002"];
const least = { name: "shop", vpc_id: "vpc-00000000000000001", subnet_ids: subnets, port: 8080 };
const domain = { https: true, domain_name: "shop.example.com", hosted_zone_name: "example.com" };

export const frontDoorCases: Cases = {
  least,
  examples: [
    {
      name: "http",
      title: "A load balancer on the internet that forwards to port 8080.",
      inputs: { name: "shop", port: 8080, health_check: { path: "/health" } },
      outputs: ["url", "target_group_arn", "load_balancer_security_group_id"],
    },
    {
      name: "https",
      title: "The same under a name of its own: HTTPS, a certificate, and the records of the name.",
      inputs: {
        name: "shop",
        port: 8080,
        health_check: { path: "/health" },
        ...domain,
        deletion_protection: true,
      },
      outputs: ["url"],
    },
  ],
  shapes: [
    {
      name: "http",
      holds: {
        "one listener": "length(aws_lb_listener.https) == 0",
        "it forwards": 'aws_lb_listener.http.default_action[0].type == "forward"',
        "no certificate": "length(aws_acm_certificate.certificate) == 0",
        "everyone may come in":
          'aws_vpc_security_group_ingress_rule.load_balancer_security_group_from_internet_80[0].cidr_ipv4 == "0.0.0.0/0"',
      },
    },
    {
      name: "https_with_a_certificate_of_its_own",
      inputs: domain,
      holds: {
        "port 80 redirects": 'aws_lb_listener.http.default_action[0].type == "redirect"',
        "port 443 forwards": 'aws_lb_listener.https[0].default_action[0].type == "forward"',
        "a certificate for the name": 'aws_acm_certificate.certificate[0].domain_name == "shop.example.com"',
        "records of the name": 'aws_route53_record.alias_ipv4[0].name == "shop.example.com"',
        "the url says so": 'output.url == "https://shop.example.com"',
      },
    },
    {
      name: "https_in_a_zone_by_its_id",
      inputs: { https: true, domain_name: "shop.example.com", hosted_zone_id: "Z0123456789ABCDEFGHIJ" },
      holds: {
        "records lie in it": 'aws_route53_record.alias_ipv4[0].zone_id == "Z0123456789ABCDEFGHIJ"',
      },
    },
    {
      name: "https_with_a_certificate_that_stands",
      inputs: {
        https: true,
        create_certificate: false,
        certificate_arn:
          "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
      },
      holds: {
        "it is shown": "aws_lb_listener.https[0].certificate_arn == var.certificate_arn",
        "none is made": "length(aws_acm_certificate.certificate) == 0",
        "records are the caller's": "length(aws_route53_record.alias_ipv4) == 0",
      },
    },
    {
      name: "internal",
      inputs: { internal: true, allowed_cidr_blocks: ["10.0.0.0/8", "192.168.0.0/16"] },
      holds: {
        "the load balancer is internal": "aws_lb.load_balancer.internal",
        "a rule for each block":
          'keys(aws_vpc_security_group_ingress_rule.load_balancer_security_group_from_block_80) == ["10.0.0.0/8", "192.168.0.0/16"]',
        "none for the internet":
          "length(aws_vpc_security_group_ingress_rule.load_balancer_security_group_from_internet_80) == 0",
      },
    },
    {
      name: "an_exact_name",
      inputs: { target_group_name: "Fargate-TG", load_balancer_name: "Fargate-ALB" },
      holds: {
        "the target group's": 'aws_lb_target_group.targets_named[0].name == "Fargate-TG"',
        "one target group": "length(aws_lb_target_group.targets) == 0",
        "the load balancer's": 'aws_lb.load_balancer.name == "Fargate-ALB"',
        "the security group's follows":
          'aws_security_group.load_balancer_security_group.name == "Fargate-ALB-SG"',
      },
    },
  ],
};
