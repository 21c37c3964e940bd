import { formCall, jsonCall } from "../aws-call";
import type { Json } from "../../cli/json";
import { isJson, jsonList } from "../../cli/json";
import { droppedFields } from "./dropped-fields";
import type { ActionGap, FormGap, FormQuestion, JsonQuestion, ProbeNetwork, ServiceProbe } from "./gap";
import {
  actionGaps,
  answerGaps,
  formActionGaps,
  formGaps,
  listenerGaps,
  refusalGaps,
  restGaps,
  serviceGaps,
} from ".";
import { probeListener } from "./probe-listener";

const region = "us-east-1";

/** The names of the gaps that moto, asked without the proxy in front, no longer has. */
export async function closedGaps(motoUrl: string): Promise<string[]> {
  const probe = await probeService(motoUrl);
  const network = await probeNetwork(motoUrl);
  const listener = await probeListener(motoUrl, network);
  const closed = await Promise.all([
    ...serviceGaps.map((gap) => (gap.isOpen(probe) ? [] : [gap.name])),
    ...actionGaps.map(async (gap) => ((await isAnswered(motoUrl, gap)) ? [gap.name] : [])),
    ...answerGaps.map(async (gap) => ((await gap.isOpen(questioning(motoUrl))) ? [] : [gap.name])),
    ...listenerGaps.map((gap) => (gap.isOpen(listener) ? [] : [gap.name])),
    ...formActionGaps.map(async ({ name, probe }) => ((await isKnown(motoUrl, probe)) ? [name] : [])),
    ...formGaps.map(async (gap) => ((await isOpen(motoUrl, gap, network)) ? [] : [gap.name])),
    ...restGaps.map(async (gap) => ((await gap.isOpen(motoUrl)) ? [] : [gap.name])),
    ...refusalGaps.map(async (gap) => ((await gap.isOpen(asking(motoUrl), network)) ? [] : [gap.name])),
  ]);
  return closed.flat();
}

/** A group, and two subnets of the VPC that every account has. */
async function probeNetwork(url: string): Promise<ProbeNetwork> {
  const ec2 = (fields: Readonly<Record<string, string>>): Promise<string> =>
    form(url, "ec2", { Version: "2016-11-15", ...fields });
  const VpcId = /<vpcId>([^<]+)</.exec(await ec2({ Action: "DescribeVpcs" }))?.[1] ?? "";
  const group = { GroupName: `probe-${Date.now()}`, GroupDescription: "probe", VpcId };
  const created = await ec2({ Action: "CreateSecurityGroup", ...group });
  const subnets = await ec2({ Action: "DescribeSubnets" });
  return {
    vpcId: VpcId,
    groupId: /<groupId>([^<]+)</.exec(created)?.[1] ?? "",
    subnetIds: [...subnets.matchAll(/<subnetId>([^<]+)</g)].slice(0, 2).map(([, id = ""]) => id),
  };
}

async function isOpen(url: string, { probe }: FormGap, network: ProbeNetwork): Promise<boolean> {
  return probe.isOpen(await form(url, probe.service, probe.ask(network)));
}

function questioning(url: string): JsonQuestion {
  return async (service, target, input) => (await jsonCall({ url, region, service }, target, input)).json;
}

/** Answers of every status: a refusal is what is looked for. */
function asking(url: string): FormQuestion {
  return (service, fields) => formCall({ url, region, service }, fields);
}

async function form(url: string, service: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, body } = await formCall({ url, region, service }, fields);
  if (status !== 200) throw new Error(`moto refused ${fields["Action"]}: ${body}`);
  return body;
}

/** Creates a service with everything that moto is known to drop, then updates a part of it. */
async function probeService(motoUrl: string): Promise<ServiceProbe> {
  const cluster = `probe-${Date.now()}`;
  await ecs(motoUrl, "CreateCluster", { clusterName: cluster });
  const first = await taskDefinition(motoUrl, cluster);
  await ecs(motoUrl, "CreateService", {
    ...droppedFields,
    cluster,
    serviceName: "probe",
    taskDefinition: first,
    desiredCount: 2,
    serviceConnectConfiguration: { enabled: true, namespace: "probe" },
  });
  const created = await describe(motoUrl, cluster);
  const second = await taskDefinition(motoUrl, cluster);
  await ecs(motoUrl, "UpdateService", {
    ...{ cluster, service: "probe", taskDefinition: second },
    deploymentConfiguration: { maximumPercent: 175 },
  });
  return { created, updated: await describe(motoUrl, cluster), updatedTaskDefinition: second };
}

async function taskDefinition(motoUrl: string, family: string): Promise<string> {
  const container = { name: "probe", image: "probe", memory: 128 };
  const answer = await ecs(motoUrl, "RegisterTaskDefinition", { family, containerDefinitions: [container] });
  const definition = answer["taskDefinition"];
  return isJson(definition) ? String(definition["taskDefinitionArn"]) : "";
}

async function describe(motoUrl: string, cluster: string): Promise<Json> {
  const answer = await ecs(motoUrl, "DescribeServices", { cluster, services: ["probe"] });
  return jsonList(answer["services"])[0] ?? {};
}

async function ecs(url: string, action: string, input: Json): Promise<Json> {
  const target = `AmazonEC2ContainerServiceV20141113.${action}`;
  const { status, body, json } = await jsonCall({ url, region, service: "ecs" }, target, input);
  if (status !== 200) throw new Error(`moto refused ECS ${action}: ${body}`);
  return json;
}

async function isAnswered(url: string, gap: ActionGap): Promise<boolean> {
  const to = { url, region, service: gap.service };
  const { status } = await jsonCall(to, gap.target, { ResourceARN: "arn:probe" });
  return status < 400;
}

async function isKnown(url: string, question: Readonly<Record<string, string>>): Promise<boolean> {
  const { status } = await formCall({ url, region, service: "elasticloadbalancing" }, question);
  return status < 400;
}
