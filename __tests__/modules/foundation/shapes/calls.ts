import * as frontyard from "../../../../modules";
import { AwsStack } from "../../../../modules";
import {
  ARN,
  cluster,
  door,
  httpsListener,
  IMAGE,
  network,
  service,
  system,
  targets,
} from "../../../support/parts";
import {
  STATE,
  construct,
  method,
  made,
  home,
  zone,
  certificate,
  group,
  runs,
  listens,
  type Call,
  type Given,
} from "./call";

const LAMP = "arn:aws:lambda:us-east-1:123456789012:function:x";
const alarm = (stack: AwsStack) =>
  new frontyard.Alarm(stack, "Alarm", { metric: METRIC, description: "many" });
const METRIC = {
  namespace: "AWS/ECS",
  metricName: "CPUUtilization",
  dimensions: { A: "b" },
  stat: "Average",
};
const files = (stack: AwsStack) => new frontyard.FileSystem(stack, "Files", { network: home(stack) });
const standing = (stack: AwsStack) =>
  new frontyard.ExistingFileSystem(stack, "Standing", {
    ...{
      network: home(stack),
      fileSystemId: "fs-0123456789abcdef0",
      securityGroupId: "sg-0123456789abcdef0",
    },
  });

const constructs: Record<string, (stack: AwsStack) => object> = {
  Network: () => ({ zones: ["us-east-1a", "us-east-1b"] }),
  ExistingNetwork: () => ({ vpcId: "vpc-0123456789abcdef0", privateSubnetTags: { Tier: "private" } }),
  NetworkContract: (stack) => ({ network: home(stack) }),
  NetworkParameters: () => ({ parameterPath: "/shop/network" }),
  SharedNetwork: (stack) => {
    const beside = new AwsStack(stack.node.root, "beside", { region: "us-east-1" });
    return { contract: new frontyard.NetworkContract(beside, "Contract", { network: network(beside) }) };
  },
  AliasRecord: (stack) => ({
    ...{ hostedZone: zone(stack), name: "example.com", loadBalancer: door(stack, home(stack)) },
  }),
  Certificate: (stack) => ({ domainName: "example.com", hostedZone: zone(stack) }),
  HostedZone: () => ({ name: "example.com" }),
  ExistingHostedZone: () => ({ name: "example.com" }),
  Cluster: (stack) => ({ network: home(stack) }),
  FargateService: (stack) => ({ cluster: cluster(stack), container: { image: IMAGE } }),
  TaskDefinition: () => ({ containers: [{ name: "app", image: IMAGE }] }),
  FileSystem: (stack) => ({ network: home(stack) }),
  ExistingFileSystem: (stack) => ({
    ...{
      network: home(stack),
      fileSystemId: "fs-0123456789abcdef0",
      securityGroupId: "sg-0123456789abcdef0",
    },
  }),
  FileSystemFolder: (stack) => ({ fileSystem: files(stack), path: "/data" }),
  LoadBalancer: (stack) => ({ network: home(stack), scheme: "internal" }),
  TargetGroup: (stack) => ({ network: home(stack), port: 80 }),
  TrustStore: () => ({ bucket: "authorities", key: "clients.pem" }),
  HttpListener: (stack) => ({ loadBalancer: door(stack, home(stack)) }),
  HttpsListener: (stack) => ({ loadBalancer: door(stack, home(stack)), certificates: [certificate()] }),
  PipelineRoles: () => ({
    ...{
      trusts: frontyard.githubActions({ repository: "acme/shop" }),
      stacks: ["shop"],
      stateAddress: STATE,
    },
  }),
  EncryptionKey: () => ({}),
  LogBucket: () => ({}),
  WebAcl: () => ({}),
  ImageRepository: () => ({}),
  NotificationTopic: () => ({}),
  SecurityGroup: (stack) => ({ network: home(stack), name: "g", description: "d" }),
  StateBucket: () => ({ bucketName: "states-of-example" }),
  Alarm: () => ({ metric: METRIC, description: "many", threshold: 1 }),
  Dashboard: (stack) => ({ network: home(stack), doors: [door(stack, home(stack))] }),
  LoadBalancerAlarms: (stack) => ({ door: door(stack, home(stack)) }),
  ServiceAlarms: (stack) => ({ service: system(stack).service }),
};

const block = (port: unknown = 80): Given => ({ cidrIpv4: "10.0.0.0/8", port, description: "d" });
const block6 = (): Given => ({ cidrIpv6: "2001:db8::/32", port: 80, description: "d" });

const methods: Record<string, Call> = {
  "ExistingFileSystem.folder": method("folder", standing, () => ({ id: "F", props: { path: "/a" } })),
  "FileSystem.folder": method("folder", files, () => ({ id: "F", props: { path: "/a" } })),
  "FargateService.allowFrom": {
    sound: () => ({ client: undefined }),
    make: (stack, { client }) => {
      const within = cluster(stack);
      const [server, other] = ["Server", "Client"].map((id) =>
        service(stack, within, { discoveryName: id.toLowerCase(), container: { port: 80 } }, id),
      );
      server!.allowFrom((client ?? other) as frontyard.FargateService);
    },
  },
  "FargateService.allowActions": method(
    "allowActions",
    (stack) => system(stack).service,
    () => ({ id: "Lamp", statements: [{ actions: ["lambda:InvokeFunction"], resources: [LAMP] }] }),
  ),
  "FargateService.allowExecutionActions": method(
    "allowExecutionActions",
    (stack) => system(stack).service,
    () => ({ id: "Images", statements: [{ actions: ["ecr:BatchImportUpstreamImage"], resources: [LAMP] }] }),
  ),
  "FargateService.allowToBlock": method(
    "allowToBlock",
    (stack) => system(stack).service,
    () => ({ cidrIpv4: "10.0.0.0/8", port: 80 }),
  ),
  "FargateService.rollBackOn": method(
    "rollBackOn",
    (stack) => system(stack).service,
    (stack) => ({ alarm: alarm(stack) }),
  ),
  "HttpListener.route": method(
    "route",
    (stack) => new frontyard.HttpListener(stack, "H", { loadBalancer: door(stack, home(stack)) }),
    (stack) => ({ id: "R", props: { paths: ["/a"], forwardTo: targets(stack, home(stack)) } }),
  ),
  "HttpsListener.route": method("route", listens, (stack) => {
    return { id: "R", props: { paths: ["/a"], forwardTo: targets(stack, home(stack)) } };
  }),
  "LoadBalancer.allowFrom": method(
    "allowFrom",
    (stack) => door(stack, home(stack)),
    (stack) => ({ client: { securityGroup: group(stack) }, port: 80 }),
  ),
  "LoadBalancer.protectWith": method(
    "protectWith",
    (stack) => door(stack, home(stack)),
    () => ({
      webAcl: {
        arn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/shop/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
      },
    }),
  ),
  "LogBucket.admitLoadBalancers": method(
    "admitLoadBalancers",
    (stack) => new frontyard.LogBucket(stack, "Logs"),
    () => ({ prefix: "shop" }),
  ),
  "ImageRepository.image": method(
    "image",
    (stack) => new frontyard.ImageRepository(stack, "Images"),
    () => ({ version: "1.0" }),
  ),
  "SecurityGroup.admit": method("admit", group, (stack) => {
    return { client: group(stack, "Client"), port: 80, description: "d" };
  }),
  "SecurityGroup.admitInternet": method("admitInternet", group, () => ({ port: 80, description: "d" })),
  "SecurityGroup.admitBlock": method("admitBlock", group, () => block()),
  "SecurityGroup.reachBlock": method("reachBlock", group, () => block()),
  "SecurityGroup.admitIpv6Block": method("admitIpv6Block", group, block6),
  "SecurityGroup.reachIpv6Block": method("reachIpv6Block", group, block6),
  "SecurityGroup.reachInternet": method("reachInternet", group, () => ({ port: 80 })),
  "AwsStack.waive": method(
    "waive",
    (stack) => stack,
    () => ({ waiver: { rule: "FY533", address: "*", reason: "known for long" } }),
  ),
  "Alarm.notify": method("notify", alarm, (stack) => ({
    recipient: new frontyard.NotificationTopic(stack, "Topic"),
  })),
};

const runsImage = (stack: AwsStack, placeholder: frontyard.PlaceholderImage): void =>
  runs(stack, { image: frontyard.imageVariable(stack, "image", placeholder) });
const routes = (stack: AwsStack, signIn: frontyard.SignIn): void =>
  void listens(stack).route("R", { paths: ["/a"], signIn, respond: { statusCode: 200 } });
const keeps = (stack: AwsStack, state: frontyard.State): void =>
  void new AwsStack(stack.node.root, "kept", { region: "us-east-1", state });
const pipes = (stack: AwsStack, trusts: frontyard.PipelineTrust): void =>
  void new frontyard.PipelineRoles(stack, "Roles", { trusts, stacks: ["shop"], stateAddress: STATE });
const hides = (stack: AwsStack, secret: frontyard.Secret): void =>
  runs(stack, { secrets: { PASSWORD: secret } });
const mounts = (stack: AwsStack, volume: frontyard.Volume): void =>
  runs(stack, { mounts: { "/data": volume } });

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const POOL = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi";
const endpoint = (name: string): string => `https://id.example.com/${name}`;

const functions: Record<string, Call> = {
  existingCertificate: made("existingCertificate", { arn: `${ARN}one` }, (stack, one) => {
    httpsListener(stack, { certificates: [one] });
  }),
  readOnly: made("readOnly", { volume: { name: "a", isReadOnly: false } }, mounts),
  scratchVolume: made("scratchVolume", { name: "a" }, mounts),
  secretsManagerSecret: made("secretsManagerSecret", { secret: SECRET, version: { jsonKey: "a" } }, hides),
  ssmParameter: made("ssmParameter", { parameter: "/a/b", options: {} }, hides),
  cognito: made(
    "cognito",
    { props: { userPoolArn: POOL, userPoolClientId: "abc", userPoolDomain: "shop" } },
    routes,
  ),
  oidc: made(
    "oidc",
    {
      props: {
        ...{ issuer: endpoint(""), authorizationEndpoint: endpoint("a"), tokenEndpoint: endpoint("t") },
        ...{ userInfoEndpoint: endpoint("u"), clientId: "abc", clientSecret: "${var.secret}" },
      },
    },
    routes,
  ),
  githubActions: made("githubActions", { props: { repository: "acme/shop" } }, pipes),
  gitlabCi: made("gitlabCi", { props: { project: "acme/shop" } }, pipes),
  hcpState: made("hcpState", { props: { organization: "acme" } }, keeps),
  localState: made("localState", { path: "../../kept.tfstate" }, keeps),
  s3State: made("s3State", { props: { bucket: "states-of-example" } }, keeps),
  stateFrom: made("stateFrom", { address: STATE }, keeps),
  respond: made("respond", { port: 80, body: "hello" }, runsImage),
  passOn: made("passOn", { port: 80, url: "http://backend:8080" }, runsImage),
  countVariable: {
    sound: () => ({ name: "tasks", defaultCount: 2 }),
    make: (stack, { name, defaultCount }) =>
      void frontyard.countVariable(stack, name as string, defaultCount as number),
  },
  imageVariable: {
    sound: () => ({ name: "image", placeholder: frontyard.respond(80, "a") }),
    make: (stack, { name, placeholder }) =>
      void frontyard.imageVariable(stack, name as string, placeholder as frontyard.PlaceholderImage),
  },
};

const stacks: Record<string, Call> = {
  AwsStack: {
    sound: () => ({ props: { region: "us-east-1" } }),
    make: (stack, { props }) => void new AwsStack(stack.node.root, "another", props as { region: string }),
  },
};

/** Every call of the public API. */
export const calls: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(Object.entries(constructs).map(([name, props]) => [name, construct(name, props)])),
  ...methods,
  ...functions,
  ...stacks,
};
