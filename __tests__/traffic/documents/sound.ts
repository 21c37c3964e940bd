import { Document, ref, type Body } from "./document";

const ZONES = ["a", "b"] as const;
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } },
  ],
});

/**
 * A stack with nothing wrong: an HTTPS door in two zones, plain HTTP that redirects to it, `web` behind the default
 * action and `api` behind a rule, private tasks with a NAT gateway in each zone. Written without our constructs.
 */
export function soundDocument(): Document {
  const document = new Document();
  addNetwork(document);
  addDoor(document);
  addService(document, "web", 8080);
  addService(document, "api", 9090);
  return document;
}

function addNetwork(document: Document): void {
  document
    .add("aws_vpc.main", { cidr_block: "10.0.0.0/16" })
    .add("aws_internet_gateway.main", { vpc_id: ref("aws_vpc.main") })
    .add("aws_route_table.public", { vpc_id: ref("aws_vpc.main") })
    .add("aws_route.internet", {
      route_table_id: ref("aws_route_table.public"),
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: ref("aws_internet_gateway.main"),
    });
  ZONES.forEach((zone, index) => addZone(document, zone, index));
}

function addZone(document: Document, zone: string, index: number): void {
  const subnet = (tier: string, cidr: string): Document =>
    document.add(`aws_subnet.${tier}_${zone}`, {
      vpc_id: ref("aws_vpc.main"),
      availability_zone: `eu-west-1${zone}`,
      cidr_block: cidr,
    });
  const association = (tier: string, table: string): Document =>
    document.add(`aws_route_table_association.${tier}_${zone}`, {
      subnet_id: ref(`aws_subnet.${tier}_${zone}`),
      route_table_id: ref(`aws_route_table.${table}`),
    });
  subnet("public", `10.0.${index}.0/24`);
  subnet("private", `10.0.${10 + index}.0/24`);
  association("public", "public");
  association("private", `private_${zone}`);
  document
    .add(`aws_eip.${zone}`, { domain: "vpc" })
    .add(`aws_nat_gateway.${zone}`, {
      allocation_id: ref(`aws_eip.${zone}`),
      subnet_id: ref(`aws_subnet.public_${zone}`),
    })
    .add(`aws_route_table.private_${zone}`, { vpc_id: ref("aws_vpc.main") })
    .add(`aws_route.nat_${zone}`, {
      route_table_id: ref(`aws_route_table.private_${zone}`),
      destination_cidr_block: "0.0.0.0/0",
      nat_gateway_id: ref(`aws_nat_gateway.${zone}`),
    });
}

function addDoor(document: Document): void {
  document
    .add("aws_security_group.door", { vpc_id: ref("aws_vpc.main"), name: "door" })
    .add("aws_lb.door", {
      name: "door",
      subnets: ZONES.map((zone) => ref(`aws_subnet.public_${zone}`)),
      security_groups: [ref("aws_security_group.door")],
    })
    .add("aws_acm_certificate.door", { domain_name: "example.com", validation_method: "DNS" })
    .add("aws_acm_certificate_validation.door", {
      certificate_arn: ref("aws_acm_certificate.door", "arn"),
    })
    .add("aws_lb_listener.https", {
      load_balancer_arn: ref("aws_lb.door", "arn"),
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificate_arn: ref("aws_acm_certificate_validation.door", "certificate_arn"),
      default_action: [{ type: "forward", target_group_arn: ref("aws_lb_target_group.web", "arn") }],
    })
    .add("aws_lb_listener.http", {
      load_balancer_arn: ref("aws_lb.door", "arn"),
      port: 80,
      protocol: "HTTP",
      default_action: [
        { type: "redirect", redirect: [{ protocol: "HTTPS", port: "443", status_code: "HTTP_301" }] },
      ],
    })
    .add("aws_lb_listener_rule.api", {
      listener_arn: ref("aws_lb_listener.https", "arn"),
      priority: 10,
      condition: [{ path_pattern: [{ values: ["/api/*"] }] }],
      action: [{ type: "forward", target_group_arn: ref("aws_lb_target_group.api", "arn") }],
    });
  for (const port of [80, 443])
    document.add(`aws_vpc_security_group_ingress_rule.door_${port}`, fromInternet(port));
}

function fromInternet(port: number): Body {
  const group = ref("aws_security_group.door");
  return {
    security_group_id: group,
    cidr_ipv4: "0.0.0.0/0",
    ip_protocol: "tcp",
    from_port: port,
    to_port: port,
  };
}

/** A service with everything of its own: group, target group, task definition and role. */
export function addService(document: Document, name: string, port: number): void {
  addTargets(document, name, port);
  addTask(document, name, port);
  const forwarder = name === "web" ? "aws_lb_listener.https" : `aws_lb_listener_rule.${name}`;
  document
    .add("aws_ecs_cluster.main", { name: "main" })
    .add(`aws_ecs_service.${name}`, {
      name,
      cluster: ref("aws_ecs_cluster.main", "arn"),
      task_definition: ref(`aws_ecs_task_definition.${name}`, "arn"),
      launch_type: "FARGATE",
      desired_count: 2,
      wait_for_steady_state: true,
      deployment_circuit_breaker: [{ enable: true, rollback: true }],
      network_configuration: [
        {
          subnets: ZONES.map((zone) => ref(`aws_subnet.private_${zone}`)),
          security_groups: [ref(`aws_security_group.${name}`)],
        },
      ],
      load_balancer: [
        {
          target_group_arn: ref(`aws_lb_target_group.${name}`, "arn"),
          container_name: name,
          container_port: port,
        },
      ],
      depends_on: [
        forwarder,
        "aws_route.nat_a",
        "aws_route.nat_b",
        "aws_iam_role_policy_attachment." + name,
        `aws_vpc_security_group_ingress_rule.${name}`,
        `aws_vpc_security_group_egress_rule.${name}_out`,
      ],
    })
    .add(`aws_appautoscaling_target.${name}`, {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: `service/${ref("aws_ecs_cluster.main", "name")}/${ref(`aws_ecs_service.${name}`, "name")}`,
      min_capacity: 2,
      max_capacity: 10,
    });
}

function addTargets(document: Document, name: string, port: number): void {
  const span = { ip_protocol: "tcp", from_port: port, to_port: port };
  document
    .add(`aws_lb_target_group.${name}`, {
      name_prefix: name,
      port,
      protocol: "HTTP",
      target_type: "ip",
      vpc_id: ref("aws_vpc.main"),
      health_check: [{ path: "/health", interval: 30, timeout: 5, matcher: "200" }],
      lifecycle: { create_before_destroy: true },
    })
    .add(`aws_security_group.${name}`, { vpc_id: ref("aws_vpc.main"), name })
    .add(`aws_vpc_security_group_ingress_rule.${name}`, {
      security_group_id: ref(`aws_security_group.${name}`),
      referenced_security_group_id: ref("aws_security_group.door"),
      ...span,
    })
    .add(`aws_vpc_security_group_egress_rule.${name}_out`, {
      security_group_id: ref(`aws_security_group.${name}`),
      cidr_ipv4: "0.0.0.0/0",
      ip_protocol: "-1",
    })
    .add(`aws_vpc_security_group_egress_rule.door_${name}`, {
      security_group_id: ref("aws_security_group.door"),
      referenced_security_group_id: ref(`aws_security_group.${name}`),
      ...span,
    });
}

function addTask(document: Document, name: string, port: number): void {
  document
    .add(`aws_iam_role.${name}`, { name: `${name}-execution`, assume_role_policy: TRUST })
    .add(`aws_iam_role_policy_attachment.${name}`, {
      role: ref(`aws_iam_role.${name}`, "name"),
      policy_arn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    })
    .add(`aws_ecs_task_definition.${name}`, {
      family: name,
      cpu: "256",
      memory: "512",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      execution_role_arn: ref(`aws_iam_role.${name}`, "arn"),
      container_definitions: containers([container(name, port)]),
    });
}

export function containers(all: readonly Body[]): string {
  return JSON.stringify(all);
}

export function container(name: string, port: number): Body {
  return {
    name,
    image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${name}:1`,
    portMappings: [{ containerPort: port }],
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": `/${name}` } },
  };
}
