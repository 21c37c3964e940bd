import { Cluster, type AwsStack, type FargateService } from "../../../modules";
import { cluster, network, service } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";

const INGRESS = "aws_vpc_security_group_ingress_rule";

function pair(stack: AwsStack): { frontend: FargateService; backend: FargateService } {
  const home = cluster(stack);
  return {
    backend: service(stack, home, { discoveryName: "backend", container: { port: 8080 } }, "Backend"),
    frontend: service(stack, home, {}, "Frontend"),
  };
}

describe("a service that is allowed in", () => {
  const stack = synthesize((scope) => {
    const { frontend, backend } = pair(scope);
    backend.allowFrom(frontend);
    backend.allowFrom(frontend);
  });
  const frontend = stack.named("aws_ecs_service", "Frontend");
  const backend = stack.named("aws_ecs_service", "Backend");
  const namespace = stack.only("aws_service_discovery_http_namespace").ref("arn");

  it("comes in on the other's port, and nobody else does", () => {
    const rule = stack.only(INGRESS);
    expect(rule.at("referenced_security_group_id")).toBe(
      stack.named("aws_security_group", "Frontend").ref("id"),
    );
    expect(rule.at("security_group_id")).toBe(stack.named("aws_security_group", "Backend").ref("id"));
    expect([rule.at("from_port"), rule.at("to_port")]).toEqual([8080, 8080]);
  });

  it("finds the other by name", () => {
    expect(backend.at("service_connect_configuration")).toEqual({
      enabled: true,
      namespace,
      service: [
        {
          port_name: "backend",
          discovery_name: "backend",
          client_alias: { port: 8080, dns_name: "backend" },
        },
      ],
    });
    expect(frontend.at("service_connect_configuration")).toEqual({ enabled: true, namespace });
  });

  it("is made second: a name is known only to tasks that start after it", () => {
    expect(frontend.list("depends_on")).toContain(backend.address);
    expect(backend.list("depends_on")).not.toContain(frontend.address);
  });

  it("names each thing that it waits for once", () => {
    const waits = frontend.list("depends_on");
    expect(new Set(waits).size).toBe(waits.length);
  });
});

describe("a service without a name", () => {
  it("admits whom it allows, and brings no Service Connect", () => {
    const stack = synthesize((scope) => {
      const home = cluster(scope);
      const server = service(scope, home, { container: { port: 8080 } }, "Server");
      server.allowFrom(service(scope, home, {}, "Client"));
    });
    expect(stack.resources(INGRESS)).toHaveLength(1);
    expect(stack.resources("aws_service_discovery_http_namespace")).toEqual([]);
    expect(stack.named("aws_ecs_service", "Client").at("service_connect_configuration")).toBeUndefined();
  });
});

describe("services that allow each other", () => {
  const named = (stack: AwsStack, ...ids: string[]): FargateService[] => {
    const home = cluster(stack);
    return ids.map((id, position) =>
      service(stack, home, { discoveryName: id.toLowerCase(), container: { port: 8000 + position } }, id),
    );
  };
  const edges = (build: (stack: AwsStack) => void): string[] => {
    const services = synthesize(build).resources("aws_ecs_service");
    return services.flatMap(({ id, values }) =>
      services
        .filter(({ address }) => (values.depends_on as string[]).includes(address))
        .map((other) => `${id[0]} after ${other.id[0]}`),
    );
  };

  it("wait in one direction only, which makes no cycle", () => {
    const mutual = edges((stack) => {
      const [a, b] = named(stack, "A", "B");
      a!.allowFrom(b!);
      b!.allowFrom(a!);
    });
    expect(mutual).toEqual(["B after A"]);
  });

  it("make no cycle in a ring either", () => {
    const ring = edges((stack) => {
      const [a, b, c] = named(stack, "A", "B", "C");
      a!.allowFrom(b!);
      b!.allowFrom(c!);
      c!.allowFrom(a!);
    });
    expect(ring).toEqual(["B after A", "C after B"]);
  });

  it("may be one and the same", () => {
    expect(edges((stack) => named(stack, "A").forEach((own) => own.allowFrom(own)))).toEqual([]);
  });

  it("keep what they offer while they find others", () => {
    const stack = synthesize((scope) => {
      const [a, b] = named(scope, "A", "B");
      a!.allowFrom(b!);
    });
    const offered = stack
      .named("aws_ecs_service", "B")
      .at("service_connect_configuration.service.0.discovery_name");
    expect(offered).toBe("b");
  });
});

describe("the url of a service", () => {
  it("is its name and port", () => {
    synthesize((scope) => expect(pair(scope).backend.url).toBe("http://backend:8080"));
  });

  it("fails when it has no name", () => {
    expect(codesOf((scope) => pair(scope).frontend.url)).toEqual(["FY424"]);
  });
});

describe("allowing a service in", () => {
  it("fails when there is no port to go to", () => {
    expect(
      codesOf((scope) => {
        const { frontend, backend } = pair(scope);
        frontend.allowFrom(backend);
      }),
    ).toEqual(["FY422"]);
  });

  it("fails when two services of a cluster have one name", () => {
    const codes = codesOf((scope) => {
      const home = cluster(scope);
      for (const id of ["One", "Two"])
        service(scope, home, { serviceName: "same", discoveryName: "same", container: { port: 80 } }, id);
    });
    expect(codes).toEqual(["FY420", "FY421"]);
  });

  it("fails when one service would need two namespaces", () => {
    const codes = codesOf((scope) => {
      const home = network(scope);
      const clusters = ["one", "two"].map((name) => new Cluster(scope, name, { network: home, name }));
      const client = service(scope, clusters[0]!, {}, "Client");
      for (const [position, within] of clusters.entries())
        service(
          scope,
          within,
          { discoveryName: "s", container: { port: 80 } },
          `Server${position}`,
        ).allowFrom(client);
    });
    expect(codes).toEqual(["FY434"]);
  });

  it("fails across networks", () => {
    const codes = codesOf((scope) => {
      const there = new Cluster(scope, "There", { network: network(scope, {}, "Other"), name: "there" });
      pair(scope).backend.allowFrom(service(scope, there));
    });
    expect(codes).toContain("FY207");
  });
});
