import { ref, type Body, type Document } from "./document";
import { container, containers, soundDocument } from "./sound";

/** The sound stack, in which `web` calls `api` as `orders:9000` by Service Connect. */
export function callingDocument(): Document {
  return withCall(soundDocument());
}

export function withCall(document: Document): Document {
  const own = { enabled: true, namespace: ref("aws_service_discovery_http_namespace.main", "arn") };
  document.add("aws_service_discovery_http_namespace.main", { name: "shop" });
  document.at("aws_ecs_service.web").service_connect_configuration = [own];
  document.at("aws_ecs_service.api").service_connect_configuration = [
    { ...own, service: [{ port_name: "api", client_alias: [{ dns_name: "orders", port: 9000 }] }] },
  ];
  for (const [direction, group, peer] of [
    ["ingress", "api", "web"],
    ["egress", "web", "api"],
  ] as const) {
    (document.at(`aws_ecs_service.${group}`).depends_on as string[]).push(
      `aws_vpc_security_group_${direction}_rule.call`,
    );
    document.add(`aws_vpc_security_group_${direction}_rule.call`, {
      security_group_id: ref(`aws_security_group.${group}`),
      referenced_security_group_id: ref(`aws_security_group.${peer}`),
      ...{ ip_protocol: "tcp", from_port: 9090, to_port: 9090 },
    });
  }
  document.at("aws_ecs_task_definition.api").container_definitions = containers([
    { ...container("api", 9090), portMappings: [{ containerPort: 9090, name: "api" }] },
  ]);
  return withSettings(document, [{ name: "ORDERS_URL", value: "http://orders:9000/v1" }]);
}

/** With these variables, and whatever else, of `web`. */
export function withSettings(document: Document, environment: readonly Body[], rest: Body = {}): Document {
  document.at("aws_ecs_task_definition.web").container_definitions = containers([
    { ...container("web", 8080), environment, ...rest },
  ]);
  return document;
}
