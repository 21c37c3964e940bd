import { problems } from "./tables";

const ZONE = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html";
const REQUEST = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";
const VALIDATION = "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html";
const ALIAS = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html";
const LISTENER =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html";

/** FY6: hosted zones, certificates, records. */
export const domain = problems({
  hostedZoneName: {
    code: "FY601",
    subject: "a hosted zone's name",
    allowed: "is a domain name in lower case, without a dot at its end",
    fix: "write it like example.com",
    page: ZONE,
  },
  certificateName: {
    code: "FY602",
    subject: "a certificate's name",
    allowed: "is a domain name in lower case, or one with *. before it",
    fix: "write it like www.example.com or *.example.com",
    page: REQUEST,
  },
  firstCertificateNameTooLong: {
    code: "FY603",
    subject: "a certificate's first name",
    allowed: "has at most 64 characters",
    fix: "put a shorter name first, and this one among alternativeNames",
    page: REQUEST,
  },
  certificateNameQuota: {
    code: "FY604",
    subject: "a certificate",
    allowed: "has at most 10 names by default",
    fix: "use a wildcard or a second certificate, or raise quota namesPerCertificate once AWS has raised it",
    page: "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html",
  },
  nameOutsideHostedZone: {
    code: "FY605",
    subject: "a name",
    allowed: "lies in its hosted zone",
    fix: "use the zone of that domain; names of another zone need a certificate of their own",
    page: VALIDATION,
  },
  certificateNameTwice: {
    code: "FY606",
    subject: "a certificate",
    allowed: "has each name once",
    fix: "leave the second out",
    page: REQUEST,
  },
  wildcardBesideName: {
    code: "FY607",
    subject: "a name and its wildcard",
    allowed: "are on one certificate: both are proved by the same record",
    fix: "put both among the names of one Certificate",
    page: VALIDATION,
  },
  certificateArn: {
    code: "FY608",
    subject: "a certificate's ARN",
    allowed: "is that of a certificate in ACM, or of a server certificate in IAM",
    fix: "copy it from the certificate's page: arn:aws:acm:REGION:ACCOUNT:certificate/ID",
    page: LISTENER,
  },
  certificateInOtherRegion: {
    code: "FY609",
    subject: "a certificate",
    allowed: "lies in its listener's region",
    fix: "request it in that region; only CloudFront wants them all in us-east-1",
    page: LISTENER,
  },
  aliasRecordName: {
    code: "FY610",
    subject: "an alias record's name",
    allowed: "is a domain name in lower case, or one with *. before it, without a dot at its end",
    fix: "write it in full, like www.example.com",
    page: ALIAS,
  },
  aliasRecordNameTaken: {
    code: "FY611",
    subject: "an alias record's name",
    allowed: "leads to one load balancer",
    fix: "rename one, or route by path or host behind one load balancer",
    page: ALIAS,
  },
  hostedZoneTwice: {
    code: "FY612",
    subject: "a hosted zone's name",
    allowed: "is used once in a stack: visitors would find one of two only by chance",
    fix: "make the zone once, and pass it on",
    page: ZONE,
  },
  alternativeNamesUnknown: {
    code: "FY613",
    subject: "alternativeNames",
    allowed: "is a list that is known at synthesis, as each name has a record of its own",
    fix: "write the list; each name in it may be a Terraform variable",
    page: VALIDATION,
  },
});
