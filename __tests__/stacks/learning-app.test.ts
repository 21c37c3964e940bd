import { LearningAppStack } from "../../stacks/learning-app";
import { expectAddresses } from "../support/golden";
import { parse, type Json } from "../support/json";
import { newApp, synthesizeStack } from "../support/synthesize";
import { fill } from "../support/template";
import { rulesOf } from "../support/traffic-rules";

const stack = synthesizeStack(new LearningAppStack(newApp(), "learning-app"));
const service = (id: string) => stack.named("aws_ecs_service", id);
const containerOf = (id: string): Json => {
  const image = stack.at(`variable.${id.toLowerCase()}_image.default`);
  const definition = stack.named("aws_ecs_task_definition", id).text("container_definitions");
  return (parse(fill(definition, { [`${id.toLowerCase()}_image`]: image })) as [Json])[0];
};

describe("learning-app", () => {
  it("keeps its addresses", () => {
    expectAddresses(stack.addresses(), "learning-app.addresses.txt");
  });

  it("has frontend-tg: ip, HTTP", () => {
    expect(stack.only("aws_lb_target_group").values).toMatchObject({
      name: "frontend-tg",
      target_type: "ip",
      protocol: "HTTP",
      port: 80,
    });
  });

  it("has my-learning-app-alb, internet-facing over all public subnets, with ALB_SG", () => {
    const subnets = stack.resources("aws_subnet").filter((subnet) => /Public/.test(subnet.id));
    expect(stack.only("aws_lb").values).toMatchObject({
      name: "my-learning-app-alb",
      internal: false,
      subnets: subnets.map((subnet) => subnet.ref("id")),
      security_groups: [stack.named("aws_security_group", "FrontDoor").ref("id")],
    });
    expect(subnets).toHaveLength(2);
  });

  it("has three groups, with the walkthrough's names and words", () => {
    const groups = stack
      .resources("aws_security_group")
      .map((group) => [group.at("name"), group.at("description")]);
    expect(groups).toEqual([
      ["BACKEND_SG", "tasks of Backend"],
      ["ALB_SG", "allow internet traffic"],
      ["FRONTEND_SG", "tasks of Frontend"],
    ]);
    const fromDoor = stack.named(
      "aws_vpc_security_group_ingress_rule",
      "Frontend_SecurityGroup_From-FrontDoor",
    );
    expect(fromDoor.at("description")).toBe("allow traffic from ALB");
  });

  it("lets anyone to the load balancer, it to the frontend, the frontend to the backend, and nobody else", () => {
    expect(rulesOf(stack)).toEqual([
      "ALB_SG in tcp 443 from 0.0.0.0/0",
      "ALB_SG in tcp 80 from 0.0.0.0/0",
      "ALB_SG out tcp 80 to FRONTEND_SG",
      "BACKEND_SG in tcp 8080 from FRONTEND_SG",
      "BACKEND_SG out tcp 443 to 0.0.0.0/0",
      "FRONTEND_SG in tcp 80 from ALB_SG",
      "FRONTEND_SG out tcp 443 to 0.0.0.0/0",
      "FRONTEND_SG out tcp 8080 to BACKEND_SG",
    ]);
  });

  it("has my-frontend-task-service behind HTTP:80", () => {
    expect(service("Frontend").values).toMatchObject({
      name: "my-frontend-task-service",
      load_balancer: [{ target_group_arn: stack.only("aws_lb_target_group").ref("arn"), container_port: 80 }],
    });
    expect(stack.only("aws_lb_listener").values).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: stack.only("aws_lb_target_group").ref("arn") }],
    });
  });

  it("has a backend that no load balancer reaches", () => {
    expect(service("Backend").at("name")).toBe("my-backend-task-service");
    expect(service("Backend").at("load_balancer")).toBeUndefined();
  });

  it("has both services in private subnets, without public addresses", () => {
    for (const id of ["Frontend", "Backend"]) {
      expect(service(id).at("network_configuration.assign_public_ip")).toBe(false);
      for (const subnet of service(id).list("network_configuration.subnets"))
        expect(subnet).toMatch(/_PrivateSubnet_/);
    }
  });

  it("lets the frontend find the backend by name, and hands its requests on to it with nothing set", () => {
    const namespace = stack.only("aws_service_discovery_http_namespace").ref("arn");
    expect(service("Frontend").at("service_connect_configuration")).toEqual({ enabled: true, namespace });
    expect(service("Backend").at("service_connect_configuration.service.0.client_alias")).toEqual({
      dns_name: "backend",
      port: 8080,
    });
    expect(containerOf("Frontend")).toMatchObject({
      command: ["caddy", "reverse-proxy", "--from", "http://:80", "--to", "http://backend:8080"],
      environment: [{ name: "BACKEND_URL", value: "http://backend:8080" }],
      systemControls: [{ namespace: "net.ipv4.ip_unprivileged_port_start", value: "80" }],
    });
    expect(containerOf("Backend")).toMatchObject({
      command: ["caddy", "respond", "--listen", ":8080", "--body", "Hello from the backend"],
      portMappings: [{ containerPort: 8080, name: "backend" }],
    });
  });

  it("starts the frontend after the backend, or its proxy would not know the name", () => {
    expect(service("Frontend").list("depends_on")).toContain(service("Backend").address);
  });
});
